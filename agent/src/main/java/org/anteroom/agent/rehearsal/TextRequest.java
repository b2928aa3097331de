package org.anteroom.agent.rehearsal;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anteroom.agent.dialogue.Request;
import org.anteroom.agent.practice.Detail;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.reception.Change;

/** What is to be stored, on one line. */
final class TextRequest {
    /** What the records call a patient is another in every conversation. */
    private static final Pattern HANDLE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private TextRequest() {}

    static String of(Request request, ZoneId zone) {
        if (request instanceof Request.PromiseCallBack promised) {
            return of(promised.message(), zone) + ", call back by "
                    + promised.by().atZone(zone).toLocalTime();
        }
        if (request instanceof Request.TakeMessage message) {
            return "save " + message.category() + ", name: " + message.name() + ", number: " + message.callBack()
                    + ", about: " + message.about() + details(message.details());
        }
        if (request instanceof Request.CallBackOnFile asked) {
            return of(asked.message(), zone) + ", call back at the number on file";
        }
        if (request instanceof Request.PageUnfinished page) {
            return of(page.request(), zone) + ", call back by "
                    + page.by().atZone(zone).toLocalTime();
        }
        if (request instanceof Request.IncompleteRequest part) {
            return "keep " + part.category() + ", name: " + part.name().orElse("?") + ", number: "
                    + part.callBack().orElse("?") + (part.confirmed() ? "" : " (not confirmed)") + ", about: "
                    + part.about().orElse("?") + details(part.details());
        }
        if (request instanceof Request.InBook book) {
            return inBook(book.change(), zone);
        }
        return request instanceof Request.Withdraw ? "settle the last message: it is taken back" : "stop recording";
    }

    private static String details(List<Detail> details) {
        return details.stream()
                .map(detail -> "; " + detail.label() + ": "
                        + HANDLE.matcher(detail.value()).replaceAll("..."))
                .collect(Collectors.joining());
    }

    private static String inBook(Change change, ZoneId zone) {
        if (change instanceof Change.Book book) {
            return "book " + time(book.hold().offer(), zone) + " for "
                    + String.join("/", book.claim().names())
                    + book.claim().birth().map(day -> ", born " + day).orElse("")
                    + book.claim().animal().map(name -> ", animal " + name).orElse("")
                    + book.callBack().map(number -> ", number " + number).orElse("")
                    + (book.newPatient() ? ", first visit" : "")
                    + (book.approve() ? ", to be approved" : "");
        }
        if (change instanceof Change.Move move) {
            return "move to " + time(move.to().offer(), zone);
        }
        return change instanceof Change.Cancel ? "cancel the appointment" : "confirm the appointment";
    }

    static String time(Offer offer, ZoneId zone) {
        return offer.visitType() + " " + offer.start().atZone(zone).toLocalDateTime() + " with " + offer.provider();
    }
}

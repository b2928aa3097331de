package org.anteroom.agent.rehearsal;

import java.time.ZoneId;
import org.anteroom.agent.dialogue.Request;

/** What is to be stored, on one line. */
final class TextRequest {
    private TextRequest() {}

    static String of(Request request, ZoneId zone) {
        if (request instanceof Request.PromiseCallBack promised) {
            return of(promised.message(), zone) + ", call back by "
                    + promised.by().atZone(zone).toLocalTime();
        }
        if (request instanceof Request.TakeMessage message) {
            return "save " + message.category() + ", name: " + message.name() + ", number: " + message.callBack()
                    + ", about: " + message.about();
        }
        if (request instanceof Request.PageUnfinished page) {
            return of(page.request(), zone) + ", call back by "
                    + page.by().atZone(zone).toLocalTime();
        }
        if (request instanceof Request.IncompleteRequest part) {
            return "keep " + part.category() + ", name: " + part.name().orElse("?") + ", number: "
                    + part.callBack().orElse("?") + (part.confirmed() ? "" : " (not confirmed)") + ", about: "
                    + part.about().orElse("?");
        }
        return "stop recording";
    }
}

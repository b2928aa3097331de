package org.anteroom.agent.dialogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.reception.Evidence;

/** Keys in the place of an answer to a question of an errand: one key for a choice, digits for a date, a PIN, an id. */
final class ErrandKeys {
    private static final int MONTH_DAY_YEAR = 8;
    private static final int SHORT_YEAR = 6;
    private static final int FEWEST = 3;

    private ErrandKeys() {}

    static Step pressed(Reply reply, String keys) {
        if (!reply.errand().active()) {
            return reply.fill();
        }
        Job job = reply.errand().job().orElse(Job.BOOK);
        Cover cover = reply.errand().cover();
        return switch (reply.stage()) {
            case CHOICE -> choice(reply, keys);
            case WHICH -> which(reply, job, keys);
            case BIRTH -> birth(keys, reply.here().toLocalDate())
                    .map(day -> ErrandAnswers.born(reply, day))
                    .orElseGet(() -> Mending.noAnswer(reply));
            case PIN -> ErrandAnswers.pin(keys)
                    ? ErrandAnswers.proving(reply, new Evidence.Pin(keys))
                    : Mending.noAnswer(reply);
            case CODE -> CodeAnswers.code(keys)
                    ? ErrandAnswers.proving(reply, new Evidence.Texted(keys))
                    : Mending.noAnswer(reply);
            case MEMBER_ID -> digits(keys) ? Covering.id(reply, keys) : Mending.noAnswer(reply);
            case GROUP -> digits(keys)
                    ? Errands.next(reply.understood().errand(reply.errand().cover(cover.group(keys))))
                    : Mending.noAnswer(reply);
            default -> reply.stage().yesOrNo() ? yesNo(reply, job, keys) : Mending.noAnswer(reply);
        };
    }

    private static Step choice(Reply reply, String keys) {
        List<Offer> offers = reply.errand().visit().offers();
        return place(keys, offers.size())
                .map(at -> Booking.keep(reply.understood(), offers.get(at)))
                .orElseGet(() -> Mending.noAnswer(reply));
    }

    private static Step which(Reply reply, Job job, String keys) {
        List<Appointment> upcoming = ErrandQuestion.upcoming(reply);
        return place(keys, upcoming.size())
                .map(at -> Changing.next(
                        reply.understood().visit(reply.errand().visit().about(upcoming.get(at))), job))
                .orElseGet(() -> Mending.noAnswer(reply));
    }

    private static Optional<Integer> place(String keys, int size) {
        return keys.matches("[1-9]") && Integer.parseInt(keys) <= size
                ? Optional.of(Integer.parseInt(keys) - 1)
                : Optional.empty();
    }

    /** Month, day and year; a year of two digits is the latest in the past. */
    private static Optional<LocalDate> birth(String keys, LocalDate today) {
        if (!keys.matches("[0-9]+") || (keys.length() != MONTH_DAY_YEAR && keys.length() != SHORT_YEAR)) {
            return Optional.empty();
        }
        int year = Integer.parseInt(keys.substring(4));
        int century = keys.length() == SHORT_YEAR ? today.getYear() / 100 * 100 : 0;
        try {
            LocalDate day = LocalDate.of(
                    century + year, Integer.parseInt(keys.substring(0, 2)), Integer.parseInt(keys.substring(2, 4)));
            LocalDate past = day.isAfter(today) && century > 0 ? day.minusYears(100) : day;
            return past.isAfter(today) || past.isBefore(today.minusYears(125)) ? Optional.empty() : Optional.of(past);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean digits(String keys) {
        return keys.length() >= FEWEST && keys.matches("[0-9]+");
    }

    /** 1 is yes, 2 is no. */
    private static Step yesNo(Reply reply, Job job, String keys) {
        boolean yes = keys.equals("1");
        if (!yes && !keys.equals("2")) {
            return Mending.noAnswer(reply);
        }
        Errand errand = reply.errand();
        return switch (reply.stage()) {
            case FIRST_VISIT -> Errands.next(
                    reply.understood().visit(errand.visit().first(yes)));
            case CONFIRM_VISIT, CONFIRM_MOVE -> yes
                    ? ErrandAnswers.confirmed(reply, job)
                    : reply.understood().ask(Stage.CHANGE);
            case CONFIRM_CANCEL, CONFIRM_COMING -> yes ? Changing.agreed(reply, job) : ErrandAnswers.denied(reply, job);
            case CALL_BACK -> CallingBack.chosen(reply, yes);
            case CONFIRM_MEMBER_ID -> yes
                    ? Errands.next(reply.understood()
                            .errand(errand.cover(errand.cover().idConfirmed())))
                    : Covering.denied(reply);
            default -> Errands.next(
                    reply.understood().errand(errand.cover(errand.cover().own(yes))));
        };
    }
}

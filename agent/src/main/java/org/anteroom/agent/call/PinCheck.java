package org.anteroom.agent.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.OncallPin;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.Alarms;

/**
 * Finds out whose PIN was typed, and keeps from guessing. Wrong ones count against the person whose phone it is, or against a
 * phone of several: there anybody's right PIN would else buy more guesses at a colleague's. One thread; slow.
 */
final class PinCheck {
    /** Compared with where somebody has no PIN, so that nobody learns it from the time it takes. */
    private static final OncallPin NO_PIN = new OncallPin("", "00", 210_000, "00");

    private final PinPurpose purpose;
    private final PinBook book;
    private final Alarms alarms;
    private final Clock clock;
    private final WrongPins wrong = new WrongPins();

    PinCheck(PinPurpose purpose, PinBook book, Alarms alarms, Clock clock) {
        this.purpose = purpose;
        this.book = book;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * Whether it is the PIN of one of these people.
     *
     * @param phone the number they call from, as {@link DutyDoor#digits} writes it
     */
    DutyNews of(List<String> people, String phone, String typed) {
        Instant now = clock.instant();
        String counted = people.size() == 1 ? people.get(0) : "phone " + phone;
        if (wrong.locked(counted, now)) {
            return new DutyNews.Locked();
        }
        List<OncallPin> pins;
        try {
            pins = book.pins();
        } catch (ConfigException damaged) {
            alarms.raise(
                    Alarm.Kind.CONFIGURATION,
                    String.valueOf(damaged.getMessage()).replace("\n", "; ")
                            + "; nobody can " + purpose.none() + ". Remove that file and make the PINs anew with: "
                            + purpose.command() + ".",
                    purpose.subject());
            return new DutyNews.NotNow();
        }
        Optional<String> found = Optional.empty();
        for (String who : people) {
            OncallPin pin = pins.stream()
                    .filter(each -> each.who().equals(who))
                    .findFirst()
                    .orElse(NO_PIN);
            boolean right = pin.matches(typed.toCharArray());
            if (right && !wrong.locked(who, now)) {
                found = Optional.of(who);
            }
        }
        if (found.isPresent()) {
            wrong.forget(found.get());
            return book.welcome(found.get());
        }
        return counted(people, counted, now);
    }

    private DutyNews counted(List<String> people, String counted, Instant now) {
        String who = people.size() == 1 ? people.get(0) : "";
        String whose = who.isEmpty() ? "several people" : purpose.alias().apply(who);
        boolean locks = wrong.add(counted, now);
        book.wrongPin(who);
        if (wrong.many(counted, now)) {
            alarms.raise(
                    Alarm.Kind.WRONG_PINS,
                    WrongPins.MANY + " wrong PINs were entered within a day at a phone of " + whose
                            + " " + purpose.act()
                            + ": somebody may be guessing. Ask who it was; a new PIN is made with: "
                            + purpose.command() + ".",
                    purpose.subject() + " " + whose + " within a day");
        }
        if (!locks) {
            return new DutyNews.WrongPin();
        }
        book.locked(who);
        alarms.raise(
                Alarm.Kind.WRONG_PINS,
                WrongPins.MOST + " wrong PINs in a row were entered at a phone of " + whose
                        + " " + purpose.act() + ". " + purpose.stopped() + " from there for "
                        + WrongPins.LOCKED.toMinutes() + " minutes. Ask who it was; a new PIN is made with: "
                        + purpose.command() + ".",
                purpose.subject() + " " + whose);
        return new DutyNews.Locked();
    }
}

package org.anteroom.agent.notice;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anteroom.agent.notice.Alarm.Kind;

/**
 * One message to people: alarms of one kind that are due at the same time. Only fixed sentences and ids, so it can go
 * over any channel.
 *
 * @param number of the message, from 1 at each start
 * @param alarms never empty, oldest first
 */
public record Notice(long number, Reason reason, Kind kind, List<Alarm> alarms, Instant at) {
    /** More alarms in one message than anybody reads; the others are counted. */
    static final int MOST_SHOWN = 10;

    public Notice {
        requireNonNull(reason, "reason");
        requireNonNull(kind, "kind");
        requireNonNull(at, "at");
        alarms = List.copyOf(alarms);
        if (alarms.isEmpty()) {
            throw new IllegalArgumentException("a notice is about one alarm or more");
        }
    }

    /** Why it is sent. */
    public enum Reason {
        /** The channel hears of it for the first time. */
        FIRST,
        /** It was sent before, and nobody has acknowledged it. */
        AGAIN,
        /** Nobody acknowledged it on the channels of the levels below. */
        ESCALATED,
        /** What it was about is in order again. */
        OVER,
        /** Somebody tries the channel. */
        TEST
    }

    /** A title in plain letters: {@code Anteroom alarm 17: NOBODY_ANSWERS}; no subject of an alarm is in it. */
    public String title() {
        String which = alarms.size() == 1
                ? " " + alarms.get(0).number()
                : "s " + alarms.get(0).number() + " and " + (alarms.size() - 1) + " more";
        String why =
                switch (reason) {
                    case FIRST -> "";
                    case AGAIN -> " (again)";
                    case ESCALATED -> " (escalated)";
                    case OVER -> " (over)";
                    case TEST -> " (test)";
                };
        return "Anteroom alarm" + which + ": " + kind + why;
    }

    /** The whole message, a line for each alarm and what to do with it. */
    public String text() {
        String lines = alarms.stream()
                .limit(MOST_SHOWN)
                .map(alarm -> "alarm " + alarm.number() + "  " + kind + plain(about(alarm)) + ": " + alarm.outward()
                        + "\n  " + alarm.times() + " times, first " + alarm.first() + ", last " + alarm.last() + "\n")
                .collect(Collectors.joining());
        int more = alarms.size() - MOST_SHOWN;
        return lines
                + (more > 0 ? "and " + more + " more of this kind: anteroom alarms list\n" : "")
                + "\n"
                + outlook() + "\n";
    }

    private String outlook() {
        return switch (reason) {
            case OVER -> "This is over; nothing is left to do for it.";
            case TEST -> "This was a test; nothing is wrong and nothing is to be done.";
            default -> kind.grave()
                    ? "It is sent again, and to further people, until it is over or somebody takes it. To take it: anteroom"
                            + " alarms ack " + alarms.get(0).number()
                    : "To close it: anteroom alarms ack " + alarms.get(0).number();
        };
    }

    /** The reason as programs read it. */
    String word() {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private static String about(Alarm alarm) {
        return alarm.subject().isEmpty() ? "" : " [" + alarm.subject() + "]";
    }

    private static String plain(String line) {
        return line.replaceAll("\\p{Cntrl}", " ");
    }
}

package org.anteroom.agent.notice;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Something a person must look at.
 *
 * @param number what people call it by, from 1
 * @param sentence what happened and what to do; no PHI
 * @param subject what it is about: a call id, a leg, a file; empty for the receptionist as a whole
 * @param first when it was raised first
 * @param last when it was raised last
 * @param times how often it was raised since
 */
public record Alarm(long number, Kind kind, String sentence, String subject, Instant first, Instant last, int times) {
    public Alarm {
        requireNonNull(kind, "kind");
        requireNonNull(sentence, "sentence");
        requireNonNull(subject, "subject");
        requireNonNull(first, "first");
        requireNonNull(last, "last");
    }

    /**
     * What dials: seven digits or more, in groups as people write them. Dates and addresses of machines aren't meant.
     */
    private static final Pattern DIALS = Pattern.compile(
            "(?<![\\w.-])(?!\\d{4}-\\d\\d-\\d\\d)\\+?\\(?(?:\\d{3}\\.\\d{3}\\.\\d{4}|\\d(?:[ ()-]{0,2}\\d){6,})(?![\\w])");

    private static final int LONGEST = 600;

    /** What kinds there are, and how loud each is. */
    public enum Kind {
        /** No on-call phone took an emergency. */
        NOBODY_ANSWERS(true),
        /** A caller who needed a human was cut off. */
        CALL_CUT(true),
        /** Records can't be stored. */
        RECORDS(true),
        /** Running in emergency-only mode. */
        EMERGENCY_ONLY(true),
        /** Not registered at the PBX. */
        LINE(true),
        /** Not fit to serve calls. */
        HEALTH(true),
        /** A way to tell people of alarms doesn't work. */
        CHANNEL(true),
        /** A caller must be called back. */
        CALL_BACK(false),
        /** A promised call-back is overdue. */
        CALL_BACK_OVERDUE(true),
        /** A rehearsed emergency did not reach a person. */
        DRILL_FAILED(true),
        /** No emergency was rehearsed for too long. */
        DRILL_OVERDUE(false),
        /** A call ended by a programming error. */
        CALL_FAILED(false),
        /** Wrong PINs were entered until nobody is let in there for a while. */
        WRONG_PINS(false),
        /** Somebody could not be told who has the on-call phone now. */
        HAND_OVER_UNTOLD(false),
        /** One-time codes can't be sent to patients' phones. */
        TEXTS(false),
        /** A setting that works but will hurt. */
        CONFIGURATION(false),
        /** Somebody tries the channels; nothing is wrong. */
        TEST(false);

        private final boolean grave;

        Kind(boolean grave) {
            this.grave = grave;
        }

        /** Whether patients may come to harm until somebody acts. */
        public boolean grave() {
            return grave;
        }
    }

    /** The same alarm, raised once more; the newest sentence holds. */
    Alarm again(String newest, Instant now) {
        return new Alarm(number, kind, newest, subject, first, now, times + 1);
    }

    /**
     * The sentence as it may leave the building: one line, not endless, without phone numbers, which a line of a broken
     * configuration could hold.
     */
    String outward() {
        String line = DIALS.matcher(sentence.replaceAll("\\p{Cntrl}", " ")).replaceAll("(number)");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
    }

    /** One line, as the log takes it. */
    public String line() {
        String about = subject.isEmpty() ? "" : " [" + subject + "]";
        return kind + about + ": " + sentence + (times > 1 ? " (" + times + " times since " + first + ")" : "");
    }
}

package org.anteroom.agent.practice.calendar;

import net.fortuna.ical4j.transform.recurrence.Frequency;

/**
 * What a calendar may cost to work out: it may have been written by a stranger, and "every hour for ever" is one line. Counted
 * for the file as a whole.
 */
final class Budget {
    /** In the time that can be booked at all: one each half hour for more than a year. */
    static final int MOST_OCCURRENCES = 20_000;
    /** Dates that ical4j may try, a few seconds' worth. */
    private static final long MOST_TRIES = 2_000_000;
    /** For one rule: ical4j keeps all that it tries in memory. */
    private static final long MOST_TRIES_OF_A_RULE = 300_000;
    /** Of one step of a rule, such as a year of one that is yearly. */
    static final int MOST_PER_STEP = 2_000;

    private long tries = MOST_TRIES;
    private int occurrences = MOST_OCCURRENCES;

    /** Before a rule is worked out. */
    void tries(ContentLine rule, long steps, long perStep) throws Unusable {
        long wanted = Math.multiplyExact(steps, perStep);
        tries -= Math.min(wanted, MOST_TRIES_OF_A_RULE);
        if (tries < 0 || wanted > MOST_TRIES_OF_A_RULE) {
            throw new Unusable(
                    rule,
                    "repeats so often, or since so long ago, that it can't be worked out: let it begin later, or repeat"
                            + " more seldom");
        }
    }

    /** How many dates a rule may still give; one more is too many. */
    int left() {
        return occurrences + 1;
    }

    /** For each occurrence in the window. */
    void occurrence(long line) throws Unusable {
        if (occurrences-- == 0) {
            throw exceeded(line);
        }
    }

    /** What the calendar has too many of with the event or rule of that line. */
    Unusable exceeded(long line) {
        return new Unusable(
                line,
                "VEVENT",
                "with it the calendar has more than " + MOST_OCCURRENCES
                        + " busy times within the days that can be booked: let it repeat more seldom");
    }

    /** Whether a rule is for a clock, not for a calendar. */
    static boolean tooOften(Frequency frequency) {
        return frequency == Frequency.SECONDLY || frequency == Frequency.MINUTELY;
    }
}

package org.anteroom.agent.words;

/** The hours of a day that have a name, as practices and callers mostly mean them; in the order of their numbers. */
enum DayPart {
    EARLY(7, 10),
    MORNING(7, 12),
    LUNCH(11, 14),
    AFTERNOON(12, 17),
    LATE(15, 18),
    EVENING(17, 21),
    LATE_MORNING(10, 12),
    EARLY_AFTERNOON(12, 15),
    MID_MORNING(9, 11),
    MID_AFTERNOON(14, 16),
    EARLY_EVENING(17, 19),
    LATE_EVENING(19, 21),
    AFTER_LUNCH(13, DayPart.OPEN),
    BEFORE_LUNCH(DayPart.OPEN, 12),
    AFTER_WORK(17, DayPart.OPEN),
    BEFORE_WORK(DayPart.OPEN, 9),
    AFTER_SCHOOL(15, DayPart.OPEN),
    BEFORE_SCHOOL(DayPart.OPEN, 8);

    private static final int OPEN = -1;

    private final int from;
    private final int to;

    DayPart(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** The part with a number of {@code spoken-time.txt}, from 1. */
    static DayPart numbered(int number) {
        return values()[number - 1];
    }

    HourMeaning meaning(boolean every, int end) {
        return new HourMeaning(minutes(from), minutes(to), HourMeaning.Kind.PART, true, every, false, end);
    }

    private static int minutes(int hour) {
        return hour == OPEN ? HourMeaning.OPEN : hour * 60;
    }
}

package org.anteroom.agent.words;

/** What a word or phrase of {@code spoken-time.txt} is, and what its value counts. */
enum TimeSort {
    /** A month by name; 1 to 12. */
    MONTH,
    /** The place in a row, or the day of a month; 1 to 31. */
    ORDINAL,
    /** 1 to 7, Monday first. */
    WEEKDAY,
    /** The same, in words that mostly mean something else. */
    SHORT_WEEKDAY,
    /** Every one of them; 1 to 7, 8 Monday to Friday, 9 Saturday and Sunday, 10 all. */
    WEEKDAYS,
    /** Days from today. */
    DAY,
    LATER_TODAY,
    /** A part of one day; 1 to 18 as in {@link DayPart}. */
    PART,
    /** The same of all days. */
    PARTS,
    TONIGHT,
    THIS,
    NEXT,
    NEXT_AFTER,
    LAST,
    EACH,
    EACH_OTHER,
    AFTER,
    BEFORE,
    BY,
    UNTIL,
    FROM,
    THROUGH,
    TO,
    BETWEEN,
    /** "Or later", after a time. */
    ONWARD,
    /** "Or earlier", after a time. */
    LATEST,
    /** From now on, for as long as follows. */
    WITHIN,
    AGO,
    /** After a length of time: counted from now. */
    FROM_NOW,
    AND,
    OR,
    EITHER,
    AT,
    IN,
    ON,
    OF,
    THE,
    AN,
    HALF,
    QUARTER,
    OCLOCK,
    AM,
    PM,
    /** Hour of the day. */
    NOON,
    ISH,
    /** How many. */
    COUNT,
    OR_SO,
    /** Days. */
    DAY_UNIT,
    /** Months. */
    MONTH_UNIT,
    /** Minutes. */
    MINUTE_UNIT,
    /** A season by name; the month in which it begins. */
    SEASON,
    /** What follows the day that was said before: by so many days, 0 by its own length. */
    ONE_AFTER,
    WEEKEND,
    EARLY,
    MIDDLE,
    LATE,
    REST,
    FIRST_HALF,
    SECOND_HALF,
    MIDWEEK,
    /** A day with a name; as in {@link Holidays}. */
    HOLIDAY,
    /** As soon as possible. */
    SOONEST,
    /** At any time. */
    OPEN,
    NOT,
    EXCEPT,
    BUT,
    /** Takes back what was said before it: "mornings don't work". */
    UNFIT,
    INSTEAD,
    /** What was said before it was the reason: "i work monday, so tuesday". */
    SO,
    /** What comes is a reason, where something has been wished: "tuesday, because i work wednesday". */
    BECAUSE,
    SAME_TIME,
    /** The speaker takes back what came last. */
    CORRECTION,
    /** The speaker takes back everything. */
    RESTART,
    NO,
    /** What follows has happened. */
    PAST,
    /** What stands before "to" is how it was. */
    MOVING,
    APPOINTMENT,
    MINE,
    /** Says nothing. */
    FILLER,
    /** Looks like a time and is none. */
    NOTHING,
    /** Any other word; not in the list. */
    WORD
}

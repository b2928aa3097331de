package org.anteroom.agent.dialogue;

import java.util.Locale;

/**
 * The only things that can be put into a template, all of them administrative and all of them written by staff, taken
 * from a calendar, or digits. There is no slot for a caller's own words, so they can't be spoken.
 */
public enum Slot {
    /** The practice's name as it is said aloud. Known when the service starts. */
    PRACTICE,
    /** A day's opening times in words: "eight to noon and one to five". */
    HOURS,
    /** The week's opening times in words. */
    WEEK,
    /** A day as people say it: "today", "Tuesday", "December twenty fifth". */
    DAY,
    /** Several days in words. */
    DAYS,
    /** Staff-written name of a holiday. */
    HOLIDAY,
    /** A moment in words: when the office opens, a message will be read, or somebody calls back: "on Tuesday after eight". */
    WHEN,
    /** Staff-written street address. */
    ADDRESS,
    /** Staff-written directions. */
    DIRECTIONS,
    /** The office's own number, digit by digit in groups. */
    PHONE,
    /** The office's fax number, digit by digit in groups. */
    FAX,
    /** A caller's call-back number, digit by digit in groups. */
    NUMBER,
    /** The reviewed label of an emergency rule, for the on-call phone only. */
    CATEGORY,
    /** Somebody who may be on call, as the configuration names them; to them and their colleagues only. */
    WHO,
    /** A rota, as the configuration names it. */
    ROTA,
    /** A key of the phone in words: "two". */
    KEY;

    /** As it stands in a template, without the braces. */
    String marker() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.anteroom.agent.dialogue;

import java.util.Locale;

/**
 * The only things that can be put into a template, all of them administrative: written by staff, taken from a calendar, digits, or
 * a name that this caller told and has to confirm. There is no slot for a caller's other words, so they can't be spoken.
 */
public enum Slot {
    /** The practice's name as it is said aloud. Known when the service starts. */
    PRACTICE,
    /** A day's opening times in words: "eight to noon and one to five". */
    HOURS,
    /** The week's opening times in words. */
    WEEK,
    /** A day as people say it: "today", "Tuesday", "December twenty fifth"; or a month. */
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
    /** A time of a visit, and with whom, where there is a choice: "Tuesday, December first, at ten with Doctor Ortiz". */
    TIME,
    /** A second time to choose from. */
    OTHER_TIME,
    /** A third time to choose from. */
    THIRD_TIME,
    /** A kind of visit, as staff wrote it. */
    VISIT,
    /** Kinds of visits to choose from, as staff wrote them. */
    VISITS,
    /** The date of birth that the caller told, to be read back. */
    BIRTH,
    /** The patient's name as this caller told it, to be read back; never one from the records. */
    PATIENT,
    /** An animal's name, likewise. */
    ANIMAL,
    /** The name of who brings it, likewise. */
    OWNER,
    /** How to prepare for a visit, as staff wrote it. */
    NOTE,
    /** The number of an insurance card that the caller told, to be read back: letter by letter in groups. */
    MEMBER_ID,
    /** An insurance that the practice takes, as staff wrote it. */
    PAYER,
    /** Several of them. */
    PAYERS,
    /** Those who see patients, as staff wrote their names. */
    PROVIDERS,
    /** Where to park, as staff wrote it. */
    PARKING,
    /** The reviewed label of an emergency rule, for the on-call phone only. */
    CATEGORY,
    /** Somebody who may be on call, as the configuration names them; to them and their colleagues only. */
    WHO,
    /** A rota, as the configuration names it. */
    ROTA,
    /** A key of the phone in words: "two". */
    KEY,
    /** How many appointments, in words; to staff only. */
    COUNT;

    /** As it stands in a template, without the braces. */
    String marker() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

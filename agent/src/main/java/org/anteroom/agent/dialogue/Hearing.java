package org.anteroom.agent.dialogue;

/** What sort of answer is expected: decides how long a pause ends the caller's turn. */
public enum Hearing {
    /** Anything. */
    OPEN,
    /** A yes or a no, or at once what is right: a number as well. */
    YES_NO,
    /** A phone number. */
    DIGITS,
    SPELLING,
    /** A person's name, said or spelled. */
    NAME,
    /** A date of birth, with its year. */
    BIRTH_DATE,
    /** An id of letters and digits of any length, in groups. */
    MEMBER_ID,
    /** A personal code of four to eight digits. */
    PIN,
    /** A code of six digits that comes as a text: the caller may have to wait for it. */
    CODE,
    /** When the caller would like to come. */
    WHEN,
    /** One of a few things that were offered, or none of them: a short answer. */
    CHOICE,
    /** A message in the caller's own words; what follows after a pause is still taken. */
    MONOLOGUE,
    /** A yes, a no, or more of a message. */
    ADDITION,
    /** The end of a message: nobody listens for more of it afterwards. */
    LAST_WORDS
}

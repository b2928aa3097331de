package org.anteroom.agent.rehearsal.caller;

import java.util.Locale;

/** What a caller takes a sentence for. */
enum Asked {
    /** "How can I help you?" */
    HELP,
    NAME,
    SPELL,
    BIRTH,
    PHONE,
    /** "Is this number the best one to reach you?" */
    THIS_NUMBER,
    PIN,
    /** The animal's name. */
    ANIMAL,
    WHEN,
    /** Times to choose from. */
    OFFER,
    /** "Is that right?" */
    CONFIRM,
    /** "Shall I book that?" */
    SHALL,
    VISIT,
    /** "Have you been here before?" */
    BEEN,
    /** "Are you a new patient?" */
    NEW,
    NEW_OR_NOT,
    /** "Who is the patient?" */
    FOR_WHOM,
    /** "Is it for you?" */
    FOR_YOU,
    PROVIDER,
    PAYER,
    MEMBER_ID,
    GROUP,
    SUBSCRIBER,
    DRUG,
    PHARMACY,
    MESSAGE,
    /** "Shall I take a message?" */
    TAKE_MESSAGE,
    /** "Shall I connect you with somebody?" */
    PUT_THROUGH,
    ANYTHING_ELSE,
    /** "Stay on the line." */
    HOLD,
    BYE,
    /** "Sorry, I didn't catch that." */
    LOST,
    /** Nothing is free. */
    NONE_FREE,
    /** "Which appointment is it?" */
    WHICH_HELD,
    /** "Anything to add?" */
    ADD,
    /** "Is the plan in the patient's name?" */
    OWN_PLAN,
    /** "Please say yes if that is right": how to answer what was asked before. */
    HINT,
    /** "Take your time." */
    PATIENCE,
    /** "You're booked." */
    DONE,
    NOTHING;

    /** Its heading in the file of keywords. */
    String heading() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

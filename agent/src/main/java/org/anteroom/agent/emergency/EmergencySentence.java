package org.anteroom.agent.emergency;

/** What the emergency path speaks. The words are templates of the catalogue in {@code dialogue}, found by {@link #id}. */
public enum EmergencySentence {
    /** To the caller, at once and every ten seconds: stay on the line, I am connecting you. */
    CONNECTING("emergency.connecting"),
    /** To the caller: nobody could be reached; hang up and dial 911; we keep trying. */
    ALL_FAILED("emergency.all-failed"),
    /** To an on-call person, repeated until a key: emergency call for the practice, press 1 to take it. */
    PRESS_ONE("emergency.press-one"),
    /** To an on-call person whose caller has gone: the caller hung up, press 1 for the number. */
    CALLER_HUNG_UP("emergency.caller-hung-up"),
    /** To an on-call person who pressed 1 second: already taken. */
    ALREADY_TAKEN("emergency.already-taken"),
    /** To the person who took it: category and call-back number, under three seconds. */
    DISCLOSURE("emergency.disclosure"),
    /** To the person who took it after the caller hung up: category and call-back number, twice. */
    CALLER_NUMBER("emergency.caller-number");

    private final String id;

    EmergencySentence(String id) {
        this.id = id;
    }

    /** The template's id in the catalogue. */
    public String id() {
        return id;
    }
}

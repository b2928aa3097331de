package org.anteroom.agent.emergency;

/** What the emergency path speaks. The words are templates of the catalogue in {@code dialogue}. */
public enum EmergencySentence {
    /** To the caller, at once and every ten seconds: stay on the line, I am connecting you. */
    CONNECTING,
    /** To the caller: nobody could be reached; hang up and dial 911; we keep trying. */
    ALL_FAILED,
    /** To an on-call person, repeated until a key: emergency call for the practice, press 1 to take it. */
    PRESS_ONE,
    /** To an on-call person whose caller has gone: the caller hung up, press 1 for the number. */
    CALLER_HUNG_UP,
    /** To an on-call person who pressed 1 second: already taken. */
    ALREADY_TAKEN,
    /** To the person who took it: category and call-back number, about three seconds. */
    DISCLOSURE,
    /** To the person who took it after the caller hung up: category and call-back number, twice. */
    CALLER_NUMBER,
    /** To the person who asked for a colleague: the others are being called. */
    CALLING_NEXT,
    /** To the person who asked for a colleague: nobody else has taken it. */
    NOBODY_ELSE,
    /** To the person who said that it is no emergency: noted. */
    NOTED,
    /** To the person who asked for a service: it is being called. */
    CALLING_SERVICE,
    /** To the person who asked for a service: it could not be had. */
    SERVICE_FAILED,
    /** To the person who asked for a service: the plan has none. */
    NO_SERVICE,
    /** To the person who asked for a service: the caller has hung up; the two go on. */
    CALLER_LEFT
}

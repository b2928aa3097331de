package org.anteroom.agent.watch;

import java.util.Locale;

/** What must be in order. Without a vital condition no call can be served: the line un-registers and answers 503. */
public enum Condition {
    /** Sound leaves on time. */
    MEDIA_CLOCK(true),
    /** Words are heard in time. */
    RECOGNISER(true),
    /** Greeting and emergency sentences passed their check. */
    VOICE(true),
    /** What callers mean is judged, beside the phrases they use. */
    MEANING(false),
    /** Registered at the PBX. */
    LINE(false),
    /** Calls and messages can be stored. While they can't, calls that begin are served for emergencies only. */
    RECORDS(false),
    /** The key of the records is where the next start will look for it. */
    KEY(false),
    /** The on-call plan is valid and kept beside the configuration. */
    PLAN(false),
    /** What is busy in the providers' own calendars is known. */
    CALENDARS(false),
    /** Every call is served, not emergencies only. */
    FULL_SERVICE(false),
    /** The last drill brought a person on the line. */
    DRILL_PASSED(false),
    /** A drill was made not too long ago. */
    DRILL_DUE(false),
    /** Figures and health can be read by other programs. */
    WATCH(false);

    private final boolean vital;

    Condition(boolean vital) {
        this.vital = vital;
    }

    /** Whether no call may be answered without it. */
    public boolean vital() {
        return vital;
    }

    /** The one with that text; IllegalArgumentException where there is none. */
    public static Condition of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

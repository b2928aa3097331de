package org.anteroom.agent.sip;

import java.util.List;

/** Why the PBX sent a call here, as far as it says so: a hint from outside, never a proof. */
public enum CallReason {
    /** Nobody passed it on, or nothing was said about it. */
    DIRECT,
    /** All calls come here. */
    UNCONDITIONAL,
    /** The extension called was busy, or not to be disturbed. */
    BUSY,
    /** Nobody answered, or nobody could be reached. */
    NO_ANSWER,
    /** By the time of day, such as after hours. */
    TIME_OF_DAY,
    /** It was passed on for a reason that says nothing to us. */
    UNKNOWN;

    /**
     * The reason of the latest diversion that tells one.
     *
     * @param diversions the latest first
     */
    static CallReason of(List<Diversion> diversions) {
        CallReason none = diversions.isEmpty() ? DIRECT : UNKNOWN;
        return diversions.stream()
                .map(step -> of(step.reason()))
                .filter(reason -> reason != UNKNOWN)
                .findFirst()
                .orElse(none);
    }

    /** The words of RFC 5806, and what some PBXs write in their place. */
    private static CallReason of(String reason) {
        return switch (reason) {
            case "unconditional", "cfu" -> UNCONDITIONAL;
            case "user-busy", "busy", "cfb", "do-not-disturb", "dnd" -> BUSY;
            case "no-answer", "no-reply", "cfnr", "unavailable", "out-of-service", "away" -> NO_ANSWER;
            case "time-of-day" -> TIME_OF_DAY;
            default -> UNKNOWN;
        };
    }
}

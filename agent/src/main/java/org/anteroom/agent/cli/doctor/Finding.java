package org.anteroom.agent.cli.doctor;

/** What came of one check. Sentences for the person who must act; no names and no numbers of people.
 *
 *  @param what was found
 *  @param why it matters; empty where all is well
 *  @param mend the command or the step; empty where all is well
 */
public record Finding(State state, String what, String why, String mend) {

    /** How bad it is. */
    public enum State {
        OK,
        /** Works, but not as it should, or not for long. */
        WARNING,
        /** Calls or emergencies are at risk now, or will be with the next restart. */
        FAULT,
        /** Could not be looked at, or doesn't apply. */
        SKIPPED
    }

    public static Finding ok(String what) {
        return new Finding(State.OK, what, "", "");
    }

    public static Finding warning(String what, String why, String mend) {
        return new Finding(State.WARNING, what, why, mend);
    }

    public static Finding fault(String what, String why, String mend) {
        return new Finding(State.FAULT, what, why, mend);
    }

    /** @param mend what makes it possible; empty where nothing needs to */
    public static Finding skipped(String what, String mend) {
        return new Finding(State.SKIPPED, what, "", mend);
    }
}

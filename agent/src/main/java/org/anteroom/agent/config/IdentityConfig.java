package org.anteroom.agent.config;

/** What a caller must show before something is done or told for a patient. */
@Key(
        doc =
                "How sure the receptionist must be of who is calling. Name and date of birth alone may request a change, which"
                        + " staff confirm; more takes one more factor.")
public record IdentityConfig(
        @Key(
                        doc = "The further factor that callers are asked for: none (every change of an appointment is a"
                                + " request that staff confirm), pin (patients have one: anteroom patients pin), text (a code is"
                                + " sent to the number on file; it needs the section text) or call-back (who asks is rung at"
                                + " the number on file, and gives the date of birth there).",
                        preset = "none")
                Factor factor,
        @Key(doc = "What confirming an appointment takes: staff, name or factor.", preset = "factor") Level confirm,
        @Key(doc = "What cancelling takes: staff, name or factor.", preset = "factor") Level cancel,
        @Key(doc = "What moving an appointment takes: staff, name or factor.", preset = "factor") Level reschedule,
        @Key(
                        doc =
                                "What booking takes: staff (the time is kept until staff say yes) or name (name and date of"
                                        + " birth) or factor.",
                        preset = "name")
                Level book,
        @Key(
                        doc =
                                "Wrong answers after which the identity of that patient can't be shown from that number for"
                                        + " lock-minutes.",
                        preset = "3",
                        min = 1,
                        max = 10)
                int attempts,
        @Key(doc = "For so long, minutes.", preset = "30", min = 1, max = 1440) int lockMinutes) {

    /** What is asked for beside name and date of birth. */
    public enum Factor {
        NONE,
        /** A PIN of the patient, or of a proxy. */
        PIN,
        /** A code that is sent as a text to the number on file. */
        TEXT,
        /** Being rung at the number on file. */
        CALL_BACK
    }

    /** What a task takes. */
    public enum Level {
        /** Staff confirm it, whoever asked. */
        STAFF,
        /** Name and date of birth. */
        NAME,
        /** The further factor. */
        FACTOR
    }
}

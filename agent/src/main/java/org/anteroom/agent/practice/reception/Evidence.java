package org.anteroom.agent.practice.reception;

import static java.util.Objects.requireNonNull;

/**
 * What a caller has shown beside name and date of birth. It counts where the practice asks for it
 * ({@link org.anteroom.agent.config.IdentityConfig.Factor}), and for nothing else. No text form holds digits or patient.
 */
public sealed interface Evidence {

    /** Nothing: not asked for, or the caller has none. */
    record None() implements Evidence {}

    /** @param digits as said or keyed, for the patient's PIN, or a proxy's own */
    record Pin(String digits) implements Evidence {
        public Pin {
            requireNonNull(digits, "digits");
        }

        @Override
        public String toString() {
            return "Pin[]";
        }
    }

    /** @param digits as said or keyed, for the code that was sent as a text to the number on file; right once */
    record Texted(String digits) implements Evidence {
        public Texted {
            requireNonNull(digits, "digits");
        }

        @Override
        public String toString() {
            return "Texted[]";
        }
    }

    /**
     * The code was right earlier in the call: it is right once, and a caller does more than one thing.
     *
     * @param patient id of the one it was right for: it says nothing of anybody else
     */
    record TextedBefore(String patient) implements Evidence {
        public TextedBefore {
            requireNonNull(patient, "patient");
        }

        @Override
        public String toString() {
            return "TextedBefore[]";
        }
    }

    /**
     * Whoever speaks was rung at the number on file.
     *
     * @param patient id of the one on file with that number: it says nothing of anybody else
     */
    record CalledBack(String patient) implements Evidence {
        public CalledBack {
            requireNonNull(patient, "patient");
        }

        @Override
        public String toString() {
            return "CalledBack[]";
        }
    }
}

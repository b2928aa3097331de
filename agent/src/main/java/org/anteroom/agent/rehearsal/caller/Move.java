package org.anteroom.agent.rehearsal.caller;

/** What a caller does next. */
public sealed interface Move {

    /** Says something. */
    record Say(String words) implements Move {
        /** Nothing of it. */
        @Override
        public String toString() {
            return "Say[]";
        }
    }

    /** Presses keys, one after the other. */
    record Press(String keys) implements Move {
        /** Nothing of them. */
        @Override
        public String toString() {
            return "Press[]";
        }
    }

    /** Stays on the line. */
    record Wait() implements Move {}

    /** Goes. */
    record HangUp() implements Move {}
}

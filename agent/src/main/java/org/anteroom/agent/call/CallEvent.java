package org.anteroom.agent.call;

import java.time.Duration;

/** Something that happened on a call; {@code nanos} is {@link System#nanoTime} of the moment it is about. */
public sealed interface CallEvent {
    /** The call's id in the journal; says nothing about the caller. */
    String call();

    long nanos();

    /** The call was answered. */
    record Answered(String call, long nanos) implements CallEvent {}

    /** The recogniser's words for one utterance of the caller. */
    record Heard(String call, long nanos, String words) implements CallEvent {}

    /** A key of the caller. */
    record Keyed(String call, long nanos, char key) implements CallEvent {}

    /** A sentence began to be spoken to the caller. */
    record Said(String call, long nanos, String template, String words) implements CallEvent {}

    /** The caller's speech stopped a sentence. */
    record BargedIn(String call, long nanos) implements CallEvent {}

    /** The detector decided; {@code grade} is concern or alarm. */
    record Decided(String call, long nanos, String grade, String rule, String category) implements CallEvent {}

    /** A step of an outbound leg: what is e.g. "invite", "ringing", "answered", "accepted", "bridged", "joined", "ended". */
    record Outbound(String call, long nanos, int leg, String target, String what) implements CallEvent {}

    /** A request of the caller was stored, as message {@code reference}. */
    record Stored(String call, long nanos, String reference) implements CallEvent {}

    /** A latency was measured. */
    record Measured(String call, long nanos, Latency what, Duration took) implements CallEvent {}

    /** The call is over and its journal is written. */
    record Ended(String call, long nanos, String why) implements CallEvent {}
}

package org.anteroom.agent.rehearsal.calls;

import java.util.List;

/**
 * How long a call took, from the sound on the line.
 *
 * @param voice whose the caller had; empty in text
 * @param seconds from the answer to the end
 * @param answersMs from the end of each of the caller's sentences to the first sound of what the agent said to it
 * @param interruptions how often the agent stopped talking although the caller said nothing
 */
record Timing(String voice, double seconds, List<Double> answersMs, int interruptions) {
    /** Of a call in text. */
    static final Timing NONE = new Timing("", 0, List.of(), 0);

    Timing {
        answersMs = List.copyOf(answersMs);
    }

    /** The longest that the caller waited for an answer, ms. */
    double longestMs() {
        return answersMs.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}

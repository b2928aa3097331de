package org.anteroom.agent.rehearsal;

import java.util.OptionalLong;

/** What came of one phrase of a drill. Times are ms from the end of the word that makes it an emergency; they can be
 *  negative, because a word may be known before it is over.
 *
 *  @param phrase its name
 *  @param words what the recording says
 *  @param grade what the detector decided; empty when nothing
 *  @param rule why; empty when nothing was decided
 *  @param rangMs until a phone rang
 *  @param acceptedMs until the accept key was pressed
 *  @param bridgedMs until caller and phone were connected
 *  @param problem what went wrong and what to do; empty when all was well
 *  @param gaveWay whether it was ended, or not begun, for the sake of real calls, so that it says nothing
 *  @param over whether the drill must end here: it gave way, or no further call would do better
 */
public record DrillResult(
        String phrase,
        String words,
        String grade,
        String rule,
        OptionalLong rangMs,
        OptionalLong acceptedMs,
        OptionalLong bridgedMs,
        String problem,
        boolean gaveWay,
        boolean over) {

    /** Whether it went as an emergency must go. */
    public boolean passed() {
        return problem.isEmpty();
    }
}

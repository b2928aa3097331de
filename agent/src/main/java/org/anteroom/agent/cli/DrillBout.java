package org.anteroom.agent.cli;

import java.time.Instant;
import java.util.List;
import org.anteroom.agent.call.DrillLog;
import org.anteroom.agent.rehearsal.DrillResult;

/** What the phrases of one drill came to.
 *
 *  @param trouble why it could not be made; empty when it was
 */
record DrillBout(List<DrillResult> results, String trouble) {

    DrillBout {
        results = List.copyOf(results);
    }

    static DrillBout notMade(String why) {
        return new DrillBout(List.of(), why);
    }

    /** As it is kept. */
    DrillLog.Drill drill(Instant began, Instant ended, String how) {
        return new DrillLog.Drill(
                0,
                began,
                ended,
                how,
                outcome(),
                trouble,
                results.stream().map(DrillBout::phrase).toList());
    }

    /** One phrase as it is kept. */
    static DrillLog.Phrase phrase(DrillResult result) {
        return new DrillLog.Phrase(
                result.phrase(),
                result.grade(),
                result.rule(),
                result.rangMs(),
                result.acceptedMs(),
                result.bridgedMs(),
                result.problem());
    }

    private DrillLog.Outcome outcome() {
        if (!trouble.isEmpty() || results.isEmpty()) {
            return DrillLog.Outcome.NOT_MADE;
        }
        if (results.stream().anyMatch(result -> !result.passed() && !result.gaveWay())) {
            return DrillLog.Outcome.FAILED;
        }
        return results.stream().anyMatch(DrillResult::gaveWay) ? DrillLog.Outcome.GAVE_WAY : DrillLog.Outcome.PASSED;
    }
}

package org.anteroom.agent.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.words.SpokenWhen;
import org.anteroom.agent.words.When;

/** Measures how well spoken times are understood. */
public final class WhenEvaluation {
    private WhenEvaluation() {}

    /**
     * Judges every row of a file.
     *
     * @throws TsvException when rows are malformed, with all their lines
     */
    public static WhenReport run(Path tsv) throws TsvException {
        List<WhenVerdict> verdicts = new ArrayList<>();
        for (WhenCase each : WhenCase.read(tsv)) {
            verdicts.add(judge(each));
        }
        return new WhenReport(verdicts);
    }

    private static WhenVerdict judge(WhenCase each) {
        Optional<When> understood = SpokenWhen.of(List.of(each.text().strip().split("\\s+")), each.reference());
        WhenScore score = new WhenScore(each.reference());
        return new WhenVerdict(
                each,
                understood,
                understood.filter(when -> score.right(when, each.expected())).isPresent());
    }
}

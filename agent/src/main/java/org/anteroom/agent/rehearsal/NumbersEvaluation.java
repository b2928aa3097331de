package org.anteroom.agent.rehearsal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.anteroom.agent.words.Normaliser;

/** Measures how well dictated answers are understood: phone numbers, ids, dates of birth, counts and codes. */
public final class NumbersEvaluation {

    private final Clock clock;

    /** @param clock tells the day after which nobody was born */
    public NumbersEvaluation(Clock clock) {
        this.clock = clock;
    }

    /**
     * Judges every row of a file.
     *
     * @throws TsvException when rows are malformed, with all their lines
     */
    public NumbersReport run(Path tsv) throws TsvException {
        LocalDate today = LocalDate.now(clock);
        List<NumberVerdict> verdicts = NumberCase.read(tsv).stream()
                .map(each -> new NumberVerdict(
                        each,
                        each.kind().read(Normaliser.words(each.text()), today).orElse("")))
                .toList();
        return new NumbersReport(verdicts);
    }
}

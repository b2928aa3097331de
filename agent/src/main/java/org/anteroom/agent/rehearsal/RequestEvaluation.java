package org.anteroom.agent.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.anteroom.agent.dialogue.Understood;

/** Measures on written sentences whether it is understood what callers want. */
public final class RequestEvaluation {

    private final Function<String, Understood> reader;

    /** @param reader what a call would ask */
    public RequestEvaluation(Function<String, Understood> reader) {
        this.reader = reader;
    }

    /**
     * Judges every row of a file.
     *
     * @throws TsvException when rows are malformed, with all their lines
     */
    public RequestReport run(Path tsv) throws TsvException {
        List<RequestVerdict> verdicts = new ArrayList<>();
        for (RequestCase each : RequestCase.read(tsv)) {
            verdicts.add(new RequestVerdict(each, reader.apply(each.text())));
        }
        return new RequestReport(verdicts);
    }
}

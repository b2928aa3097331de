package org.anteroom.agent.cli;

import org.anteroom.agent.rehearsal.TextRecords;
import org.anteroom.agent.rehearsal.calls.CallerRecords;

/** The records of conversations in text, for tests of other rooms. */
public final class ConverseRecords implements AutoCloseable {
    private final ScratchRecords scratch;

    private ConverseRecords(ScratchRecords scratch) {
        this.scratch = scratch;
    }

    public static ConverseRecords open() throws Exception {
        return new ConverseRecords(ScratchRecords.open());
    }

    public TextRecords records() {
        return scratch;
    }

    public CallerRecords callerRecords() {
        return scratch;
    }

    @Override
    public void close() {
        scratch.close();
    }
}

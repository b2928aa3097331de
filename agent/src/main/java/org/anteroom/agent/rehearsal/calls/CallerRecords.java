package org.anteroom.agent.rehearsal.calls;

import java.time.Instant;
import java.util.List;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.reception.Reception;
import org.anteroom.agent.rehearsal.OnFile;
import org.anteroom.agent.rehearsal.TextPractice;

/** Records of one call after another, which can be read afterwards. */
@FunctionalInterface
public interface CallerRecords {

    /**
     * What a call may ask, and the book behind it.
     *
     * @param book to read what came of the call
     */
    record Opened(Reception reception, LocalBook book) {}

    /** Records with nothing in them but what is on file. Those of an earlier call are of no use any more. */
    Opened opened(TextPractice practice, List<OnFile> onFile, Instant now);
}

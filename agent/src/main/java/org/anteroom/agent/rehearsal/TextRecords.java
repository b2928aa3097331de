package org.anteroom.agent.rehearsal;

import java.time.Instant;
import java.util.List;
import org.anteroom.agent.practice.reception.Reception;

/** Records that a conversation in text is held with: real ones, that nobody else sees. */
@FunctionalInterface
public interface TextRecords {

    /** What conversations may ask, with nothing in them but what is on file. What an earlier call gave is of no use any more. */
    Reception fresh(TextPractice practice, List<OnFile> onFile, Instant now);
}

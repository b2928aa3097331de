package org.anteroom.agent.rehearsal.caller;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.rehearsal.OnFile;

/**
 * A caller before the call: what is on file, what they want and how they speak.
 *
 * @param seed that draws it again
 * @param now wall clock of the practice
 * @param from number the call comes from; empty where it isn't sent
 */
public record Situation(
        long seed, LocalDateTime now, List<OnFile> onFile, Goal goal, Manner manner, Optional<String> from) {
    public Situation {
        onFile = List.copyOf(onFile);
    }
}

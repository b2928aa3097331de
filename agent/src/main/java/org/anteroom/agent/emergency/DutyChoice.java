package org.anteroom.agent.emergency;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What somebody may change of a rota by phone, now.
 *
 * @param onCall names of those who are on call by it
 * @param giving whether whoever asks is among them, and gives it to one of {@code others}; else takes it from one of them
 * @param others names, at most nine
 * @param ends until when it may be for, by the practice's wall clock, at most three, the next hand-over first
 */
public record DutyChoice(
        String rota, List<String> onCall, boolean giving, List<String> others, List<LocalDateTime> ends) {
    public DutyChoice {
        onCall = List.copyOf(onCall);
        others = List.copyOf(others);
        ends = List.copyOf(ends);
    }

    /** Whether there is anything to choose. */
    public boolean any() {
        return !others.isEmpty() && !ends.isEmpty();
    }

    /** The change that one of the choices is. */
    public HandOver handOver(String who, String other, LocalDateTime until) {
        return giving ? new HandOver(rota, who, other, until) : new HandOver(rota, other, who, until);
    }
}

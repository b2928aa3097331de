package org.anteroom.agent.emergency;

import java.time.Instant;
import java.util.List;

/**
 * One hand-over of a rota.
 *
 * @param before names of those on call until then; empty when nobody was
 * @param after names of those on call from then on
 */
public record DutyChange(Instant at, String rota, List<String> before, List<String> after) {
    public DutyChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}

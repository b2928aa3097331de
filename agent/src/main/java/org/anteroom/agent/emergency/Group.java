package org.anteroom.agent.emergency;

import java.time.Duration;
import java.util.List;

/**
 * Targets that ring together.
 *
 * @param name for the log and the operator
 * @param ring how long they may ring before the next group is called
 * @param targets at least one
 */
public record Group(String name, Duration ring, List<Target> targets) {

    public Group {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("On-call group '" + name + "' has no target: give it at least one.");
        }
        if (ring.isNegative() || ring.isZero()) {
            throw new IllegalArgumentException("On-call group '" + name + "' must ring for at least a second.");
        }
    }
}

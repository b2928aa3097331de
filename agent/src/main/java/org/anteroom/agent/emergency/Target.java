package org.anteroom.agent.emergency;

import static java.util.Objects.requireNonNull;

/**
 * One number that takes emergencies.
 *
 * @param name as the practice calls it; for the log and the operator
 * @param number what is dialled
 * @param kind person or service
 */
public record Target(String name, String number, TargetKind kind) {

    public Target {
        requireNonNull(name, "name");
        requireNonNull(number, "number");
        requireNonNull(kind, "kind");
    }
}

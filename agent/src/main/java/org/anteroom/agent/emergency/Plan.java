package org.anteroom.agent.emergency;

import java.util.List;

/**
 * Who is called in an emergency, group after group.
 *
 * @param groups at least one, of which at least one holds a person
 * @param pace waiting times
 */
public record Plan(List<Group> groups, Pace pace) {

    public Plan {
        groups = List.copyOf(groups);
        boolean person = groups.stream()
                .flatMap(group -> group.targets().stream())
                .anyMatch(target -> target.kind() == TargetKind.PERSON);
        if (!person) {
            throw new IllegalArgumentException(
                    "The on-call plan has no person: a service must not be the only target.");
        }
    }

    /** A plan at the usual pace. */
    public static Plan of(List<Group> groups) {
        return new Plan(groups, Pace.DEFAULT);
    }
}

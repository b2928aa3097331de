package org.anteroom.agent.emergency;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is called in an emergency, group after group.
 *
 * @param groups at least one, of which at least one holds a person
 * @param pace waiting times
 * @param services what whoever has the call may add to it by key, in the order in which they are tried
 */
public record Plan(List<Group> groups, Pace pace, List<Target> services) {

    public Plan {
        groups = List.copyOf(groups);
        services = List.copyOf(services);
        boolean person = groups.stream()
                .flatMap(group -> group.targets().stream())
                .anyMatch(target -> target.kind() == TargetKind.PERSON);
        if (!person) {
            throw new IllegalArgumentException(
                    "The on-call plan has no person: a service must not be the only target.");
        }
    }

    /** The services among the targets may be added. */
    public Plan(List<Group> groups, Pace pace) {
        this(groups, pace, services(groups));
    }

    /** The same with more services that whoever has the call may add, after those that are rung by themselves. */
    public Plan adding(List<Target> more) {
        return new Plan(
                groups,
                pace,
                Stream.concat(services.stream(), more.stream()).distinct().toList());
    }

    /**
     * The same, but no service is rung by itself: nobody who merely asks for a person is put through to 911. A person who
     * takes the call may still add one.
     */
    public Plan people() {
        List<Group> people =
                groups.stream().map(Plan::people).flatMap(Optional::stream).toList();
        return new Plan(people, pace, services);
    }

    private static List<Target> services(List<Group> groups) {
        return groups.stream()
                .flatMap(group -> group.targets().stream())
                .filter(target -> target.kind() == TargetKind.SERVICE)
                .distinct()
                .toList();
    }

    private static Optional<Group> people(Group group) {
        List<Target> people = group.targets().stream()
                .filter(target -> target.kind() == TargetKind.PERSON)
                .toList();
        return people.isEmpty() ? Optional.empty() : Optional.of(new Group(group.name(), group.ring(), people));
    }

    /** A plan at the usual pace. */
    public static Plan of(List<Group> groups) {
        return new Plan(groups, Pace.DEFAULT);
    }
}

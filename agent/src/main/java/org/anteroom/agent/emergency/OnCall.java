package org.anteroom.agent.emergency;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anteroom.agent.config.OnDuty;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.OncallGroup;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.OncallPerson;
import org.anteroom.agent.config.OncallTarget;

/**
 * Who is on call at any moment: the configured groups, in which rotas and their overrides say whose phones ring. Immutable;
 * everything is decided from what is given, nothing from the time it is now.
 *
 * <p>A group without categories takes every emergency, one with categories only those; both are rung in the order of the
 * file.
 */
public final class OnCall {
    private final OncallConfig config;
    private final ZoneId zone;
    private final Map<String, Rota> rotas = new LinkedHashMap<>();
    private final Map<String, List<Target>> people = new LinkedHashMap<>();

    private OnCall(OncallConfig config, List<OncallOverride> overrides, ZoneId zone) {
        this.config = config;
        this.zone = zone;
        config.people().forEach(person -> people.put(person.name(), phones(person)));
        // Of somebody who has gone from the configuration since: as if it weren't there, rather than a hole.
        List<OncallOverride> known = overrides.stream()
                .filter(override -> people.containsKey(override.who()))
                .toList();
        config.rotas().forEach(rota -> rotas.put(rota.name(), Rota.of(rota, known, zone)));
    }

    /**
     * The plan of a valid configuration.
     *
     * @param overrides win over its rotas, like the overrides written there
     * @param zone the practice's, in which its rotas are written
     */
    public static OnCall of(OncallConfig config, List<OncallOverride> overrides, ZoneId zone) {
        return new OnCall(config, overrides, zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /**
     * Whom an emergency rings at a moment, group after group. Never without a person: in a hole of the rotas everybody who
     * is named in the configuration is rung in a last group, because too many is better than nobody.
     *
     * @param open whether it lies in opening hours
     * @param category what the emergency is about, as in {@link Decision#category}
     */
    public List<Group> at(Instant moment, boolean open, String category) {
        List<Group> groups = new ArrayList<>();
        for (OncallGroup group : config.onDuty(open)) {
            if (takes(group, category)) {
                add(groups, group, phones(group.targets(), moment));
            }
        }
        if (groups.stream().flatMap(group -> group.targets().stream()).noneMatch(OnCall::person)) {
            OncallGroup like = config.groups().get(config.groups().size() - 1);
            add(groups, like, all().stream().filter(OnCall::person).toList());
        }
        return List.copyOf(groups);
    }

    /** The services that only whoever has the call may add, by key, in the order of the file. */
    public List<Target> byKey(String category) {
        return config.groups().stream()
                .filter(group -> takes(group, category))
                .flatMap(group -> group.targets().stream())
                .filter(target -> target.when() == OnDuty.KEY)
                .flatMap(OnCall::fixed)
                .distinct()
                .toList();
    }

    private static boolean takes(OncallGroup group, String category) {
        return group.categories().isEmpty() || group.categories().contains(category);
    }

    private static Stream<Target> fixed(OncallTarget target) {
        return target.number().stream().map(number -> new Target(target.name(), number, kind(target.kind())));
    }

    private static void add(List<Group> groups, OncallGroup like, List<Target> targets) {
        if (!targets.isEmpty()) {
            groups.add(new Group(like.name(), Duration.ofSeconds(like.ringSeconds()), targets));
        }
    }

    /** The phones of a group that ring, each once. */
    private List<Target> phones(List<OncallTarget> targets, Instant moment) {
        Map<String, Target> byNumber = new LinkedHashMap<>();
        targets.stream()
                .flatMap(target -> phones(target, moment))
                .forEach(phone -> byNumber.putIfAbsent(phone.number(), phone));
        return List.copyOf(byNumber.values());
    }

    private Stream<Target> phones(OncallTarget target, Instant moment) {

        Stream<Target> onDuty = rota(target).stream()
                .flatMap(rota -> rota.at(moment).stream())
                .flatMap(name -> people.getOrDefault(name, List.of()).stream());
        return Stream.concat(fixed(target), onDuty);
    }

    /** Every phone that may ever be rung, each once. */
    public List<Target> all() {
        Map<String, Target> byNumber = new LinkedHashMap<>();
        Stream<Target> fixed = config.groups().stream()
                .flatMap(group -> group.targets().stream())
                .flatMap(OnCall::fixed);
        Stream.concat(fixed, people.values().stream().flatMap(List::stream))
                .forEach(phone -> byNumber.putIfAbsent(phone.number(), phone));
        return List.copyOf(byNumber.values());
    }

    /** The kinds of emergency that some group names; all others are rung alike. */
    public List<String> categories() {
        return config.groups().stream()
                .flatMap(group -> group.categories().stream())
                .distinct()
                .toList();
    }

    /** How many phones of a group may ring together at most, by all that is written in the rotas. */
    public static int mostPhones(OncallConfig config, OncallGroup group) {
        OnCall onCall = of(config, List.of(), ZoneId.of("UTC"));
        return group.targets().stream()
                .filter(target -> target.when() != OnDuty.KEY)
                .mapToInt(onCall::mostPhones)
                .sum();
    }

    private int mostPhones(OncallTarget target) {
        return rota(target)
                .map(rota -> rota.constellations()
                        .mapToInt(names -> names.stream()
                                .mapToInt(name ->
                                        people.getOrDefault(name, List.of()).size())
                                .sum())
                        .max()
                        .orElse(1))
                .orElse(1);
    }

    /**
     * When no person is reached in every kind of emergency, whatever the opening hours: by the targets that are always rung,
     * in groups without categories. In the order of time; neighbours never touch.
     */
    public List<Hole> holes(Instant from, Duration length) {
        Instant to = from.plus(length);
        List<OncallTarget> always = config.groups().stream()
                .filter(group -> group.categories().isEmpty())
                .flatMap(group -> group.targets().stream())
                .filter(target -> target.when() == OnDuty.ALWAYS)
                .toList();
        NavigableSet<Instant> edges = new TreeSet<>(List.of(from));
        always.forEach(target -> rota(target).ifPresent(rota -> rota.edges(from, to, edges)));
        List<Hole> holes = new ArrayList<>();
        Optional<Instant> since = Optional.empty();
        for (Instant edge : edges) {
            boolean nobody = phones(always, edge).stream().noneMatch(OnCall::person);
            if (!nobody && since.isPresent()) {
                holes.add(hole(since.get(), edge, always));
            }
            since = nobody ? since.or(() -> Optional.of(edge)) : Optional.empty();
        }
        since.ifPresent(begin -> holes.add(hole(begin, to, always)));
        return List.copyOf(holes);
    }

    private static Hole hole(Instant from, Instant to, List<OncallTarget> always) {
        return new Hole(
                from,
                to,
                always.stream()
                        .flatMap(target -> target.rota().stream())
                        .distinct()
                        .toList());
    }

    /** Names of those on call by a rota at a moment; empty in a hole, and where there is no such rota. */
    public List<String> names(String rota, Instant moment) {
        return Optional.ofNullable(rotas.get(rota)).map(each -> each.at(moment)).orElse(List.of());
    }

    /** Every hand-over of every rota in a time, in its order; the moment it begins counts as before. */
    public List<DutyChange> changes(Instant from, Duration length) {
        List<DutyChange> changes = new ArrayList<>();
        for (Rota rota : rotas.values()) {
            NavigableSet<Instant> edges = new TreeSet<>();
            rota.edges(from, from.plus(length), edges);
            List<String> before = rota.at(from);
            for (Instant edge : edges) {
                List<String> after = rota.at(edge);
                if (!after.equals(before)) {
                    changes.add(new DutyChange(edge, rota.name(), before, after));
                }
                before = after;
            }
        }
        changes.sort(Comparator.comparing(DutyChange::at));
        return List.copyOf(changes);
    }

    private Optional<Rota> rota(OncallTarget target) {
        return target.rota().flatMap(name -> Optional.ofNullable(rotas.get(name)));
    }

    private static List<Target> phones(OncallPerson person) {
        List<String> numbers = person.numbers();
        return IntStream.range(0, numbers.size())
                .mapToObj(i -> new Target(
                        i == 0 ? person.name() : person.name() + " (" + (i + 1) + ")",
                        numbers.get(i),
                        kind(person.kind())))
                .toList();
    }

    private static boolean person(Target target) {
        return target.kind() == TargetKind.PERSON;
    }

    private static TargetKind kind(org.anteroom.agent.config.TargetKind kind) {
        return switch (kind) {
            case PERSON -> TargetKind.PERSON;
            case SERVICE -> TargetKind.SERVICE;
        };
    }
}

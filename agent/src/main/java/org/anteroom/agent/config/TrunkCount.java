package org.anteroom.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Counts the outside phones of groups that are rung one after the other, at the worst of the times that rotas may bring: every turn of
 * one with every turn of the others. Where these are too many, each rota's fullest turn counts, and nobody is taken to be in two.
 * Pure.
 */
final class TrunkCount {
    private static final int MOST_COMBINATIONS = 10_000;
    private static final Pattern MARKS = Pattern.compile("[^0-9*#+]");

    /** Outside phones that ring together. */
    private record Ringing(Set<String> people, Set<String> services) {
        static Ringing nobody() {
            return new Ringing(new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        int outside() {
            return people.size() + services.size();
        }

        boolean within(Ringing other) {
            return other.people.containsAll(people) && other.services.containsAll(services);
        }

        void add(Ringing other) {
            people.addAll(other.people);
            services.addAll(other.services);
        }

        void add(String number, TargetKind kind) {
            String plain = MARKS.matcher(number).replaceAll("");
            if (kind == TargetKind.SERVICE) {
                services.add(plain);
            } else if (plain.length() >= TrunkNeed.OUTSIDE_DIGITS) {
                people.add(plain);
            }
        }
    }

    private final OncallConfig config;
    private final List<OncallGroup> groups;
    private final Map<String, List<Ringing>> turns = new LinkedHashMap<>();

    private List<String> people = List.of();
    private int ringing;
    private int passing;

    /** @param groups of the plan, without targets that are off duty together with these */
    TrunkCount(OncallConfig config, List<OncallGroup> groups) {
        this.config = config;
        this.groups = groups;
        groups.stream()
                .flatMap(group -> rotas(group).stream())
                .distinct()
                .forEach(rota -> turns.put(rota, turnsOf(rota)));
        if (few()) {
            combine(new ArrayList<>(turns.keySet()), new LinkedHashMap<>());
        } else {
            sum();
        }
    }

    /** Those of the group that rings most. */
    List<String> people() {
        return people;
    }

    int ringing() {
        return ringing;
    }

    /** The phone that passes the call on where it is an outside one, and the people who are rung for it: services aren't. */
    int passing() {
        return passing;
    }

    private boolean few() {
        long combinations = 1;
        for (List<Ringing> each : turns.values()) {
            combinations *= each.size();
            if (combinations > MOST_COMBINATIONS) {
                return false;
            }
        }
        return true;
    }

    private void combine(List<String> open, Map<String, Ringing> onCall) {
        if (open.isEmpty()) {
            count(onCall);
            return;
        }
        String rota = open.get(0);
        for (Ringing turn : turns.getOrDefault(rota, List.of())) {
            onCall.put(rota, turn);
            combine(open.subList(1, open.size()), onCall);
        }
    }

    private void count(Map<String, Ringing> onCall) {
        List<Ringing> rung = new ArrayList<>();
        for (OncallGroup group : groups) {
            Ringing all = fixed(group);
            rotas(group).forEach(rota -> all.add(onCall.getOrDefault(rota, Ringing.nobody())));
            rung.add(all);
        }
        for (int i = 0; i < groups.size(); i++) {
            Ringing each = rung.get(i);
            take(each.outside(), each.people().size() + (heldElsewhere(i, rung) ? 1 : 0), each.people());
        }
    }

    private void sum() {
        List<Ringing> rung = new ArrayList<>();
        for (OncallGroup group : groups) {
            Ringing all = fixed(group);
            rotas(group).forEach(rota -> turns.getOrDefault(rota, List.of()).forEach(all::add));
            rung.add(all);
        }
        for (int i = 0; i < groups.size(); i++) {
            Ringing fixed = fixed(groups.get(i));
            int outside = fixed.outside();
            int persons = fixed.people().size();
            Set<String> named = new LinkedHashSet<>(fixed.people());
            for (String rota : rotas(groups.get(i))) {
                Ringing fullest = Collections.max(
                        turns.getOrDefault(rota, List.of(Ringing.nobody())), Comparator.comparingInt(Ringing::outside));
                outside += fullest.outside();
                persons += turns.getOrDefault(rota, List.of()).stream()
                        .mapToInt(turn -> turn.people().size())
                        .max()
                        .orElse(0);
                named.addAll(fullest.people());
            }
            take(outside, persons + (heldElsewhere(i, rung) ? 1 : 0), named);
        }
    }

    private void take(int outside, int whilePassing, Set<String> persons) {
        passing = Math.max(passing, whilePassing);
        if (outside > ringing) {
            ringing = outside;
            people = List.copyOf(persons);
        }
    }

    /** Whether an outside phone of another group, which this one is no part of, may have taken the call that is passed on. */
    private boolean heldElsewhere(int at, List<Ringing> rung) {
        for (int i = 0; i < groups.size(); i++) {
            if (sameCall(groups.get(i), groups.get(at))
                    && !rung.get(at).people().containsAll(rung.get(i).people())) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameCall(OncallGroup one, OncallGroup other) {
        return one.categories().isEmpty()
                || other.categories().isEmpty()
                || !Collections.disjoint(one.categories(), other.categories());
    }

    private static Ringing fixed(OncallGroup group) {
        Ringing fixed = Ringing.nobody();
        group.targets().forEach(target -> target.number().ifPresent(number -> fixed.add(number, target.kind())));
        return fixed;
    }

    private static List<String> rotas(OncallGroup group) {
        return group.targets().stream()
                .flatMap(target -> target.rota().stream())
                .distinct()
                .toList();
    }

    /** The outside phones of all who may be on call together by a rota; those that are all within others count with them. */
    private List<Ringing> turnsOf(String name) {
        List<Ringing> all = config.rotas().stream()
                .filter(rota -> rota.name().equals(name))
                .flatMap(TrunkCount::together)
                .map(this::outside)
                .distinct()
                .toList();
        List<Ringing> most = all.stream()
                .filter(each -> all.stream().noneMatch(other -> !other.equals(each) && each.within(other)))
                .toList();
        return most.isEmpty() ? List.of(Ringing.nobody()) : most;
    }

    private Ringing outside(Set<String> names) {
        Ringing outside = Ringing.nobody();
        config.people().stream().filter(person -> names.contains(person.name())).forEach(person -> person.numbers()
                .forEach(number -> outside.add(number, person.kind())));
        return outside;
    }

    /** Who may be on call at the same time: each turn's person, and those whose shifts overlap. */
    private static Stream<Set<String>> together(OncallRota rota) {
        Stream<Set<String>> turns = rota.turns().stream().map(Set::of);
        return Stream.concat(turns, Stream.concat(overlapping(rota.shifts()), overlapping(rota.overrides())));
    }

    private static Stream<Set<String>> overlapping(List<OncallShift> shifts) {
        List<Set<String>> all = new ArrayList<>();
        for (OncallShift begins : shifts) {
            Set<String> names = new LinkedHashSet<>();
            shifts.stream()
                    .filter(shift ->
                            !shift.from().isAfter(begins.from()) && shift.to().isAfter(begins.from()))
                    .forEach(shift -> names.add(shift.who()));
            all.add(names);
        }
        return all.stream();
    }
}

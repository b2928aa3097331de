package org.anteroom.agent.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an emergency takes of the PBX's trunk at most: a channel for the caller, and one for each outside phone that rings, or
 * talks, meanwhile. Numbers of {@value #OUTSIDE_DIGITS} digits and more are outside, and every service. Pure.
 *
 * @param people outside numbers of people, those of the group that has most of them together with its services
 * @param services how many services ring together with them; they are never rung for a test
 * @param added how many outside parties there are when whoever took the call adds a service by key
 */
public record TrunkNeed(List<String> people, int services, int added) {
    /** Inside numbers are shorter. */
    public static final int OUTSIDE_DIGITS = 7;

    public static final TrunkNeed NONE = new TrunkNeed(List.of(), 0, 0);
    private static final Pattern MARKS = Pattern.compile("[^0-9*#+]");

    private record Ringing(Set<String> people, Set<String> services) {
        int outside() {
            return people.size() + services.size();
        }
    }

    public TrunkNeed {
        people = List.copyOf(people);
    }

    /** By all that is written in the plan, whoever is on call; overrides put in by command are left out. */
    public static TrunkNeed of(OncallConfig config) {
        List<Ringing> groups =
                config.groups().stream().map(group -> ringing(config, group)).toList();
        Ringing most =
                groups.stream().max(Comparator.comparingInt(Ringing::outside)).orElse(new Ringing(Set.of(), Set.of()));
        boolean byKey = config.groups().stream()
                .flatMap(group -> group.targets().stream())
                .anyMatch(target -> target.when() == OnDuty.KEY);
        int taker = groups.stream().anyMatch(group -> !group.people().isEmpty()) ? 1 : 0;
        return new TrunkNeed(most.people().stream().toList(), most.services().size(), byKey ? taker + 1 : 0);
    }

    private static Ringing ringing(OncallConfig config, OncallGroup group) {
        Set<String> people = new LinkedHashSet<>();
        Set<String> services = new LinkedHashSet<>();
        for (OncallTarget target : group.targets()) {
            if (target.when() != OnDuty.KEY) {
                target.number().ifPresent(number -> add(number, target.kind(), people, services));
                target.rota().ifPresent(rota -> fullest(config, rota).forEach(person -> person.numbers()
                        .forEach(number -> add(number, person.kind(), people, services))));
            }
        }
        return new Ringing(people, services);
    }

    private static void add(String number, TargetKind kind, Set<String> people, Set<String> services) {
        String plain = MARKS.matcher(number).replaceAll("");
        if (kind == TargetKind.SERVICE) {
            services.add(plain);
        } else if (plain.length() >= OUTSIDE_DIGITS) {
            people.add(plain);
        }
    }

    /** Those who carry most outside phones among all that the rota may have on call together. */
    private static List<OncallPerson> fullest(OncallConfig config, String name) {
        return config.rotas().stream()
                .filter(rota -> rota.name().equals(name))
                .flatMap(TrunkNeed::together)
                .map(names -> config.people().stream()
                        .filter(person -> names.contains(person.name()))
                        .toList())
                .max(Comparator.comparingInt(TrunkNeed::outside))
                .orElse(List.of());
    }

    private static int outside(List<OncallPerson> people) {
        Set<String> persons = new LinkedHashSet<>();
        Set<String> services = new LinkedHashSet<>();
        people.forEach(person -> person.numbers().forEach(number -> add(number, person.kind(), persons, services)));
        return persons.size() + services.size();
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

    /** Outside phones and services that ring together at most. */
    public int ringing() {
        return people.size() + services;
    }

    /** Channels of one emergency. */
    public int channels() {
        return channels(1);
    }

    /** Channels while so many callers are on the line, one of them with an emergency. */
    public int channels(int calls) {
        return calls + Math.max(ringing(), added);
    }
}

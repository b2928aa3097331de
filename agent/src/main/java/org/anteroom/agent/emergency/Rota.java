package org.anteroom.agent.emergency;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.OncallRota;

/**
 * Who is on call when.
 *
 * @param overrides win over turns and shifts; of several at a time all are on call
 */
record Rota(String name, Optional<Turns> turns, List<Shift> shifts, List<Shift> overrides) {

    Rota {
        shifts = List.copyOf(shifts);
        overrides = List.copyOf(overrides);
    }

    /** @param added overrides of any rota, beside those written into this one */
    static Rota of(OncallRota rota, List<OncallOverride> added, ZoneId zone) {
        Stream<Shift> written = rota.overrides().stream().map(shift -> Shift.of(shift, zone));
        Stream<Shift> later = added.stream()
                .filter(override -> override.rota().equals(rota.name()))
                .map(override -> Shift.of(override, zone));
        return new Rota(
                rota.name(),
                rota.turns().isEmpty() ? Optional.empty() : Optional.of(Turns.of(rota, zone)),
                rota.shifts().stream().map(shift -> Shift.of(shift, zone)).toList(),
                Stream.concat(written, later).toList());
    }

    /** Names of those on call; empty in a hole. */
    List<String> at(Instant moment) {
        List<String> instead = covering(overrides, moment);
        if (!instead.isEmpty()) {
            return instead;
        }
        List<String> names = new ArrayList<>();
        turns.ifPresent(taken -> names.add(taken.at(moment)));
        names.addAll(covering(shifts, moment));
        return names;
    }

    /** Adds every moment after one and before another at which somebody else may be on call. */
    void edges(Instant after, Instant before, Set<Instant> edges) {
        turns.ifPresent(taken -> taken.edges(after, before, edges));
        shifts.forEach(shift -> shift.edges(after, before, edges));
        overrides.forEach(shift -> shift.edges(after, before, edges));
    }

    /** Everybody it may have on call, and those of each beginning of a shift together. */
    Stream<List<String>> constellations() {
        Stream<List<String>> alone =
                turns.stream().flatMap(taken -> taken.people().stream()).map(List::of);
        return Stream.concat(
                alone, Stream.concat(shifts.stream(), overrides.stream()).map(shift -> at(shift.from())));
    }

    private static List<String> covering(List<Shift> shifts, Instant moment) {
        return shifts.stream()
                .filter(shift -> shift.covers(moment))
                .map(Shift::who)
                .distinct()
                .toList();
    }
}

package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the search sees of the book: as of the last commit, so a moment old at most. It decides nothing. Any thread.
 */
final class Picture {
    private record Held(long number, List<Resource> resources, Cells cells, Instant expires) {}

    /** @param calendars what {@code busy} takes, made once */
    private record State(
            Taken taken, List<Held> holds, List<Absence> absences, Map<String, List<Busy>> busy, Taken calendars) {

        State with(Taken other) {
            return new State(other, holds, absences, busy, calendars);
        }

        State with(List<Held> others) {
            return new State(taken, List.copyOf(others), absences, busy, calendars);
        }

        State out(List<Absence> others) {
            return new State(taken, holds, List.copyOf(others), busy, calendars);
        }

        State busy(Map<String, List<Busy>> others) {
            List<Taken.Change> changes = new ArrayList<>();
            others.forEach((provider, times) -> times.forEach(
                    time -> changes.add(new Taken.Change(true, List.of(Resource.provider(provider)), time.cells()))));
            return new State(
                    taken, holds, absences, Map.copyOf(others), taken.emptied().after(changes));
        }
    }

    private volatile State state;

    /** @param busy what providers' calendars have, by provider */
    Picture(Taken taken, List<Absence> absences, Map<String, List<Busy>> busy) {
        state = new State(taken, List.of(), List.copyOf(absences), Map.of(), taken.emptied()).busy(busy);
    }

    /** Shows what was committed. */
    synchronized void apply(List<Taken.Change> changes) {
        if (!changes.isEmpty()) {
            state = state.with(state.taken().after(changes));
        }
    }

    synchronized void held(long number, List<Resource> resources, Cells cells, Instant expires) {
        List<Held> holds = new ArrayList<>(state.holds());
        holds.add(new Held(number, resources, cells, expires));
        state = state.with(holds);
    }

    synchronized void letGo(long number) {
        state = state.with(
                state.holds().stream().filter(held -> held.number() != number).toList());
    }

    synchronized void out(Absence absence) {
        List<Absence> absences = new ArrayList<>(state.absences());
        absences.add(absence);
        absences.sort(Comparator.comparing(Absence::from));
        state = state.out(absences);
    }

    synchronized void in(String provider) {
        state = state.out(state.absences().stream()
                .filter(absence -> !absence.provider().equals(provider))
                .toList());
    }

    /** A provider's calendar has these times from now on, and no others. */
    synchronized void busy(String provider, List<Busy> times) {
        Map<String, List<Busy>> busy = new HashMap<>(state.busy());
        busy.remove(provider);
        if (!times.isEmpty()) {
            busy.put(provider, List.copyOf(times));
        }
        state = state.busy(busy);
    }

    /** What a provider's calendar has. */
    List<Busy> busy(String provider) {
        return state.busy().getOrDefault(provider, List.of());
    }

    /** What all calendars have, by provider. */
    Map<String, List<Busy>> busy() {
        return state.busy();
    }

    /** Those that are not over at that moment. */
    List<Absence> absences(Instant now) {
        return state.absences().stream().filter(absence -> !absence.over(now)).toList();
    }

    Taken at(Instant now) {
        return at(now, Optional.empty());
    }

    /**
     * With what is held at that moment, who is out and what calendars have; forgets what isn't held any more.
     *
     * @param freed what counts as given back, unless somebody holds it
     */
    Taken at(Instant now, Optional<Taken.Change> freed) {
        State seen = state;
        Taken taken = freed.map(own -> seen.taken().after(List.of(own)))
                .orElse(seen.taken())
                .and(seen.calendars());
        for (Absence absence : absences(now)) {
            taken = taken.with(absence.resources(), absence.cells());
        }
        for (Held held : seen.holds()) {
            if (now.isBefore(held.expires())) {
                taken = taken.with(held.resources(), held.cells());
            } else {
                letGo(held.number());
            }
        }
        return taken;
    }
}

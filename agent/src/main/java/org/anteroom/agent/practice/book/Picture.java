package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the search sees of the book: as of the last commit, so a moment old at most. It decides nothing. Any thread.
 */
final class Picture {
    private record Held(long number, List<Resource> resources, Cells cells, Instant expires) {}

    private record State(Taken taken, List<Held> holds, List<Absence> absences) {}

    private volatile State state;

    Picture(Taken taken, List<Absence> absences) {
        state = new State(taken, List.of(), List.copyOf(absences));
    }

    /** Shows what was committed. */
    synchronized void apply(List<Taken.Change> changes) {
        if (!changes.isEmpty()) {
            state = new State(state.taken().after(changes), state.holds(), state.absences());
        }
    }

    synchronized void held(long number, List<Resource> resources, Cells cells, Instant expires) {
        List<Held> holds = new ArrayList<>(state.holds());
        holds.add(new Held(number, resources, cells, expires));
        state = new State(state.taken(), List.copyOf(holds), state.absences());
    }

    synchronized void letGo(long number) {
        state = new State(
                state.taken(),
                state.holds().stream().filter(held -> held.number() != number).toList(),
                state.absences());
    }

    synchronized void out(Absence absence) {
        List<Absence> absences = new ArrayList<>(state.absences());
        absences.add(absence);
        absences.sort(Comparator.comparing(Absence::from));
        state = new State(state.taken(), state.holds(), List.copyOf(absences));
    }

    synchronized void in(String provider) {
        state = new State(
                state.taken(),
                state.holds(),
                state.absences().stream()
                        .filter(absence -> !absence.provider().equals(provider))
                        .toList());
    }

    /** Those that are not over at that moment. */
    List<Absence> absences(Instant now) {
        return state.absences().stream().filter(absence -> !absence.over(now)).toList();
    }

    Taken at(Instant now) {
        return at(now, Optional.empty());
    }

    /**
     * With what is held at that moment and who is out; forgets what isn't held any more.
     *
     * @param freed what counts as given back, unless somebody holds it
     */
    Taken at(Instant now, Optional<Taken.Change> freed) {
        State seen = state;
        Taken taken = freed.map(own -> seen.taken().after(List.of(own))).orElse(seen.taken());
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

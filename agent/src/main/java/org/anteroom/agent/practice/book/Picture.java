package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the search sees of the book: as of the last commit, so a moment old at most. It decides nothing. Any thread.
 */
final class Picture {
    private record Held(long number, List<Resource> resources, Cells cells, Instant expires) {}

    private record State(Taken taken, List<Held> holds) {}

    private volatile State state;

    Picture(Taken taken) {
        state = new State(taken, List.of());
    }

    /** Shows what was committed. */
    synchronized void apply(List<Taken.Change> changes) {
        if (!changes.isEmpty()) {
            state = new State(state.taken().after(changes), state.holds());
        }
    }

    synchronized void held(long number, List<Resource> resources, Cells cells, Instant expires) {
        List<Held> holds = new ArrayList<>(state.holds());
        holds.add(new Held(number, resources, cells, expires));
        state = new State(state.taken(), List.copyOf(holds));
    }

    synchronized void letGo(long number) {
        state = new State(
                state.taken(),
                state.holds().stream().filter(held -> held.number() != number).toList());
    }

    /** With what is held at that moment; forgets what isn't any more. */
    Taken at(Instant now) {
        State seen = state;
        Taken taken = seen.taken();
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

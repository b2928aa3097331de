package org.anteroom.agent.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.anteroom.agent.config.PracticeClosure;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.practice.book.Timetable;

/** The timetable by the configuration and the closures in force; made anew only when one of them is another. Any thread. */
final class TimetableInForce implements Supplier<Timetable> {

    private record Made(PracticeConfig practice, List<PracticeClosure> closures, Timetable timetable) {}

    private final Supplier<Optional<PracticeConfig>> practice;
    private final Supplier<List<PracticeClosure>> closures;
    private volatile Made last;

    /** @param first what counts where there is no configuration that can be used */
    TimetableInForce(
            PracticeConfig first,
            Supplier<Optional<PracticeConfig>> practice,
            Supplier<List<PracticeClosure>> closures) {
        this.practice = practice;
        this.closures = closures;
        this.last = made(first, closures.get());
    }

    @Override
    public Timetable get() {
        Made made = last;
        PracticeConfig now = practice.get().orElse(made.practice());
        List<PracticeClosure> closed = closures.get();
        if (!now.equals(made.practice()) || !closed.equals(made.closures())) {
            made = made(now, closed);
            last = made;
        }
        return made.timetable();
    }

    private static Made made(PracticeConfig practice, List<PracticeClosure> closures) {
        return new Made(practice, closures, Timetable.of(practice, closures));
    }
}

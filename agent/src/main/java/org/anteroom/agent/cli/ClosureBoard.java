package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.anteroom.agent.config.ClosuresFile;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.PracticeClosure;
import org.anteroom.agent.config.WallClock;

/**
 * The closures in force: shows them, and changes them. A closure is in its file before it counts, and counts before this
 * answers: the next call goes by it. It ends by itself. Any thread.
 */
final class ClosureBoard {
    /** Who is away for longer writes closed dates into the configuration. */
    private static final int MOST_DAYS = 60;

    private static final int LONGEST_REASON = 200;

    private final Path file;
    private final ZoneId zone;
    private final Clock clock;
    private final Trail trail;
    /** Why the file may not be written over; empty when it could be read. */
    private final String trouble;

    private volatile List<PracticeClosure> closures;

    private ClosureBoard(
            Path file, List<PracticeClosure> closures, ZoneId zone, Clock clock, Trail trail, String trouble) {
        this.file = file;
        this.trouble = trouble;
        this.closures = List.copyOf(closures);
        this.zone = zone;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * Those beside a configuration.
     *
     * @throws ConfigException when their file can't be used
     */
    static ClosureBoard beside(Path config, ZoneId zone, Clock clock, Trail trail) throws ConfigException {
        Path file = ClosuresFile.beside(config);
        return new ClosureBoard(file, ClosuresFile.read(file), zone, clock, trail, "");
    }

    /** The same without any, where their file can't be used; it is not written over. */
    static ClosureBoard damaged(Path config, ZoneId zone, Clock clock, Trail trail) {
        Path file = ClosuresFile.beside(config);
        return new ClosureBoard(
                file,
                List.of(),
                zone,
                clock,
                trail,
                file + " can't be read, and is not written over: mend or remove it, and restart the service.");
    }

    /** What was accepted last. */
    List<PracticeClosure> closures() {
        return closures;
    }

    /** What is in force now. */
    Optional<PracticeClosure> standing() {
        List<PracticeClosure> standing = standing(here());
        return standing.isEmpty() ? Optional.empty() : Optional.of(standing.get(standing.size() - 1));
    }

    /** Whether it answers such a request. */
    static boolean answers(ControlRequest.Verb verb) {
        return switch (verb) {
            case ADD_CLOSURE, LIST_CLOSURES, END_CLOSURE -> true;
            default -> false;
        };
    }

    /**
     * Answers one of these.
     *
     * @throws Failure with what is wrong, which then changes nothing
     */
    void serve(ControlRequest request, String actor, Consumer<String> lines) throws Failure {
        switch (request.verb()) {
            case ADD_CLOSURE -> add(request, actor, lines);
            case LIST_CLOSURES -> list(lines);
            case END_CLOSURE -> {
                end(actor);
                lines.accept("ended; the hours of the configuration count again.");
            }
            default -> throw new IllegalArgumentException("not about closures");
        }
    }

    private void list(Consumer<String> lines) {
        LocalDateTime here = here();
        List<PracticeClosure> standing = standing(here);
        if (standing.isEmpty()) {
            lines.accept("The practice is not closed by command; its hours and closed dates count.");
        }
        standing.forEach(closure -> lines.accept(line(closure)));
    }

    private void add(ControlRequest request, String actor, Consumer<String> lines) throws Failure {
        LocalDateTime until = OverrideEnd.of(request);
        Optional<String> reason = Optional.of(
                        Text.plain(request.word("reason"), LONGEST_REASON).strip())
                .filter(text -> !text.isEmpty());
        lines.accept("closed " + line(close(until, reason, actor)).strip());
    }

    /**
     * Closes from now until a time; an earlier closure that still runs is replaced, not added to.
     *
     * @throws Failure with what is against it
     */
    synchronized PracticeClosure close(LocalDateTime until, Optional<String> reason, String actor) throws Failure {
        LocalDateTime here = here();
        OverrideEnd.check(
                until, here, MOST_DAYS, "write practice.closed or [[practice.holiday]] into the configuration.");
        int number = closures.stream().mapToInt(PracticeClosure::number).max().orElse(0) + 1;
        PracticeClosure added = new PracticeClosure(number, here, until, reason);
        change(List.of(added), "until-" + number, actor);
        return added;
    }

    /** @throws Failure where nothing is closed by command, or it can't be kept */
    synchronized void end(String actor) throws Failure {
        List<PracticeClosure> standing = standing(here());
        if (standing.isEmpty()) {
            throw Failure.failed("The practice is not closed by command.");
        }
        change(List.of(), "end-" + standing.get(standing.size() - 1).number(), actor);
    }

    private void change(List<PracticeClosure> next, String what, String actor) throws Failure {
        if (!trouble.isEmpty()) {
            throw Failure.failed(trouble);
        }
        try {
            ClosuresFile.write(file, next);
        } catch (IOException e) {
            throw Failure.failed("The closure can't be kept in " + file + " ("
                    + e.getClass().getSimpleName() + "): let " + Actor.ofThisProcess() + " write to that folder.");
        }
        closures = List.copyOf(next);
        trail.write("Closure", actor, "practice.closure", what);
    }

    private List<PracticeClosure> standing(LocalDateTime here) {
        return new ArrayList<>(
                closures.stream().filter(closure -> closure.endsAfter(here)).toList());
    }

    /** Whole minutes, so that the practice is closed from this moment on. */
    private LocalDateTime here() {
        return WallClock.minute(clock.instant(), zone);
    }

    private static String line(PracticeClosure closure) {
        return "  " + closure.number() + "  " + WallClock.written(closure.from()) + " to "
                + WallClock.written(closure.to())
                + closure.reason().map(reason -> "  " + reason).orElse("");
    }
}

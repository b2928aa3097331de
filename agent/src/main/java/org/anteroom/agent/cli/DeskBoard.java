package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.DeskFirst;
import org.anteroom.agent.config.DeskFirstFile;
import org.anteroom.agent.config.WallClock;

/**
 * Until when all calls are put to the front desk first: shows it, and changes it. It is in its file before it counts, and
 * counts before this answers: the next call goes by it. It ends by itself. Any thread.
 */
final class DeskBoard {
    /** Who wants it for longer has the PBX ring the desk first. */
    private static final int MOST_DAYS = 31;

    private final Path file;
    private final ZoneId zone;
    private final Clock clock;
    private final Trail trail;
    private final BooleanSupplier desk;
    /** Why the file may not be written over; empty when it could be read. */
    private final String trouble;

    private volatile Optional<DeskFirst> first;

    private DeskBoard(
            Path file,
            Optional<DeskFirst> first,
            ZoneId zone,
            Clock clock,
            Trail trail,
            BooleanSupplier desk,
            String trouble) {
        this.file = file;
        this.first = first;
        this.zone = zone;
        this.clock = clock;
        this.trail = trail;
        this.desk = desk;
        this.trouble = trouble;
    }

    /**
     * That beside a configuration.
     *
     * @param desk whether the practice has a front desk now
     * @throws ConfigException when its file can't be used
     */
    static DeskBoard beside(Path config, ZoneId zone, Clock clock, Trail trail, BooleanSupplier desk)
            throws ConfigException {
        Path file = DeskFirstFile.beside(config);
        return new DeskBoard(file, DeskFirstFile.read(file), zone, clock, trail, desk, "");
    }

    /** The same with nothing in force, where the file can't be used; it is not written over. */
    static DeskBoard damaged(Path config, ZoneId zone, Clock clock, Trail trail, BooleanSupplier desk) {
        Path file = DeskFirstFile.beside(config);
        return new DeskBoard(
                file,
                Optional.empty(),
                zone,
                clock,
                trail,
                desk,
                file + " can't be read, and is not written over: mend or remove it, and restart the service.");
    }

    /** What was accepted last, also when it is over. */
    Optional<DeskFirst> first() {
        return first;
    }

    /** What is in force now. */
    Optional<DeskFirst> standing() {
        LocalDateTime here = here();
        return first.filter(time -> time.covers(here));
    }

    /** Whether calls can be put to a desk at all. */
    boolean possible() {
        return desk.getAsBoolean();
    }

    /** Whether it answers such a request. */
    static boolean answers(ControlRequest.Verb verb) {
        return switch (verb) {
            case PUT_TO_DESK, SHOW_TO_DESK, END_TO_DESK -> true;
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
            case PUT_TO_DESK -> {
                LocalDateTime until = OverrideEnd.of(request);
                put(until, actor);
                lines.accept(line(until));
            }
            case SHOW_TO_DESK -> lines.accept(standing()
                    .map(time -> line(time.to()))
                    .orElse("Calls are answered by Anteroom; nothing puts them to the desk first."));
            case END_TO_DESK -> {
                end(actor);
                lines.accept("ended; calls are answered by Anteroom again.");
            }
            default -> throw new IllegalArgumentException("not about the desk");
        }
    }

    /**
     * All calls are put to the desk first from now on; replaces what runs.
     *
     * @throws Failure with what is against it
     */
    synchronized void put(LocalDateTime until, String actor) throws Failure {
        LocalDateTime here = here();
        if (!possible()) {
            throw Failure.failed("There is no front desk to put calls to: write desk.number into the configuration.");
        }
        OverrideEnd.check(until, here, MOST_DAYS, "let the PBX ring the desk before it sends calls here.");
        change(Optional.of(new DeskFirst(here, until)), "until-" + written(until), actor);
    }

    /** @throws Failure where nothing is in force, or it can't be kept */
    synchronized void end(String actor) throws Failure {
        if (standing().isEmpty()) {
            throw Failure.failed("Calls are not put to the desk first.");
        }
        change(Optional.empty(), "end", actor);
    }

    private void change(Optional<DeskFirst> next, String what, String actor) throws Failure {
        if (!trouble.isEmpty()) {
            throw Failure.failed(trouble);
        }
        try {
            DeskFirstFile.write(file, next);
        } catch (IOException e) {
            throw Failure.failed("It can't be kept in " + file + " ("
                    + e.getClass().getSimpleName() + "): let " + Actor.ofThisProcess() + " write to that folder.");
        }
        first = next;
        trail.write("All calls to the desk", actor, "desk.first", what);
    }

    /** Whole minutes, so that it counts from this moment on. */
    private LocalDateTime here() {
        return WallClock.minute(clock.instant(), zone);
    }

    /** Without the space, as ids are. */
    private static String written(LocalDateTime time) {
        return WallClock.written(time).replace(' ', 'T');
    }

    private static String line(LocalDateTime until) {
        return "All calls of the opening hours are put to the desk first, until " + WallClock.written(until) + ".";
    }
}

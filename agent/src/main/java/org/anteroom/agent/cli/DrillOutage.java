package org.anteroom.agent.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.rehearsal.DrillFallback;
import org.anteroom.agent.rehearsal.DrillPhones;

/** Drills of the PBX's fall-back: calls while the receptionist can't answer. Runs in the command's own process. */
final class DrillOutage {

    /** Until then a phone must ring; a PBX that takes longer is as good as none. */
    private static final Duration RINGS_WITHIN = Duration.ofSeconds(45);
    /** A little longer, so that the service goes on also when this command hangs. */
    private static final Duration FROZEN_AT_MOST = Duration.ofSeconds(60);

    /** Tells a person what to do, and comes back when it is done. */
    interface Person {
        void asked() throws Failure;
    }

    private final Config config;
    private final ControlClient service;
    private final Consumer<String> lines;

    DrillOutage(Config config, Consumer<String> lines) {
        this.config = config;
        this.service = new ControlClient(config.control().socket());
        this.lines = lines;
    }

    /** Freezes the service, measures, and lets it go on.
     *
     *  @throws Failure when a call is in progress, when the service may not be frozen, or when no phone rang in time
     */
    void frozen() throws Failure, InterruptedException {
        try (DrillPhones phones = phones()) {
            DrillFallback fallback;
            try (FrozenProcess frozen = FrozenProcess.freeze(idleService(), FROZEN_AT_MOST)) {
                lines.accept(frozen + " is frozen; calling it.");
                fallback = DrillFallback.measure(phones, DrillWiring.dial(config), RINGS_WITHIN);
            }
            lines.accept("Anteroom goes on.");
            tell(fallback, DrillLines.FROZEN);
        } catch (IOException e) {
            throw Failure.failed("The drill could not be made: " + e.getMessage());
        }
    }

    /** Measures after a person has taken the service or its network away. */
    void unreachable(Person person) throws Failure, InterruptedException {
        try (DrillPhones phones = phones()) {
            person.asked();
            tell(DrillFallback.measure(phones, DrillWiring.dial(config), RINGS_WITHIN), DrillLines.UNREACHABLE);
        } catch (IOException e) {
            throw Failure.failed("The drill could not be made: " + e.getMessage());
        }
    }

    private DrillPhones phones() throws IOException, InterruptedException, Failure {
        return DrillPhones.open(
                DrillWiring.accounts(config, true), config.oncall().acceptKey().charAt(0));
    }

    /** The service's process, while nobody calls. */
    private long idleService() throws Failure {
        List<String> standing = new ArrayList<>();
        if (!service.ask(ControlRequest.of(ControlRequest.Verb.STANDING_FOR_DRILL), standing::add)
                || standing.size() < 2) {
            throw Failure.failed(
                    "The service is not running, so it can't be frozen: start it, or use" + " --wait-for-fallback.");
        }
        if (!standing.get(1).equals("0")) {
            throw Failure.failed("Somebody is calling now, so the service was not frozen; try again when it is quiet.");
        }
        return Long.parseLong(standing.get(0));
    }

    private void tell(DrillFallback fallback, String outage) throws Failure {
        if (fallback.rangMs().isPresent()) {
            lines.accept(String.format(
                    Locale.ROOT,
                    "A phone rang after %.1f s (%s); it must ring within %d s.",
                    fallback.rangMs().getAsLong() / 1000.0,
                    fallback.by(),
                    DrillFallback.GOAL.toSeconds()));
        }
        keep(fallback, outage);
        if (!fallback.problem().isEmpty()) {
            throw Failure.failed("The fall-back failed: " + fallback.problem());
        }
    }

    private void keep(DrillFallback fallback, String outage) {
        ControlRequest request = new ControlRequest(
                ControlRequest.Verb.KEEP_DRILL,
                fallback.rangMs().orElse(-1),
                Map.of("outage", outage, "problem", fallback.problem()));
        try {
            if (service.ask(request, lines)) {
                return;
            }
        } catch (Failure e) {
            lines.accept(e.sentence());
        }
        lines.accept("It is not kept in the report, because the service doesn't answer now.");
    }
}

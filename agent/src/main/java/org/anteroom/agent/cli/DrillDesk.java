package org.anteroom.agent.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.anteroom.agent.call.DrillLog;
import org.anteroom.agent.call.DrillLog.Drill;
import org.anteroom.agent.config.DrillConfig;
import org.anteroom.agent.emergency.Target;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.rehearsal.DrillSchedule;
import org.anteroom.agent.rehearsal.DrillTargets;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.anteroom.agent.watch.Rounds;
import org.anteroom.agent.watch.ThreadNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the drills that are asked for and those that are due, keeps what came of them, and reports a failed or overdue one
 *  as not in order. Answers commands about drills, passes on all others. Any thread; the drills that are due run on a thread
 *  of its own.
 */
final class DrillDesk implements ControlDesk, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DrillDesk.class);
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
    private static final String ITSELF = "anteroom";
    private static final String NONE = "No drills are set up.";
    /** More than a schedule makes between two that count. */
    private static final int NEWEST = 50;

    private static final int LONGEST = 160;

    /** What is rung and asked in the running service. */
    interface Service {
        /** Names of all phrases. */
        List<String> phrases() throws IOException;

        /** Plays the phrases, telling each result; the message of an exception is for the operator.
         *
         *  @param only those that are played; all where it is empty
         */
        DrillBout bout(List<Target> targets, Set<String> only, Consumer<String> lines)
                throws IOException, InterruptedException, Failure;

        /** Calls in progress. */
        int calls();

        /** Everybody in the on-call plan, services among them. */
        List<Target> plan();

        /** The people who would be rung now. */
        List<Target> onCallNow();
    }

    /** What drills go by, and what makes them. */
    private record Setting(DrillConfig config, Service service) {}

    private final ControlDesk others;
    private final ZoneId zone;
    private final DrillLog log;
    private final Health health;
    private final Clock clock;
    /** For drills to come; one that goes on ends by what it began with. */
    private volatile Setting setting;

    private final AtomicBoolean running = new AtomicBoolean();
    private final Rounds rounds = new Rounds(ThreadNames.DRILL, STOPS_WITHIN);

    /** @param others answers everything that isn't about drills */
    DrillDesk(
            ControlDesk others,
            DrillConfig config,
            ZoneId zone,
            Service service,
            DrillLog log,
            Health health,
            Clock clock) {
        this.others = others;
        this.setting = new Setting(config, service);
        this.zone = zone;
        this.log = log;
        this.health = health;
        this.clock = clock;
    }

    /** From now on drills are made when they are due, and missing ones are noticed. */
    void start() {
        rounds.every(LOOK, this::look);
    }

    /** Drills to come go by this; where none are set up any more, none is missing. */
    synchronized void goBy(DrillConfig config, Service service) {
        boolean ended = setting.config().set() && !config.set();
        setting = new Setting(config, service);
        if (ended) {
            health.report(Condition.DRILL_PASSED, true, NONE);
            health.report(Condition.DRILL_DUE, true, NONE);
        }
    }

    @Override
    public void serve(ControlRequest request, String actor, Consumer<String> lines) throws Failure {
        Setting now = setting;
        if (!now.config().set()) {
            others.serve(request, actor, lines);
            return;
        }
        switch (request.verb()) {
            case RUN_DRILL -> run(now, request, actor, lines);
            case SCHEDULE_DRILL -> DrillLines.schedule(now.config(), zone, newest(), clock.instant())
                    .forEach(lines);
            case REPORT_DRILLS -> DrillLines.report(newest(), zone, request.is("json"))
                    .forEach(lines);
            case STANDING_FOR_DRILL -> {
                lines.accept(Long.toString(ProcessHandle.current().pid()));
                lines.accept(Integer.toString(now.service().calls()));
            }
            case KEEP_DRILL -> keepFallback(request, actor, lines);
            default -> others.serve(request, actor, lines);
        }
    }

    private void run(Setting now, ControlRequest request, String actor, Consumer<String> lines) throws Failure {
        boolean json = request.is("json");
        Service service = now.service();
        Set<String> only = only(service, request.word("phrases"));
        List<Target> targets = request.is("real-phones")
                ? DrillTargets.real(service.onCallNow(), service.plan())
                : DrillTargets.configured(now.config(), service.plan(), true);
        Consumer<String> told = json ? line -> {} : lines;
        Drill drill =
                make(service, targets, only, only.isEmpty() ? DrillLines.ASKED_FOR : DrillLines.IN_PART, actor, told);
        boolean passed = drill.outcome() == DrillLog.Outcome.PASSED;
        if (passed || json) {
            DrillLines.one(drill, json).forEach(lines);
        }
        if (!passed) {
            throw Failure.failed(DrillLines.verdict(drill));
        }
    }

    private static Set<String> only(Service service, String names) throws Failure {
        if (names.isEmpty()) {
            return Set.of();
        }
        Set<String> only = new LinkedHashSet<>(List.of(names.split(",")));
        try {
            List<String> all = service.phrases();
            if (!all.containsAll(only)) {
                throw Failure.usage("--phrase must be one of: " + String.join(", ", all) + ".");
            }
        } catch (IOException e) {
            throw Failure.failed(String.valueOf(e.getMessage()));
        }
        return only;
    }

    private Drill make(
            Service service, List<Target> targets, Set<String> only, String how, String actor, Consumer<String> lines)
            throws Failure {
        if (targets.isEmpty()) {
            throw Failure.failed("No phone may ring in this drill: name drill.auto-user or drill.phones.");
        }
        if (!running.compareAndSet(false, true)) {
            throw Failure.failed("Another drill is going on; wait until it has ended.");
        }
        Instant began = clock.instant();
        DrillBout bout = DrillBout.notMade("stopped before its end");
        Drill kept;
        try {
            bout = service.bout(targets, only, lines);
        } catch (IOException e) {
            bout = DrillBout.notMade(String.valueOf(e.getMessage()));
        } catch (Failure e) {
            bout = DrillBout.notMade(e.sentence());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.set(false);
            kept = keep(bout.drill(began, clock.instant(), how), actor);
        }
        return kept;
    }

    private void keepFallback(ControlRequest request, String actor, Consumer<String> lines) throws Failure {
        String problem = Text.plain(request.word("problem"), LONGEST);
        Instant now = clock.instant();
        String how = request.word("outage");
        if (!DrillLines.OUTAGES.contains(how)) {
            throw Failure.usage("control: unknown outage");
        }
        String measured = request.number() < 0 ? "" : "a phone rang after " + request.number() + " ms";
        Drill kept = keep(
                new Drill(
                        0,
                        now,
                        now,
                        how,
                        problem.isEmpty() ? DrillLog.Outcome.PASSED : DrillLog.Outcome.FAILED,
                        problem.isEmpty() ? measured : (measured + " " + problem).strip(),
                        List.of()),
                actor);
        if (kept.number() == 0) {
            throw Failure.failed("The service could not keep it: see 'anteroom alarms'.");
        }
        lines.accept("Kept; 'anteroom drill report' shows it.");
    }

    /** Gives it with its number; without, when it could not be kept. */
    private Drill keep(Drill drill, String actor) {
        Drill kept = drill;
        try {
            kept = drill.numbered(log.add(drill, actor).get(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS));
            judge(newest());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn(
                    "A drill ({}) could not be kept: {}",
                    drill.outcome(),
                    e.getClass().getSimpleName());
        }
        return kept;
    }

    /** Once a minute: makes the drill that is due, notices the one that is missing. */
    void look() {
        Setting now = setting;
        DrillConfig config = now.config();
        if (!config.set()) {
            return;
        }
        try {
            List<Drill> drills = newest();
            judge(drills);
            Instant at = clock.instant();
            boolean due = DrillSchedule.of(config, zone)
                    .map(schedule -> schedule.due(at, DrillLines.lastMade(drills), DrillLines.lastTried(drills)))
                    .orElse(false);
            List<Target> targets = DrillTargets.configured(
                    config, now.service().plan(), !config.quiet(at.atZone(zone).toLocalTime()));
            if (due && !targets.isEmpty()) {
                Drill drill = make(now.service(), targets, Set.of(), DrillLines.SCHEDULED, ITSELF, line -> {});
                LOG.info("Scheduled drill: {}", DrillLines.verdict(drill));
            }
        } catch (Failure e) {
            LOG.warn("The scheduled drill was not made: {}", e.sentence());
        }
    }

    private List<Drill> newest() throws Failure {
        try {
            return log.newest(NEWEST);
        } catch (StoreException e) {
            throw Failure.failed(e.sentence());
        }
    }

    private synchronized void judge(List<Drill> drills) {
        DrillConfig config = setting.config();
        if (!config.set()) {
            return;
        }
        Optional<Drill> failed = DrillLines.failed(drills);
        health.report(
                Condition.DRILL_PASSED,
                failed.isEmpty(),
                failed.map(drill -> DrillLines.verdict(drill)
                                + " 'anteroom drill report' says more; mend it, then: anteroom drill run"
                                + (DrillLines.OUTAGES.contains(drill.how()) ? " --outage." : "."))
                        .orElse("The last drill brought a person on the line."));
        Optional<Instant> made = DrillLines.lastMade(drills);
        String tried = DrillLines.tried(drills).map(why -> " " + why).orElse("");
        boolean inTime = made.map(at -> Duration.between(at, clock.instant()).toDays() < config.dueDays())
                .orElse(false);
        health.report(
                Condition.DRILL_DUE,
                inTime,
                inTime
                        ? "A drill was made not too long ago."
                        : made.map(at -> "The last drill was more than " + config.dueDays() + " days ago.")
                                        .orElse(DrillLines.none(drills, phrases(), clock.instant(), zone))
                                + tried + " Make one: anteroom drill run.");
    }

    private int phrases() {
        try {
            return setting.service().phrases().size();
        } catch (IOException e) {
            // Whoever makes a drill is told; here only their number is missing.
            return 0;
        }
    }

    @Override
    public void close() {
        rounds.close();
    }
}

package org.anteroom.agent.cli;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import org.anteroom.agent.call.CallBackRounds;
import org.anteroom.agent.call.CallObserver;
import org.anteroom.agent.call.CallParts;
import org.anteroom.agent.call.CallRecords;
import org.anteroom.agent.call.CallSettings;
import org.anteroom.agent.call.LatencyLog;
import org.anteroom.agent.call.Readiness;
import org.anteroom.agent.call.Receptionist;
import org.anteroom.agent.call.SpokenPrompts;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.Conversation;
import org.anteroom.agent.dialogue.DialogueSettings;
import org.anteroom.agent.dialogue.Services;
import org.anteroom.agent.emergency.DataVersion;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.notice.HealthAlarms;
import org.anteroom.agent.practice.reception.Reception;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.sip.SipCounters;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.anteroom.agent.watch.Rounds;
import org.anteroom.agent.watch.ThreadNames;
import org.anteroom.agent.words.FirstReading;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.speech.Ears;
import org.anteroom.speech.SpeechCounters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole receptionist: every part made here in order and handed to those that need it, closed in reverse. The hazard of
 *  changing the order: a part must outlive everything it was given to.
 */
final class Appliance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appliance.class);
    private static final Duration ROUNDS_END = Duration.ofSeconds(2);
    private static final Duration DAILY = Duration.ofDays(1);
    private static final Duration EACH_MINUTE = Duration.ofMinutes(1);

    private final StartingPoint from;
    private final EmergencyPlan plan;
    private final Clock clock;
    private final Counters counters = new Counters();
    private final Health health = new Health();
    private final Reloading reloading;
    private final StartStages stages = new StartStages();
    private final OwnedParts parts = new OwnedParts();
    private Optional<OpenRecords> records = Optional.empty();
    private volatile @Nullable Running running;
    private volatile @Nullable SettingsInForce settings;
    private volatile boolean ending;

    private Appliance(StartingPoint from, Reloading reloading, Clock clock) {
        this.from = from;
        this.clock = clock;
        this.reloading = reloading;
        this.plan = from.plan();
    }

    /** Starts everything; it registers at the PBX soon after this returns.
     *
     *  @param lent senses that somebody lends; else it makes its own
     *  @param reloading carries out the command that reads the configuration anew
     *  @throws Failure when it can't start, with everything closed again
     */
    static Appliance start(StartingPoint from, CallObserver observer, Optional<Senses> lent, Reloading reloading)
            throws Failure {
        return start(from, observer, lent, reloading, Clock.systemUTC());
    }

    /** The same by another clock. */
    static Appliance start(
            StartingPoint from, CallObserver observer, Optional<Senses> lent, Reloading reloading, Clock clock)
            throws Failure {
        Path socket = from.plan().control().socket();
        if (new ControlClient(socket).answers()) {
            throw Failure.temporary("Another Anteroom runs already: it answers on " + socket
                    + ". Stop it first (systemctl stop anteroom).");
        }
        Appliance appliance = new Appliance(from, reloading, clock);
        try {
            appliance.assemble(observer, lent);
            return appliance;
        } catch (BindException e) {
            appliance.close();
            throw Failure.temporary(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException | LinkageError e) {
            appliance.close();
            throw Failure.failed(StartStages.sentence(e));
        } catch (Failure e) {
            appliance.close();
            throw e;
        }
    }

    private void assemble(CallObserver observer, Optional<Senses> lent) throws IOException, Failure {
        SpeechCounters speechCounters = new SpeechCounters();
        // What takes long and needs nothing else is made beside the rest.
        StartingSenses senses = lent.map(StartingSenses::lent)
                .orElseGet(() -> StartingSenses.begin(
                        stages,
                        plan.speech(),
                        speechCounters,
                        health,
                        from.config().isPresent(),
                        parts::own));
        Catalogue catalogue = from.config().isPresent()
                ? OwnSentences.catalogue(from.config().get().practice())
                : Catalogue.of(plan.practice().type());
        SettingsInForce.Speaking speaking = (words, practice, told) ->
                new Readiness(words, Wiring.promptStores(plan.speech()), senses.voice(), told).prepare(practice);
        Readiness readiness = new Readiness(catalogue, Wiring.promptStores(plan.speech()), senses.voice(), health);
        String named = plan.practice().spokenName();
        Future<SpokenPrompts> spoken = stages.begin("sentences", () -> readiness.first(named));
        Future<Detector> detecting =
                stages.begin("rules", () -> new Detector(Wiring.rules(plan.practice()), Wiring.keys(plan.oncall())));
        Future<Conversation> conversing = stages.begin("conversation", () -> {
            FirstReading.warm();
            return new Conversation(dialogue());
        });
        ServiceAlarms told = ServiceAlarms.open(plan.alarms(), counters, clock, parts);
        Alarms alarms = told.alarms();
        parts.own(HealthAlarms.watch(health, alarms));
        parts.own(Watching.open(plan.watch(), counters, health, clock));
        ServiceExtent extent = ServiceExtent.of(from, counters, health, clock, parts);
        records = extent.records();
        Rounds rounds = parts.own(new Rounds(ThreadNames.ROUNDS, ROUNDS_END));
        records.ifPresent(open -> {
            told.keepLog(open.store(), rounds);
            rounds.nowAndEvery(DAILY, open.store()::inspect);
        });
        extent.full()
                .ifPresent(config -> rounds.nowAndEvery(EACH_MINUTE, new KeyWatch(config.records(), health)::look));
        // Who did what, in the audit trail where records are open.
        Trail trail = new Trail(records.map(OpenRecords::store), clock, LOG);
        Boards boards = Boards.open(from, extent, health, alarms, trail, clock, rounds);
        CallSettings callSettings =
                extent.settings().closedBy(boards.closures()::closures).deskFirst(boards.desk()::first);

        ServiceTexts texts = parts.own(new ServiceTexts(alarms, counters));
        extent.full().ifPresent(texts::goBy);
        MediaCounters mediaCounters = new MediaCounters();
        MediaEngine media = parts.own(new MediaEngine(Wiring.media(plan.media(), plan.sip()), mediaCounters));
        // Before the sentences, which may take a minute: without ears none of them is wanted.
        Ears ears = StartStages.made(senses.ears());
        SpokenPrompts ready = StartStages.made(spoken);
        voiceInOrder();
        SipCounters sipCounters = new SipCounters();
        Receptionist receptionist = new Receptionist(new CallParts(
                callSettings,
                boards.oncall()::onCall,
                media,
                ears,
                ready,
                StartStages.made(detecting),
                StartStages.made(senses.meaning()).map(Scorer.class::cast),
                StartStages.made(senses.meanings()),
                StartStages.made(conversing),
                catalogue,
                records.map(open -> new CallRecords(
                        open.calls(),
                        open.inbox(),
                        new Reception(open.book(), this::identity, texts),
                        open.recordings())),
                alarms,
                health,
                counters,
                new LatencyLog(),
                observer,
                clock));
        LineLog lineLog = new LineLog(receptionist, plan.sip(), clock);
        Line line = parts.own(new Line(Wiring.line(plan.sip()), sipCounters, lineLog));
        parts.own(receptionist);
        Running now =
                new Running(from, extent, receptionist, line, lineLog, media, ears, boards, alarms, health, clock);
        SettingsInForce inForce = new SettingsInForce(now, catalogue, speaking, ready, trail, parts);
        inForce.whenChanged(next -> told.goBy(next.alarms()));
        inForce.whenChanged(texts::goBy);
        records.ifPresent(open -> open.book()
                .goBy(new TimetableInForce(
                        plan.practice(), () -> inForce.config().map(Config::practice), boards.closures()::closures)));
        records.ifPresent(open -> new CalendarWatch(open.book(), health, alarms, clock).follow(plan, inForce, rounds));
        receptionist.serve(line);
        told.ringBy(receptionist.phoning().alarmPhone());
        settings = inForce;
        running = now;
        Gauges.publish(counters, sipCounters, line, mediaCounters, media, speechCounters, ears);
        ControlDesk desks = new ControlRoom(now, inForce, trail, reloading, parts).desks(rounds);
        parts.own(new ControlServer(plan.control().socket(), desks, counters));
        LOG.info("Emergencies: phrases {}, weights {}.", DataVersion.phrases(), DataVersion.weights());
        records.ifPresent(open -> parts.own(CallBackRounds.start(
                open.callBacks(),
                receptionist.phoning(),
                () -> inForce.config().flatMap(current -> current.afterHours().contact()),
                alarms,
                clock,
                plan.practice().timezone())));
        line.start();
        LOG.info(
                "Anteroom answers {} for {} as extension {}, echo canceller {}.",
                callSettings.emergencyOnly() ? "emergencies only" : "calls",
                plan.practice().name(),
                plan.sip().user(),
                media.echoCanceller());
        var unused = stages.begin("voice", () -> {
            readiness.rest(named, ready);
            senses.checkVoice(health, () -> ending);
            namesHeard();
            return true;
        });
        LOG.debug("start: from, to and length in ms of each stage{}", stages.table());
    }

    /** What callers must show, by the configuration in force. */
    private IdentityConfig identity() {
        return Optional.ofNullable(settings)
                .flatMap(SettingsInForce::config)
                .or(from::config)
                .map(Config::identity)
                .orElse(Services.NONE.identity());
    }

    /** Looked at behind the start, which need not wait for it. */
    private void namesHeard() throws IOException {
        if (from.config().isPresent()) {
            HeardNames.doubts(from.config().get()).forEach(doubt -> LOG.warn("{}: {}", from.file(), doubt));
        }
    }

    /** Where the configuration can't be used nothing is stored, so nothing is promised. */
    private DialogueSettings dialogue() {
        return from.config()
                .map(config -> DialogueSettings.of(config.afterHours()))
                .orElse(new DialogueSettings(true));
    }

    /** Greeting and emergency sentences must have passed their check. */
    private void voiceInOrder() throws Failure {
        if (!health.ok(Condition.VOICE)) {
            throw Failure.failed(health.reports().stream()
                    .filter(report -> report.condition() == Condition.VOICE)
                    .map(Health.Report::sentence)
                    .findFirst()
                    .orElse("The sentences did not pass their check."));
        }
    }

    /** Calls to come go by this configuration from now on; what could refuse it is asked first.
     *
     *  @param read in order by itself
     *  @throws Failure with what is against it; nothing has changed then
     */
    Reload reload(Config read) throws Failure {
        SettingsInForce now = settings;
        if (now == null) {
            throw Failure.temporary("The service is starting: try again in a moment.");
        }
        return now.reload(read);
    }

    /** Whether it began for emergencies only: what breaks later ends by itself. */
    boolean emergencyOnly() {
        return from.config().isEmpty() || records.isEmpty();
    }

    /** Whether no caller is on the line and no phone rings for one. */
    boolean idle() {
        Running now = running;
        return now == null || now.idle();
    }

    /** Whether everything works that a restart would mend. From one thread; waits for nothing. */
    VitalSigns vitalSigns(long nanos) {
        Running now = running;
        return now == null ? VitalSigns.WELL : now.vitalSigns(nanos);
    }

    /** Whether its parts are being closed, which answer nothing any more; nobody is waited for. */
    boolean closing() {
        return ending && !finishing();
    }

    /** How it is, in a sentence without PHI. */
    String status() {
        Running now = running;
        return now == null ? "Starting." : now.status();
    }

    /** Whether it stops and waits for calls. */
    boolean finishing() {
        Running now = running;
        return now != null && now.receptionist().awaited();
    }

    /** Lets nobody in any more and waits for the calls, an emergency for as long as it lasts; then closes. */
    void finish() {
        ending = true;
        Running now = running;
        try {
            if (now != null) {
                now.receptionist().finish(Duration.ofSeconds(plan.calls().stopSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** What kept it to emergencies is no longer so: its alarm is over. */
    void mended() {
        ServiceExtent.mended(health);
    }

    /** The opened records; empty in emergency-only mode. */
    Optional<OpenRecords> records() {
        return records;
    }

    /** Closes what was made, last first; each part keeps its own deadline. */
    @Override
    public void close() {
        ending = true;
        stages.close();
        parts.close();
    }
}

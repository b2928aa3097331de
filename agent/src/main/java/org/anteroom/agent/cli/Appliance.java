package org.anteroom.agent.cli;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Future;
import org.anteroom.agent.call.CallBackRounds;
import org.anteroom.agent.call.CallChoices;
import org.anteroom.agent.call.CallObserver;
import org.anteroom.agent.call.CallParts;
import org.anteroom.agent.call.CallRecords;
import org.anteroom.agent.call.CallSettings;
import org.anteroom.agent.call.DrillLog;
import org.anteroom.agent.call.HandOvers;
import org.anteroom.agent.call.LatencyLog;
import org.anteroom.agent.call.Readiness;
import org.anteroom.agent.call.Receptionist;
import org.anteroom.agent.call.SpokenPrompts;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.PlanFile;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.Conversation;
import org.anteroom.agent.dialogue.DialogueSettings;
import org.anteroom.agent.emergency.DataVersion;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmLog;
import org.anteroom.agent.notice.AlarmOutlets;
import org.anteroom.agent.notice.AlarmPhone;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.notice.HealthAlarms;
import org.anteroom.agent.notice.Undelivered;
import org.anteroom.agent.records.FolderInUse;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.records.VaultException;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.sip.SipCounters;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.anteroom.agent.watch.Rounds;
import org.anteroom.agent.watch.ThreadNames;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.speech.Ears;
import org.anteroom.speech.SpeechCounters;
import org.anteroom.speech.Voice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole receptionist: every part made here in order and handed to those that need it, closed in reverse. Invariant:
 *  a part that was made is closed, also when a later one can't be made. The hazard of changing the order: a part must
 *  outlive everything it was given to.
 */
final class Appliance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appliance.class);
    private static final Duration DAILY = Duration.ofDays(1);
    private static final Duration ROUNDS_END = Duration.ofSeconds(2);
    private static final Duration EACH_SECOND = Duration.ofSeconds(1);
    private static final Duration EACH_MINUTE = Duration.ofMinutes(1);

    private final StartingPoint from;
    private final EmergencyPlan plan;
    private final Clock clock = Clock.systemUTC();
    private final Counters counters = new Counters();
    private final Health health = new Health();
    private final Reloading reloading;
    private final StartStages stages = new StartStages();
    private final Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();
    private Optional<OpenRecords> records = Optional.empty();
    private volatile @Nullable AlarmPhone phone;
    private volatile @Nullable Running running;

    /** What lives once everything is made. */
    private record Running(
            Receptionist receptionist,
            Line line,
            MediaEngine media,
            OncallBoard board,
            ClosureBoard closures,
            Alarms alarms,
            Voice voice,
            Catalogue catalogue) {}

    private volatile boolean ending;
    /** What calls to come go by; empty where the configuration can't be used. */
    private volatile Optional<Config> config;

    private volatile @Nullable SpokenPrompts prompts;

    private Appliance(StartingPoint from, Reloading reloading) {
        this.from = from;
        this.reloading = reloading;
        this.config = from.config();
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
        Path socket = from.plan().control().socket();
        if (new ControlClient(socket).answers()) {
            throw Failure.temporary("Another Anteroom runs already: it answers on " + socket
                    + ". Stop it first (systemctl stop anteroom).");
        }
        Appliance appliance = new Appliance(from, reloading);
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
                .orElseGet(() -> StartingSenses.begin(stages, plan.speech(), speechCounters, health, this::own));
        Catalogue catalogue = Catalogue.of(plan.practice().type());
        Future<SpokenPrompts> spoken = stages.begin("sentences", () -> sentences(catalogue, senses.voice()));
        Future<Detector> detecting =
                stages.begin("rules", () -> new Detector(Wiring.rules(plan.practice()), Wiring.keys(plan.oncall())));
        Future<Conversation> conversing = stages.begin("conversation", () -> new Conversation(dialogue()));
        Alarms alarms = alarms();
        own(HealthAlarms.watch(health, alarms));
        own(Watching.open(plan.watch(), counters, health, clock));
        CallSettings configured = settings();
        Rounds rounds = own(new Rounds(ThreadNames.ROUNDS, ROUNDS_END));
        records.ifPresent(open -> keepLog(alarms, open, rounds));
        if (from.config().isPresent() && records.isPresent()) {
            rounds.nowAndEvery(EACH_MINUTE, new KeyWatch(from.config().get().records(), health)::look);
        }
        ClosureBoard closures = closures(alarms);
        CallSettings settings = configured.closedBy(closures::closures);
        OncallBoard board = board(alarms, rounds);

        MediaCounters mediaCounters = new MediaCounters();
        MediaEngine media = own(new MediaEngine(Wiring.media(plan.media(), plan.sip()), mediaCounters));
        SpokenPrompts ready = StartStages.made(spoken);
        prompts = ready;
        voiceInOrder();
        Ears ears = StartStages.made(senses.ears());
        CallParts shared = new CallParts(
                settings,
                board::onCall,
                media,
                ears,
                ready,
                StartStages.made(detecting),
                StartStages.made(senses.meaning()).map(Scorer.class::cast),
                StartStages.made(conversing),
                catalogue,
                records.map(open -> new CallRecords(open.calls(), open.inbox(), open.recordings())),
                alarms,
                health,
                counters,
                new LatencyLog(),
                observer,
                clock);
        SipCounters sipCounters = new SipCounters();
        Receptionist receptionist = new Receptionist(shared);
        LineLog lineLog = new LineLog(receptionist, plan.sip(), clock);
        Line line = own(new Line(Wiring.line(plan.sip()), sipCounters, lineLog));
        own(receptionist);
        receptionist.handOvers(handOvers(plan.oncall(), board, alarms, catalogue));
        receptionist.serve(line);
        phone = receptionist.phoning().alarmPhone();
        running = new Running(receptionist, line, media, board, closures, alarms, senses.voice(), catalogue);
        Gauges.publish(counters, sipCounters, line, mediaCounters, media, speechCounters, ears);
        ControlDesk desk = new ReloadDesk(
                drills(desk(receptionist, board, closures, alarms), receptionist, board, closures), reloading, trail());
        StatusBoard status = new StatusBoard(
                from,
                clock,
                lineLog,
                receptionist,
                board,
                alarms,
                health,
                ears,
                media,
                records.map(OpenRecords::store));
        LogLevels levels = own(new LogLevels((LoggerContext) LoggerFactory.getILoggerFactory(), clock));
        rounds.every(EACH_SECOND, levels::look);
        ControlDesk looking = new StatusDesk(new ConfigDesk(desk, from.file(), () -> config), status::now);
        own(new ControlServer(plan.control().socket(), new LogDesk(looking, levels, trail()), counters));
        LOG.info("Emergencies: phrases {}, weights {}.", DataVersion.phrases(), DataVersion.weights());
        records.ifPresent(open -> callBacks(open, receptionist, alarms));
        line.start();
        LOG.info(
                "Anteroom answers {} for {} as extension {}, echo canceller {}.",
                settings.emergencyOnly() ? "emergencies only" : "calls",
                plan.practice().name(),
                plan.sip().user(),
                media.echoCanceller());
        var unused = stages.begin("voice", () -> {
            senses.checkVoice(health, () -> ending);
            return true;
        });
        LOG.debug("start: from, to and length in ms of each stage{}", stages.table());
    }

    private SpokenPrompts sentences(Catalogue catalogue, Voice voice) {
        return new Readiness(catalogue, Wiring.promptStores(plan.speech()), voice, health)
                .prepare(plan.practice().spokenName());
    }

    /** Calls to come go by this configuration from now on; what could refuse it is asked first.
     *
     *  @param read in order by itself
     *  @throws Failure with what is against it; nothing has changed then
     */
    Reload reload(Config read) throws Failure {
        Running now = running;
        Config before = config.orElse(null);
        if (now == null || before == null) {
            throw Failure.temporary("The service is starting, or serves emergencies only: try again in a moment.");
        }
        Reload reload = Reload.of(before, read);
        Config next = reload.effective();
        SpokenPrompts spoken =
                spoken(now, before.practice().spokenName(), next.practice().spokenName());
        CallChoices choices = new CallChoices(
                CallSettings.of(next).closedBy(now.closures()::closures),
                spoken,
                next.oncall().emergencyKey().equals(before.oncall().emergencyKey())
                        ? now.receptionist().detector()
                        : new Detector(Wiring.rules(next.practice()), Wiring.keys(next.oncall())),
                next.afterHours().equals(before.afterHours())
                        ? now.receptionist().conversation()
                        : new Conversation(DialogueSettings.of(next.afterHours())));
        // Keeps the plan of the whole file, which a restart would go by.
        now.board().reloaded(EmergencyPlan.of(read));
        now.receptionist().choose(choices);
        if (!next.oncall().equals(before.oncall())) {
            // Those before are closed at the end: calls about a hand-over may be going on.
            now.receptionist().handOvers(handOvers(next.oncall(), now.board(), now.alarms(), now.catalogue()));
        }
        prompts = spoken;
        config = Optional.of(next);
        return reload;
    }

    /** A practice that has another name needs its sentences before anybody calls. */
    private SpokenPrompts spoken(Running now, String before, String next) throws Failure {
        SpokenPrompts standing = prompts;
        if (standing != null && before.equals(next)) {
            return standing;
        }
        Health check = new Health();
        SpokenPrompts made =
                new Readiness(now.catalogue(), Wiring.promptStores(plan.speech()), now.voice(), check).prepare(next);
        if (!check.ok(Condition.VOICE)) {
            throw Failure.failed("The practice's new name can't be spoken: write it otherwise in practice.say-name.");
        }
        return made;
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

    /** Made first and closed last: whatever else breaks is told through them. */
    private Alarms alarms() {
        AlarmOutlets channels = AlarmOutlets.open(plan.alarms(), this::ringForAlarm, counters);
        AlarmTimes times = AlarmTimes.of(
                Duration.ofMinutes(plan.alarms().repeatMinutes()),
                Duration.ofMinutes(plan.alarms().channelFailedMinutes()));
        Alarms alarms = own(new Alarms(channels.outlets(), times, clock, counters));
        own(new Rounds(ThreadNames.NOTICE + "-clock", Duration.ZERO)).every(Alarms.EVERY, alarms::tick);
        channels.unusable().forEach((name, sentence) -> alarms.raise(Alarm.Kind.CHANNEL, sentence, name));
        return alarms;
    }

    /** Alarms are there before the line is. */
    private void ringForAlarm(String number, Alarm.Kind kind, Runnable taken) throws Undelivered, InterruptedException {
        AlarmPhone ringing = phone;
        if (ringing == null) {
            throw Undelivered.forNow("A phone can't be rung yet: the service is starting.");
        }
        ringing.tell(number, kind, taken);
    }

    private void keepLog(Alarms alarms, OpenRecords open, Rounds rounds) {
        AlarmLog log = new AlarmLog(open.store());
        try {
            alarms.keep(log);
        } catch (StoreException e) {
            LOG.warn("What happens to alarms is not kept until the next restart: {}", e.sentence());
        }
        Duration kept = Duration.ofDays(plan.alarms().logDays());
        rounds.nowAndEvery(DAILY, () -> {
            Instant now = clock.instant();
            var unused = log.forget(now.minus(kept), now);
        });
        rounds.nowAndEvery(DAILY, open.store()::inspect);
    }

    /** For every call, or for emergencies only when configuration or records can't be used; an alarm says what to do. */
    private CallSettings settings() throws Failure {
        if (from.config().isEmpty()) {
            emergencyOnly(from.trouble().replace("\n", "; "));
            return CallSettings.of(plan);
        }
        Config config = from.config().get();
        records = openRecords(config);
        keepPlan(plan);
        return records.isPresent() ? CallSettings.of(config) : CallSettings.of(plan);
    }

    private Optional<OpenRecords> openRecords(Config config) throws Failure {
        try {
            return Optional.of(own(OpenRecords.open(config, counters, health, clock)));
        } catch (FolderInUse e) {
            throw Failure.temporary(e.sentence());
        } catch (StoreException e) {
            recordsLocked(e.sentence());
        } catch (VaultException e) {
            recordsLocked(String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private void recordsLocked(String why) {
        emergencyOnly(why
                + " Until then only emergencies are served and nothing is stored; when it is mended and nobody is on the"
                + " line, the service starts anew by itself within minutes.");
    }

    /** The alarm comes from the watcher of health; raised here too, one cause would ring twice. */
    private void emergencyOnly(String sentence) {
        health.report(Condition.FULL_SERVICE, false, sentence);
    }

    /** Keeps the plan of a configuration that is in order, for the day it isn't. */
    private void keepPlan(EmergencyPlan plan) {
        Path kept = PlanFile.beside(from.file());
        try {
            PlanFile.write(kept, plan);
            health.report(Condition.PLAN, true, "The emergency plan is kept in " + kept + ".");
        } catch (IOException e) {
            health.report(
                    Condition.PLAN,
                    false,
                    "The emergency plan can't be kept in " + kept + " ("
                            + e.getClass().getSimpleName() + "): let the service write to that folder.");
        }
    }

    private OncallBoard board(Alarms alarms, Rounds rounds) {
        if (!from.planTrouble().isEmpty()) {
            health.report(Condition.PLAN, false, from.planTrouble().replace("\n", "; "));
        }
        PlanAhead ahead = new PlanAhead(alarms, clock, plan);
        rounds.nowAndEvery(PlanAhead.EVERY, ahead::look);
        return new OncallBoard(from.file(), plan, clock, trail(), new AlarmingKeeper(alarms, changed -> {
            keepPlan(changed);
            ahead.changed(changed);
        }));
    }

    /** Who did what, in the audit trail where records are open. */
    private Trail trail() {
        return new Trail(records.map(OpenRecords::store), clock, LOG);
    }

    /** Closures put in by command. Their file being damaged, the practice is open as configured, and an alarm says so. */
    private ClosureBoard closures(Alarms alarms) {
        ZoneId zone = plan.practice().timezone();
        try {
            return ClosureBoard.beside(from.file(), zone, clock, trail());
        } catch (ConfigException damaged) {
            alarms.raise(
                    Alarm.Kind.CONFIGURATION,
                    String.valueOf(damaged.getMessage()).replace("\n", "; ")
                            + "; no closure is in force. Mend or remove that file and restart the service; to close anew: anteroom"
                            + " closure until",
                    "closures");
            return ClosureBoard.damaged(from.file(), zone, clock, trail());
        }
    }

    /** Where the configuration can't be used nothing is stored, so nothing is promised. */
    private DialogueSettings dialogue() {
        return from.config()
                .map(config -> DialogueSettings.of(config.afterHours()))
                .orElse(new DialogueSettings(true));
    }

    /** By phone, where a code is configured; from the kept plan as well, because it needs no records. */
    private Optional<HandOvers> handOvers(OncallConfig oncall, OncallBoard board, Alarms alarms, Catalogue catalogue) {
        if (oncall.handOver().code().isEmpty()) {
            return Optional.empty();
        }
        ZoneId zone = plan.practice().timezone();
        return Optional.of(
                own(new HandOvers(oncall, zone, new DutyDesk(from.file(), board, trail()), catalogue, alarms, clock)));
    }

    private void callBacks(OpenRecords open, Receptionist receptionist, Alarms alarms) {
        own(CallBackRounds.start(
                open.callBacks(),
                receptionist.phoning(),
                () -> config.flatMap(current -> current.afterHours().contact()),
                alarms,
                clock,
                plan.practice().timezone()));
    }

    private ControlDesk desk(Receptionist receptionist, OncallBoard board, ClosureBoard closures, Alarms alarms) {
        OncallDrill drill =
                new OncallDrill(() -> receptionist.phoning().oncallTest().run(), records.map(OpenRecords::store), clock);
        return new Desk(
                records.map(OpenRecords::inbox),
                records.map(OpenRecords::calls),
                Optional.of(drill),
                Optional.of(board),
                Optional.of(closures),
                records.map(open -> new CallBackDesk(open.callBacks(), clock)),
                Optional.of(new AlarmDesk(alarms, trail(), clock)),
                records.map(open -> new AlarmLog(open.store())),
                records.map(open -> EmergencyDesk.of(open, plan.practice(), clock)),
                plan.practice().timezone());
    }

    /** With drills where they are set up and can be kept. */
    private ControlDesk drills(ControlDesk desk, Receptionist receptionist, OncallBoard board, ClosureBoard closures) {
        Optional<Config> config = from.config().filter(each -> each.drill().set());
        if (config.isEmpty() || records.isEmpty()) {
            return desk;
        }
        DrillDesk drills = own(new DrillDesk(
                desk,
                config.get().drill(),
                plan.practice().timezone(),
                new DrillService(config.get(), receptionist, board::onCall, closures::closures, clock),
                new DrillLog(records.get().store()),
                health,
                clock));
        drills.start();
        return drills;
    }

    /** Whether it began for emergencies only: what breaks later ends by itself. */
    boolean emergencyOnly() {
        return from.config().isEmpty() || records.isEmpty();
    }

    /** Whether no caller is on the line and no phone rings for one. */
    boolean idle() {
        Running now = running;
        return now == null || now.receptionist().calls() == 0;
    }

    /** Whether everything works that a restart would mend. From one thread; waits for nothing. */
    VitalSigns vitalSigns(long nanos) {
        Running now = running;
        if (now == null) {
            return VitalSigns.WELL;
        }
        long records = this.records
                .filter(open -> health.ok(Condition.RECORDS))
                .map(open -> open.store().silentMs(nanos))
                .orElse(0L);
        return new VitalSigns(
                (long) now.media().clockHealth().lastTickAgeMs(),
                now.receptionist().silentMs(nanos),
                now.line().silentMs(nanos),
                records,
                now.receptionist().emergencies());
    }

    /** How it is, in a sentence without PHI. */
    String status() {
        Running now = running;
        if (now == null) {
            return "Starting.";
        }
        Receptionist receptionist = now.receptionist();
        if (receptionist.stopping()) {
            return stoppingStatus(receptionist);
        }
        String extension =
                "extension " + plan.sip().user() + " at " + plan.sip().pbx();
        return (receptionist.registered() ? "Registered as " : "Not registered as ") + extension
                + (emergencyOnly() ? ", for emergencies only" : "") + "; "
                + ServiceNotice.count(receptionist.calls(), "call", "calls")
                + (health.fitToServe() ? "." : "; not fit to serve, see: anteroom alarms.");
    }

    private static String stoppingStatus(Receptionist receptionist) {
        int emergencies = receptionist.emergencies();
        int others = receptionist.calls() - emergencies;
        if (emergencies > 0) {
            return "Stopping: " + ServiceNotice.count(emergencies, "emergency is", "emergencies are")
                    + " on the line, which the stop waits for.";
        }
        return others > 0
                ? "Stopping: " + ServiceNotice.count(others, "call", "calls") + " may go on for a while."
                : "Stopping.";
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
        health.report(Condition.FULL_SERVICE, true, "What kept the service to emergencies is mended; it starts anew.");
    }

    /** The opened records; empty in emergency-only mode. */
    Optional<OpenRecords> records() {
        return records;
    }

    private <T extends AutoCloseable> T own(T part) {
        parts.push(part);
        return part;
    }

    /** Closes what was made, last first; each part keeps its own deadline. */
    @Override
    public void close() {
        ending = true;
        stages.close();
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn(
                        "{} did not close cleanly: {}",
                        part.getClass().getSimpleName(),
                        e.getClass().getName());
            }
        }
    }
}

package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
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
import org.anteroom.agent.config.PlanFile;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.Conversation;
import org.anteroom.agent.dialogue.DialogueSettings;
import org.anteroom.agent.emergency.DataVersion;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Meaning;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmLog;
import org.anteroom.agent.notice.AlarmOutlets;
import org.anteroom.agent.notice.AlarmRounds;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.notice.HealthAlarms;
import org.anteroom.agent.records.FolderInUse;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.records.VaultException;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.sip.SipCounters;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.speech.Ears;
import org.anteroom.speech.SpeechCounters;
import org.anteroom.speech.Voice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole receptionist: every part made here in order and handed to those that need it, closed in reverse. Invariant:
 *  a part that was made is closed, also when a later one can't be made. The hazard of changing the order: a part must
 *  outlive everything it was given to.
 */
final class Appliance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Appliance.class);

    private final StartingPoint from;
    private final EmergencyPlan plan;
    private final Clock clock = Clock.systemUTC();
    private final Counters counters = new Counters();
    private final Health health = new Health();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private Optional<OpenRecords> records = Optional.empty();

    private Appliance(StartingPoint from) {
        this.from = from;
        this.plan = from.plan();
    }

    /** Starts everything; it registers at the PBX soon after this returns.
     *
     *  @throws Failure when it can't start, with everything closed again
     */
    static Appliance start(StartingPoint from, CallObserver observer) throws Failure {
        Path socket = from.plan().control().socket();
        if (new ControlClient(socket).answers()) {
            throw Failure.failed("Another Anteroom runs already: it answers on " + socket
                    + ". Stop it first (systemctl stop anteroom).");
        }
        Appliance appliance = new Appliance(from);
        try {
            appliance.assemble(observer);
            return appliance;
        } catch (IOException | RuntimeException | LinkageError e) {
            appliance.close();
            throw Failure.failed(String.valueOf(e.getMessage()));
        } catch (Failure e) {
            appliance.close();
            throw e;
        }
    }

    private void assemble(CallObserver observer) throws IOException, Failure {
        Alarms alarms = alarms();
        own(HealthAlarms.watch(health, alarms));
        CallSettings settings = settings();
        records.ifPresent(open -> keepLog(alarms, open));
        OncallBoard board = board();

        SpeechCounters speechCounters = new SpeechCounters();
        Ears ears = own(new Ears(Wiring.ears(plan.speech()), speechCounters));
        Voice voice = own(new Voice(Wiring.voice(), speechCounters));
        Catalogue catalogue = Catalogue.of(plan.practice().type());
        SpokenPrompts prompts = new Readiness(catalogue, Wiring.promptStores(plan.speech()), voice, health)
                .prepare(plan.practice().spokenName());
        if (!health.ok(Condition.VOICE)) {
            throw Failure.failed(health.reports().stream()
                    .filter(report -> report.condition() == Condition.VOICE)
                    .map(Health.Report::sentence)
                    .findFirst()
                    .orElse("The sentences did not pass their check."));
        }

        MediaCounters mediaCounters = new MediaCounters();
        MediaEngine media = own(new MediaEngine(Wiring.media(plan.media(), plan.sip()), mediaCounters));
        CallParts shared = new CallParts(
                settings,
                board::onCall,
                media,
                ears,
                prompts,
                new Detector(Wiring.rules(plan.practice()), Wiring.keys(plan.oncall())),
                scorer(),
                new Conversation(new DialogueSettings(true)),
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
        Line line = own(new Line(Wiring.line(plan.sip()), sipCounters, new LineLog(receptionist, plan.sip())));
        own(receptionist);
        receptionist.serve(line);
        Gauges.publish(counters, sipCounters, line, mediaCounters, media, speechCounters, ears);
        own(new ControlServer(plan.control().socket(), desk(receptionist, board, alarms), counters));
        LOG.info("Emergencies: phrases {}, weights {}.", DataVersion.phrases(), DataVersion.weights());
        line.start();
        LOG.info(
                "Anteroom answers {} for {} as extension {}, echo canceller {}.",
                settings.emergencyOnly() ? "emergencies only" : "calls",
                plan.practice().name(),
                plan.sip().user(),
                media.echoCanceller());
    }

    /** Made first and closed last: whatever else breaks is told through them. */
    private Alarms alarms() {
        AlarmOutlets channels = AlarmOutlets.open(plan.alarms(), counters);
        AlarmTimes times = AlarmTimes.of(
                Duration.ofMinutes(plan.alarms().repeatMinutes()),
                Duration.ofMinutes(plan.alarms().channelFailedMinutes()));
        Alarms alarms = own(new Alarms(channels.outlets(), times, clock, counters));
        own(AlarmRounds.start(alarms));
        channels.unusable().forEach((name, sentence) -> alarms.raise(Alarm.Kind.CHANNEL, sentence, name));
        return alarms;
    }

    private static void keepLog(Alarms alarms, OpenRecords open) {
        try {
            alarms.keep(new AlarmLog(open.store()));
        } catch (StoreException e) {
            LOG.warn("What happens to alarms is not kept until the next restart: {}", e.sentence());
        }
    }

    /** Without the score, rules and keys alone decide: worse, and no reason not to answer. */
    private Optional<Scorer> scorer() {
        try {
            Meaning meaning = own(Meaning.load());
            health.report(Condition.MEANING, true, "What callers mean is judged.");
            return Optional.of(meaning);
        } catch (IOException | RuntimeException | LinkageError e) {
            health.report(
                    Condition.MEANING,
                    false,
                    "Emergencies are recognised by their phrases only, not by what callers mean: " + e.getMessage());
            return Optional.empty();
        }
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
            throw Failure.failed(e.sentence());
        } catch (StoreException e) {
            recordsLocked(e.sentence());
        } catch (VaultException e) {
            recordsLocked(String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private void recordsLocked(String why) {
        emergencyOnly(why + " Until then only emergencies are served and nothing is stored.");
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

    private OncallBoard board() {
        if (!from.planTrouble().isEmpty()) {
            health.report(Condition.PLAN, false, from.planTrouble().replace("\n", "; "));
        }
        Trail trail = new Trail(records.map(OpenRecords::store), clock, LOG);
        return new OncallBoard(from.file(), plan, clock, trail, this::keepPlan);
    }

    private ControlDesk desk(Receptionist receptionist, OncallBoard board, Alarms alarms) {
        OncallDrill drill =
                new OncallDrill(() -> receptionist.oncallTest().run(), records.map(OpenRecords::store), clock);
        return new Desk(
                records.map(OpenRecords::inbox),
                records.map(OpenRecords::calls),
                Optional.of(drill),
                Optional.of(board),
                Optional.of(new AlarmDesk(alarms, clock)),
                records.map(open -> new AlarmLog(open.store())),
                records.map(open -> EmergencyDesk.of(open, plan.practice(), clock)),
                plan.practice().timezone());
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

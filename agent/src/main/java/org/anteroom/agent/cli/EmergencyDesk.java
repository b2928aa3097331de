package org.anteroom.agent.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.anteroom.agent.call.Candidates;
import org.anteroom.agent.call.EmergencyLog;
import org.anteroom.agent.call.Judgement;
import org.anteroom.agent.call.WakeUps;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.emergency.Redaction;

/** Answers what commands ask about emergencies that have been. Any thread; blocks for the records.
 *
 *  @param practice the type of the practice, as files of sentences write it
 */
record EmergencyDesk(EmergencyLog log, String practice, ZoneId zone, Clock clock) {

    private static final int NEWEST = 100;
    private static final Duration YEAR = Duration.ofDays(366);

    static EmergencyDesk of(OpenRecords records, PracticeConfig practice, Clock clock) {
        return new EmergencyDesk(records.emergencies(), practice.type().id(), practice.timezone(), clock);
    }

    /** @throws Failure when there is no such emergency, or the outcome is none */
    void serve(ControlRequest request, String actor, Consumer<String> lines) throws Failure {
        switch (request.verb()) {
            case LIST_EMERGENCIES -> EmergencyLines.list(Desk.await(log.list(actor, NEWEST)), zone)
                    .forEach(lines);
            case SHOW_EMERGENCY -> EmergencyLines.show(
                            Desk.await(log.show(actor, request.number())).orElseThrow(() -> none(request.number())),
                            zone)
                    .forEach(lines);
            case JUDGE_EMERGENCY -> judge(request, actor, lines);
            case EXPORT_EMERGENCIES -> new Candidates(Redaction.load(), practice)
                    .lines(Desk.await(log.export(actor)).judged())
                    .forEach(lines);
            case COUNT_WAKE_UPS -> EmergencyLines.wakeUps(
                            WakeUps.of(Desk.await(log.survey(actor)).since(yearAgo()), zone))
                    .forEach(lines);
            default -> throw new IllegalArgumentException("not about emergencies");
        }
    }

    private void judge(ControlRequest request, String actor, Consumer<String> lines) throws Failure {
        Judgement.Verdict verdict = Judgement.Verdict.of(request.word("outcome"))
                .orElseThrow(() -> Failure.usage("The outcome of an emergency is real or false-alarm."));
        if (!Desk.await(log.judge(actor, request.number(), verdict))) {
            throw none(request.number());
        }
        lines.accept("Emergency " + request.number() + " is kept as " + verdict.word() + ", said by " + actor + ".");
    }

    private Instant yearAgo() {
        return clock.instant().minus(YEAR);
    }

    private static Failure none(long number) {
        return Failure.failed("There is no emergency " + number + "; 'anteroom emergencies' lists them.");
    }
}

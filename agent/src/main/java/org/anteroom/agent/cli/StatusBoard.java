package org.anteroom.agent.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.call.CallNow;
import org.anteroom.agent.call.DrillLog;
import org.anteroom.agent.call.DrillLog.Drill;
import org.anteroom.agent.config.SipConfig;
import org.anteroom.agent.emergency.Target;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.OpenAlarm;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.rehearsal.DrillSchedule;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;

/** Looks at the parts of a running service and says how each is. Any thread; reads one row of the database and waits for
 *  nothing else.
 */
final class StatusBoard {

    private final Running running;
    private final SettingsInForce settings;
    private final Optional<DrillLog> drills;
    private final Instant started;

    StatusBoard(Running running, SettingsInForce settings) {
        this.running = running;
        this.settings = settings;
        this.drills = running.extent().records().map(OpenRecords::store).map(DrillLog::new);
        this.started = running.clock().instant();
    }

    ServiceStatus now() {
        List<CallNow> calls = running.receptionist().callsNow();
        return new ServiceStatus(
                Anteroom.Version.number(),
                running.from().plan().practice().timezone(),
                Duration.between(started, running.clock().instant()),
                emergencyOnly(),
                line(),
                calls.stream()
                        .map(call -> new ServiceStatus.Call(call.id(), call.lasting(), call.stage(), call.drill()))
                        .toList(),
                capacity((int) calls.stream().filter(call -> !call.drill()).count()),
                running.boards().oncall().ringing().stream()
                        .map(group -> new ServiceStatus.OnCallGroup(
                                group.name(),
                                group.ring(),
                                group.targets().stream().map(Target::name).toList()))
                        .toList(),
                openAlarms(running.alarms().list()),
                running.health().reports(),
                drills(),
                new ServiceStatus.Configuration(
                        running.from().file().toAbsolutePath().toString(), settings.loaded()));
    }

    private Optional<String> emergencyOnly() {
        return running.health().reports().stream()
                .filter(report -> report.condition() == Condition.FULL_SERVICE && !report.ok())
                .map(Health.Report::sentence)
                .findFirst();
    }

    private ServiceStatus.Line line() {
        SipConfig sip = running.from().plan().sip();
        LineLog.Standing standing = running.lineLog().standing();
        return new ServiceStatus.Line(
                standing.registered(),
                standing.since(),
                sip.user(),
                sip.pbx() + ":" + sip.pbxPort(),
                standing.failure(),
                standing.failed(),
                running.lineLog()
                        .offer()
                        .map(offer -> new ServiceStatus.Offer(
                                offer.sound().formats(), offer.sound().refusal(), offer.at())));
    }

    private ServiceStatus.Capacity capacity(int callers) {
        return new ServiceStatus.Capacity(
                callers,
                running.receptionist().simultaneous(),
                running.media().openPorts(),
                running.receptionist().portPairs(),
                running.ears().health().spares());
    }

    static List<ServiceStatus.OpenAlarms> openAlarms(List<OpenAlarm> open) {
        Map<Alarm.Kind, List<OpenAlarm>> byKind = new EnumMap<>(Alarm.Kind.class);
        open.forEach(each -> byKind.computeIfAbsent(each.alarm().kind(), kind -> new ArrayList<>())
                .add(each));
        return byKind.entrySet().stream()
                .map(each -> new ServiceStatus.OpenAlarms(
                        words(each.getKey()),
                        each.getKey().grave(),
                        each.getValue().size(),
                        (int) each.getValue().stream()
                                .filter(alarm -> alarm.taken().isEmpty())
                                .count()))
                .toList();
    }

    private ServiceStatus.Drills drills() {
        ZoneId zone = running.from().plan().practice().timezone();
        Optional<Instant> next = settings.config()
                .filter(config -> config.drill().set())
                .flatMap(config -> DrillSchedule.of(config.drill(), zone))
                .map(schedule -> schedule.next(running.clock().instant()));
        Optional<Drill> last = last();
        return new ServiceStatus.Drills(
                last.map(Drill::began),
                last.map(drill -> words(drill.outcome())).orElse(""),
                next);
    }

    private Optional<Drill> last() {
        try {
            return drills.flatMap(log -> log.newest(1).stream().findFirst());
        } catch (StoreException e) {
            // The condition of the records says what is wrong with them.
            return Optional.empty();
        }
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package org.anteroom.agent.cli;

import java.time.Clock;
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
import org.anteroom.agent.call.Receptionist;
import org.anteroom.agent.config.SipConfig;
import org.anteroom.agent.emergency.Target;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.notice.OpenAlarm;
import org.anteroom.agent.records.Store;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.rehearsal.DrillSchedule;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.anteroom.media.MediaEngine;
import org.anteroom.speech.Ears;

/** Looks at the parts of a running service and says how each is. Any thread; reads one row of the database and waits for
 *  nothing else.
 */
final class StatusBoard {

    private final StartingPoint from;
    private final Clock clock;
    private final LineLog line;
    private final Receptionist receptionist;
    private final OncallBoard board;
    private final Alarms alarms;
    private final Health health;
    private final Ears ears;
    private final MediaEngine media;
    private final Optional<DrillLog> drills;
    private final Instant started;

    /** @param records empty in emergency-only mode */
    StatusBoard(
            StartingPoint from,
            Clock clock,
            LineLog line,
            Receptionist receptionist,
            OncallBoard board,
            Alarms alarms,
            Health health,
            Ears ears,
            MediaEngine media,
            Optional<Store> records) {
        this.from = from;
        this.clock = clock;
        this.line = line;
        this.receptionist = receptionist;
        this.board = board;
        this.alarms = alarms;
        this.health = health;
        this.ears = ears;
        this.media = media;
        this.drills = records.map(DrillLog::new);
        this.started = clock.instant();
    }

    ServiceStatus now() {
        List<CallNow> calls = receptionist.callsNow();
        return new ServiceStatus(
                Anteroom.Version.number(),
                from.plan().practice().timezone(),
                Duration.between(started, clock.instant()),
                emergencyOnly(),
                line(),
                calls.stream()
                        .map(call -> new ServiceStatus.Call(call.id(), call.lasting(), call.stage(), call.drill()))
                        .toList(),
                capacity((int) calls.stream().filter(call -> !call.drill()).count()),
                board.ringing().stream()
                        .map(group -> new ServiceStatus.OnCallGroup(
                                group.name(),
                                group.ring(),
                                group.targets().stream().map(Target::name).toList()))
                        .toList(),
                openAlarms(alarms.list()),
                health.reports(),
                drills(),
                new ServiceStatus.Configuration(from.file().toAbsolutePath().toString(), started));
    }

    private Optional<String> emergencyOnly() {
        return health.reports().stream()
                .filter(report -> report.condition() == Condition.FULL_SERVICE && !report.ok())
                .map(Health.Report::sentence)
                .findFirst();
    }

    private ServiceStatus.Line line() {
        SipConfig sip = from.plan().sip();
        LineLog.Standing standing = line.standing();
        return new ServiceStatus.Line(
                standing.registered(),
                standing.since(),
                sip.user(),
                sip.pbx() + ":" + sip.pbxPort(),
                standing.failure(),
                standing.failed(),
                line.offer()
                        .map(offer -> new ServiceStatus.Offer(
                                offer.sound().formats(), offer.sound().refusal(), offer.at())));
    }

    private ServiceStatus.Capacity capacity(int callers) {
        return new ServiceStatus.Capacity(
                callers,
                receptionist.simultaneous(),
                media.openPorts(),
                receptionist.portPairs(),
                ears.health().spares());
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
        ZoneId zone = from.plan().practice().timezone();
        Optional<Instant> next = from.config()
                .filter(config -> config.drill().set())
                .flatMap(config -> DrillSchedule.of(config.drill(), zone))
                .map(schedule -> schedule.next(clock.instant()));
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

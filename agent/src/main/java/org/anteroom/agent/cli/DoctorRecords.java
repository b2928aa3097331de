package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.anteroom.agent.call.DrillLog;
import org.anteroom.agent.call.DrillLog.Drill;
import org.anteroom.agent.cli.doctor.Finding;
import org.anteroom.agent.cli.doctor.PeopleChecks;
import org.anteroom.agent.cli.doctor.RecordsChecks;
import org.anteroom.agent.cli.doctor.Sight;
import org.anteroom.agent.cli.doctor.WatchingChecks;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.notice.AlarmOutlets;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.BrokenAudit;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.records.StoreView;
import org.anteroom.agent.records.VaultException;
import org.anteroom.agent.rehearsal.DrillRun;

/** Looks into the records for {@code anteroom doctor}, from beside the service that may hold them. */
record DoctorRecords(DoctorScene scene) {
    private static final int NEWEST = 50;
    private static final String ALARM_TEST = "alarm.test";
    private static final String ON_CALL_TEST = "oncall.test";

    Finding whole() throws Exception {
        return with(view -> RecordsChecks.whole(view.damage()), RecordsChecks.whole(Optional.empty()));
    }

    Finding written() throws Exception {
        ZoneId zone = scene.configured().practice().timezone();
        return with(
                view -> RecordsChecks.written(view.lastAudit("").map(AuditEntry::when), scene.now(), zone),
                RecordsChecks.written(Optional.empty(), scene.now(), zone));
    }

    Finding audit() throws Exception {
        Path key = scene.configured().records().keyFile();
        if (!Files.isReadable(key)) {
            return Finding.skipped(
                    "The key can't be read, and the trail can't be judged without.",
                    "sudo anteroom doctor --only key,audit");
        }
        return with(
                view -> {
                    try {
                        return RecordsChecks.audit(view.verifyAudit(key).map(BrokenAudit::sentence));
                    } catch (VaultException e) {
                        return Finding.skipped(String.valueOf(e.getMessage()), "anteroom doctor --only key");
                    }
                },
                RecordsChecks.audit(Optional.empty()));
    }

    Finding drill() throws Exception {
        Config config = scene.configured();
        int due = config.drill().dueDays();
        if (!config.drill().set()) {
            return PeopleChecks.drill(false, Optional.empty(), "", Optional.empty(), due, scene.now());
        }
        return with(
                view -> {
                    List<Drill> drills = DrillLog.newest(view, NEWEST);
                    Optional<String> failed = DrillLines.failed(drills)
                            .filter(drill -> !DrillLines.OUTAGES.contains(drill.how()))
                            .map(DrillLines::verdict);
                    String none = DrillLines.none(
                            drills,
                            phrases(config),
                            scene.now(),
                            config.practice().timezone());
                    return PeopleChecks.drill(true, DrillLines.lastMade(drills), none, failed, due, scene.now());
                },
                PeopleChecks.drill(
                        true,
                        Optional.empty(),
                        DrillLines.none(List.of(), 0, scene.now(), ZoneOffset.UTC),
                        Optional.empty(),
                        due,
                        scene.now()));
    }

    private static int phrases(Config config) {
        try {
            return DrillRun.phrases(config.practice().type()).size();
        } catch (IOException e) {
            // A drill says so; here only their number is missing.
            return 0;
        }
    }

    Finding fallBack() throws Exception {
        return with(
                view -> {
                    Optional<Drill> last = DrillLog.newest(view, NEWEST).stream()
                            .filter(drill -> DrillLines.OUTAGES.contains(drill.how()))
                            .findFirst();
                    boolean passed = last.filter(drill -> drill.outcome() == DrillLog.Outcome.PASSED)
                            .isPresent();
                    return PeopleChecks.fallBack(last.map(Drill::began), passed, scene.now());
                },
                PeopleChecks.fallBack(Optional.empty(), false, scene.now()));
    }

    Finding onCallTest() throws Exception {
        return with(
                view -> {
                    Optional<AuditEntry> last = view.lastAudit(ON_CALL_TEST);
                    return PeopleChecks.onCallTest(
                            last.map(AuditEntry::when),
                            last.map(AuditEntry::subject).orElse(""),
                            scene.now());
                },
                PeopleChecks.onCallTest(Optional.empty(), "", scene.now()));
    }

    Finding alarms() throws DoctorScene.Untold {
        Config config = scene.configured();
        return WatchingChecks.alarms(
                channels(config),
                AlarmOutlets.check(config.alarms()).stream()
                        .map(Object::toString)
                        .toList());
    }

    Finding alarmTest() throws Exception {
        int channels = channels(scene.configured());
        Callable<Finding> never = () -> WatchingChecks.alarmTest(channels, Optional.empty(), "", scene.now());
        return with(
                view -> {
                    Optional<AuditEntry> last = view.lastAudit(ALARM_TEST);
                    return WatchingChecks.alarmTest(
                            channels,
                            last.map(AuditEntry::when),
                            last.map(AuditEntry::subject).orElse(""),
                            scene.now());
                },
                never.call());
    }

    private static int channels(Config config) {
        return config.alarms().mails().size()
                + config.alarms().webhooks().size()
                + config.alarms().phones().size();
    }

    private interface Look {
        Finding look(StoreView view);
    }

    /** @param none what is found where there are no records yet */
    private Finding with(Look look, Finding none) throws DoctorScene.Untold {
        Path folder = scene.configured().records().folder();
        if (Sight.of(folder) != Sight.ABSENT && (!Files.isReadable(folder) || !Files.isExecutable(folder))) {
            return Finding.skipped("This user may not look into " + folder + ".", "sudo anteroom doctor");
        }
        try {
            return StoreView.of(folder).map(look::look).orElse(none);
        } catch (StoreException e) {
            return RecordsChecks.whole(Optional.of(e.sentence()));
        }
    }
}

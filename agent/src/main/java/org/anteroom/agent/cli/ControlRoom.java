package org.anteroom.agent.cli;

import ch.qos.logback.classic.LoggerContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.anteroom.agent.call.DrillLog;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.notice.AlarmLog;
import org.anteroom.agent.watch.Rounds;
import org.slf4j.LoggerFactory;

/** Who answers commands in a running service: desks, one in front of the other, each with its own commands.
 *
 *  @param reloading carries out the command that reads the configuration anew
 *  @param parts closes the desks that live
 */
record ControlRoom(Running now, SettingsInForce settings, Trail trail, Reloading reloading, OwnedParts parts) {

    private static final Duration EACH_SECOND = Duration.ofSeconds(1);

    /** The foremost. */
    ControlDesk desks(Rounds rounds) {
        ControlDesk desk = new ReloadDesk(drills(practice()), reloading, trail);
        StatusBoard status = new StatusBoard(now, settings);
        LogLevels levels = parts.own(new LogLevels((LoggerContext) LoggerFactory.getILoggerFactory(), clock()));
        rounds.every(EACH_SECOND, levels::look);
        ControlDesk looking = new StatusDesk(new ConfigDesk(desk, now.from().file(), settings::config), status::now);
        return new LogDesk(looking, levels, trail);
    }

    /** What the people of the practice ask and say. */
    private ControlDesk practice() {
        OncallDrill drill = new OncallDrill(
                () -> now.receptionist().phoning().oncallTest().run(), records().map(OpenRecords::store), clock());
        return new Desk(
                records().map(OpenRecords::inbox),
                records().map(OpenRecords::calls),
                Optional.of(drill),
                Optional.of(now.boards().oncall()),
                Optional.of(now.boards().closures()),
                Optional.of(now.boards().desk()),
                records().map(open -> new CallBackDesk(open.callBacks(), clock())),
                records().map(open -> new BookDesk(open.book(), clock())),
                Optional.of(new AlarmDesk(now.alarms(), trail, clock())),
                records().map(open -> new AlarmLog(open.store())),
                records().map(open -> EmergencyDesk.of(open, now.from().plan().practice(), clock())),
                now.extent().full().flatMap(config -> config.drill().shownAs()),
                zone());
    }

    /** With drills where they can be kept. */
    private ControlDesk drills(ControlDesk desk) {
        Optional<Config> config = now.extent().full();
        if (config.isEmpty()) {
            return desk;
        }
        DrillDesk drills = parts.own(new DrillDesk(
                desk,
                config.get().drill(),
                zone(),
                service(config.get()),
                new DrillLog(records().orElseThrow().store()),
                now.health(),
                clock()));
        settings.whenChanged(next -> drills.goBy(next.drill(), service(next)));
        drills.start();
        return drills;
    }

    private DrillDesk.Service service(Config config) {
        return new DrillService(
                config,
                now.receptionist(),
                now.boards().oncall()::onCall,
                now.boards().closures()::closures,
                clock());
    }

    private Optional<OpenRecords> records() {
        return now.extent().records();
    }

    private Clock clock() {
        return now.clock();
    }

    private ZoneId zone() {
        return now.from().plan().practice().timezone();
    }
}

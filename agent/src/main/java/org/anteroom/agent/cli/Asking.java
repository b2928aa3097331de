package org.anteroom.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.notice.AlarmLog;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.records.VaultException;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the running service through its socket; where none runs, and the question is about records, opens them under
 *  their exclusive lock and answers itself.
 */
final class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private Asking() {}

    static void ask(ConfigOption option, ControlRequest request, PrintWriter out) throws Failure {
        Config config = option.load();
        if (!new ControlClient(config.control().socket()).ask(request, out::println)) {
            if (request.verb().ofTheService()) {
                throw Failure.failed("The service is not running, so " + without(request.verb())
                        + ": start it first (systemctl start anteroom, or anteroom serve).");
            }
            if (OncallBoard.answers(request.verb())) {
                board(option, config).serve(request, Actor.ofThisProcess(), out::println);
            } else if (ClosureBoard.answers(request.verb())) {
                closures(option, config).serve(request, Actor.ofThisProcess(), out::println);
            } else if (DeskBoard.answers(request.verb())) {
                toDesk(option, config).serve(request, Actor.ofThisProcess(), out::println);
            } else {
                onTheStore(config, request, out);
            }
        }
        out.flush();
    }

    private static String without(ControlRequest.Verb verb) {
        return switch (verb) {
            case TEST_ON_CALL, KEEP_ON_CALL_TEST -> "nobody can be rung";
            case RUN_DRILL, SCHEDULE_DRILL, REPORT_DRILLS, STANDING_FOR_DRILL, KEEP_DRILL -> "there are no drills";
            case SHOW_STATUS, DIFF_CONFIG -> "there is nothing to show";
            case SHOW_LOG_LEVELS, SET_LOG_LEVEL -> "it has no log";
            case RELOAD -> "there is nothing to reload";
            default -> "it has no alarms ('anteroom alarms log' tells of those before)";
        };
    }

    /** The plan by its files, as the next start of the service will have it. */
    private static OncallBoard board(ConfigOption option, Config config) throws Failure {
        Overrides overrides = Overrides.beside(option.file());
        if (!overrides.trouble().isEmpty()) {
            // A file that can't be read is not written over.
            throw Failure.configuration(overrides.trouble());
        }
        Clock clock = Clock.systemUTC();
        EmergencyPlan plan = EmergencyPlan.of(config).with(overrides.list());
        return new OncallBoard(option.file(), plan, clock, new Trail(Optional.empty(), clock, LOG), changed -> {});
    }

    /** The closures by their file, as the next start of the service will have them. */
    private static ClosureBoard closures(ConfigOption option, Config config) throws Failure {
        Clock clock = Clock.systemUTC();
        try {
            return ClosureBoard.beside(
                    option.file(), config.practice().timezone(), clock, new Trail(Optional.empty(), clock, LOG));
        } catch (ConfigException damaged) {
            // A file that can't be read is not written over.
            throw Failure.configuration(damaged.getMessage() + "\nMend that file, or remove it and close anew.");
        }
    }

    /** The same for what puts calls to the desk first. */
    private static DeskBoard toDesk(ConfigOption option, Config config) throws Failure {
        Clock clock = Clock.systemUTC();
        try {
            return DeskBoard.beside(
                    option.file(),
                    config.practice().timezone(),
                    clock,
                    new Trail(Optional.empty(), clock, LOG),
                    () -> config.desk().number().isPresent());
        } catch (ConfigException damaged) {
            throw Failure.configuration(damaged.getMessage() + "\nMend that file, or remove it and begin anew.");
        }
    }

    private static void onTheStore(Config config, ControlRequest request, PrintWriter out) throws Failure {
        Optional<String> foreign = foreign(config.records().folder());
        if (foreign.isPresent()) {
            throw Failure.failed(foreign.get());
        }
        try (OpenRecords open = OpenRecords.open(config, new Counters(), new Health(), Clock.systemUTC())) {
            Desk desk = new Desk(
                    Optional.of(open.inbox()),
                    Optional.of(open.calls()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new CallBackDesk(open.callBacks(), Clock.systemUTC())),
                    Optional.of(new BookDesk(open.book(), Clock.systemUTC())),
                    Optional.empty(),
                    Optional.of(new AlarmLog(open.store())),
                    Optional.of(EmergencyDesk.of(open, config.practice(), Clock.systemUTC())),
                    config.drill().shownAs(),
                    config.practice().timezone());
            desk.serve(request, Actor.ofThisProcess(), out::println);
        } catch (StoreException e) {
            throw Failure.failed(e.sentence());
        } catch (VaultException e) {
            throw Failure.failed(String.valueOf(e.getMessage()));
        }
    }

    /** What root made or changed in them, the service could not open afterwards. */
    private static Optional<String> foreign(Path folder) {
        try {
            return foreign(
                    folder,
                    System.getProperty("user.name", ""),
                    Files.getOwner(folder).getName());
        } catch (IOException unknown) {
            // Whoever opens them says what is wrong with the folder.
            return Optional.empty();
        }
    }

    static Optional<String> foreign(Path folder, String user, String owner) {
        return user.equals("root") && !owner.equals(user)
                ? Optional.of("The service is not running, and its records in " + folder + " belong to " + owner
                        + ": start it, or ask as that user (sudo -u " + owner + " anteroom ...).")
                : Optional.empty();
    }
}

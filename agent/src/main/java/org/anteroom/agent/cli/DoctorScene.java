package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.PlanFile;
import org.anteroom.agent.watch.ThreadNames;

/** What every check of {@code anteroom doctor} goes out from, looked at once: the configuration, and the running service.
 *
 *  @param readable whether this user can read the configuration
 *  @param problems of the configuration, a line each; empty when it is in order
 *  @param config as far as its text can be used, although a check on it fails; empty when it can't
 *  @param overrides of the on-call plan, put in by command
 *  @param status of the running service; empty where none runs, or this user may not ask
 *  @param refused whether a service runs that this user may not ask
 */
record DoctorScene(
        Path file,
        boolean readable,
        List<String> problems,
        Optional<Config> config,
        List<OncallOverride> overrides,
        Optional<ServiceStatus> status,
        boolean refused,
        Instant now) {
    private static final Duration TELLS_WITHIN = Duration.ofSeconds(3);

    static DoctorScene look(Path file, Instant now) throws InterruptedException {
        boolean readable = Files.isReadable(file);
        if (!readable) {
            return new DoctorScene(file, false, List.of(), Optional.empty(), List.of(), Optional.empty(), false, now);
        }
        List<OncallOverride> overrides = Overrides.beside(file).list();
        Optional<Config> config = Optional.empty();
        List<String> problems = List.of();
        try {
            config = Optional.of(Config.load(file));
            Config.load(file, RoomChecks.from(now, overrides));
        } catch (ConfigException broken) {
            problems = Arrays.asList(String.valueOf(broken.getMessage()).split("\n"));
        }
        return asked(file, problems, config, overrides, now);
    }

    private static DoctorScene asked(
            Path file, List<String> problems, Optional<Config> config, List<OncallOverride> overrides, Instant now)
            throws InterruptedException {
        Optional<ServiceStatus> status = Optional.empty();
        boolean refused = false;
        Optional<Path> socket = config.map(valid -> valid.control().socket()).or(() -> keptSocket(file));
        if (socket.isPresent()) {
            FutureTask<Optional<ServiceStatus>> asking = new FutureTask<>(() -> told(socket.get()));
            ThreadNames.named(ThreadNames.DOCTOR + "-asks").newThread(asking).start();
            try {
                status = asking.get(TELLS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
                refused = status.isEmpty() && hidden(socket.get());
            } catch (ExecutionException | TimeoutException e) {
                // It may not be asked, or it hangs: in either case it holds its ports and its registration.
                refused = true;
            }
        }
        return new DoctorScene(file, true, problems, config, overrides, status, refused, now);
    }

    private static Optional<ServiceStatus> told(Path socket) throws Failure {
        StringBuilder line = new StringBuilder();
        return new ControlClient(socket).ask(ControlRequest.of(ControlRequest.Verb.SHOW_STATUS), line::append)
                ? Optional.of(StatusJson.read(line.toString()))
                : Optional.empty();
    }

    /** Where the configuration can't be used, the service runs with the plan it kept. */
    private static Optional<Path> keptSocket(Path file) {
        try {
            return Optional.of(PlanFile.read(PlanFile.beside(file), List.of()))
                    .map(plan -> plan.control().socket());
        } catch (ConfigException none) {
            return Optional.empty();
        }
    }

    /** Whether this user can't see into the folder, so that nothing can be said about the socket in it. */
    private static boolean hidden(Path socket) {
        Path folder = socket.toAbsolutePath().getParent();
        return folder != null && Files.exists(folder) && !Files.isExecutable(folder);
    }

    boolean running() {
        return status.isPresent();
    }

    /** @throws Untold when the configuration can't be used, so that there is nothing to look for */
    Config configured() throws Untold {
        return config.orElseThrow(() -> new Untold(
                "The configuration can't be used, so this can't be looked at.",
                readable ? "anteroom config check; mend it, then again" : "sudo anteroom doctor"));
    }

    EmergencyPlan plan() throws Untold {
        return EmergencyPlan.of(configured()).with(overrides);
    }

    /** The service as it is at this moment; empty where it can't be asked. */
    Optional<ServiceStatus> statusNow() throws Untold {
        try {
            List<String> lines = ask(ControlRequest.of(ControlRequest.Verb.SHOW_STATUS));
            return lines.isEmpty() ? Optional.empty() : Optional.of(StatusJson.read(String.join("", lines)));
        } catch (Failure otherVersion) {
            return Optional.empty();
        }
    }

    /** Lines that the running service answers; empty where it doesn't. */
    List<String> ask(ControlRequest request) throws Untold {
        List<String> lines = new ArrayList<>();
        try {
            return new ControlClient(configured().control().socket()).ask(request, lines::add) ? lines : List.of();
        } catch (Failure e) {
            return List.of();
        }
    }

    static Instant built() throws IOException {
        try {
            Path code = Path.of(Anteroom.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.getLastModifiedTime(code).toInstant();
        } catch (java.net.URISyntaxException e) {
            return Instant.EPOCH;
        }
    }

    /** Something can't be looked at, for a reason that is no fault. */
    static final class Untold extends Exception {
        private static final long serialVersionUID = 1L;
        private final String mend;

        Untold(String what, String mend) {
            super(what);
            this.mend = mend;
        }

        String what() {
            return String.valueOf(getMessage());
        }

        String mend() {
            return mend;
        }
    }
}

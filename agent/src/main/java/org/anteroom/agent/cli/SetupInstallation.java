package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.anteroom.agent.cli.setup.Installation;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.Doubts;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.OverridesFile;
import org.anteroom.agent.notice.AlarmOutlets;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.records.VaultException;

/** The service and the rules of this machine, for a setup. */
final class SetupInstallation implements Installation {
    private static final Path UNIT = Path.of("/lib/systemd/system/anteroom.service");
    private static final Path SYSTEMD = Path.of("/run/systemd/system");
    private static final String PHRASE = "emergency-chest";
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
    private static final Duration SYSTEMCTL_WITHIN = Duration.ofSeconds(10);

    @Override
    public boolean serviceAnswers(Path socket) {
        return new ControlClient(socket).answers();
    }

    @Override
    public Optional<ServiceLine> line(Path socket) {
        return status(socket).map(status -> {
            ServiceStatus.Line line = status.line();
            return new ServiceLine(
                    line.registered(),
                    line.extension(),
                    line.pbx(),
                    StatusView.moment(line.since(), Instant.now(), status.zone()),
                    line.failure());
        });
    }

    @Override
    public boolean emergency(Path socket) {
        return status(socket).stream()
                .flatMap(status -> status.calls().stream())
                .anyMatch(SetupInstallation::emergency);
    }

    /** Phones may still ring for somebody who has hung up. */
    private static boolean emergency(ServiceStatus.Call call) {
        return !call.drill()
                && (call.stage().startsWith("emergency") || call.stage().equals("the caller has hung up"));
    }

    private static Optional<ServiceStatus> status(Path socket) {
        StringBuilder told = new StringBuilder();
        try {
            ControlRequest request = ControlRequest.of(ControlRequest.Verb.SHOW_STATUS);
            return new ControlClient(socket).ask(request, told::append)
                    ? Optional.of(StatusJson.read(told.toString()))
                    : Optional.empty();
        } catch (Failure e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> ask(Path socket, Errand errand, Consumer<String> lines) {
        ControlRequest request =
                switch (errand) {
                    case TEST_ON_CALL -> ControlRequest.of(ControlRequest.Verb.TEST_ON_CALL);
                    case DRILL -> new ControlRequest(
                            ControlRequest.Verb.RUN_DRILL,
                            0,
                            Map.of("real-phones", "false", "json", "false", "phrases", PHRASE));
                };
        try {
            return new ControlClient(socket).ask(request, lines)
                    ? Optional.empty()
                    : Optional.of("The service is not running.");
        } catch (Failure e) {
            return Optional.of(e.sentence());
        }
    }

    @Override
    public void keepFallBack(Path socket, long rangMs) {
        ControlRequest request = new ControlRequest(
                ControlRequest.Verb.KEEP_DRILL, rangMs, Map.of("outage", DrillLines.UNREACHABLE, "problem", ""));
        try {
            new ControlClient(socket).ask(request, line -> {});
        } catch (Failure e) {
            // Only the report lacks it; the setup itself has said what was seen.
            return;
        }
    }

    @Override
    public boolean keepOnCallTest(Path socket, int confirmed, int people) {
        ControlRequest request = new ControlRequest(
                ControlRequest.Verb.KEEP_ON_CALL_TEST, confirmed, Map.of("people", Integer.toString(people)));
        try {
            return new ControlClient(socket).ask(request, line -> {});
        } catch (Failure e) {
            return false;
        }
    }

    @Override
    public List<String> problems(Path config) {
        try {
            Config loaded = Config.load(config, RoomChecks.from(Instant.now(), overrides(config)));
            List<String> problems = new ArrayList<>();
            Vault.check(loaded.records()).forEach(problem -> problems.add(config + ": " + problem));
            AlarmOutlets.check(loaded.alarms()).forEach(problem -> problems.add(config + ": " + problem));
            return problems;
        } catch (ConfigException e) {
            return String.valueOf(e.getMessage()).lines().toList();
        }
    }

    private static List<OncallOverride> overrides(Path config) throws ConfigException {
        return OverridesFile.read(OverridesFile.beside(config)).orElse(List.of());
    }

    @Override
    public List<String> notices(Path config) {
        try {
            return Doubts.of(Config.load(config)).stream().map(Object::toString).toList();
        } catch (ConfigException e) {
            return List.of();
        }
    }

    @Override
    public List<String> lacking(Path file) {
        try {
            Config config = Config.load(file);
            List<String> lacking = new ArrayList<>();
            if (!config.alarms().tellsSomebody()) {
                lacking.add("name who is told when something breaks: [[alarms.mail]] or [[alarms.webhook]] in " + file
                        + " (alarms.md), then: anteroom alarms test");
            }
            if (config.practice().holidays().isEmpty()
                    && config.practice().closed().isEmpty()) {
                lacking.add("write the holidays of the coming year into " + file
                        + " ([[practice.holiday]]): callers would hear that you are open");
            }
            lacking.add("copy " + config.records().keyFile()
                    + " to a safe place outside this machine: without it no message can be read");
            return lacking;
        } catch (ConfigException e) {
            return List.of();
        }
    }

    @Override
    public List<String> makeRecords(Path config) {
        List<String> made = new ArrayList<>();
        try {
            Config loaded = Config.load(config);
            Path folder = loaded.records().folder();
            Path key = loaded.records().keyFile();
            FreshRecords fresh = FreshRecords.make(config, folder, key);
            if (fresh.folder()) {
                made.add(folder + "  (for the records)");
            }
            if (fresh.key()) {
                made.add(key + "  (seals the records: keep a copy in a safe place)");
            }
            return made;
        } catch (ConfigException | VaultException | IOException e) {
            // The check that follows names it, with what to do.
            return made;
        }
    }

    @Override
    public boolean canStart() {
        return "root".equals(System.getProperty("user.name")) && Files.exists(UNIT) && Files.isDirectory(SYSTEMD);
    }

    @Override
    public Optional<String> start(Path socket) {
        try {
            return new UnitStart(List.of("systemctl"), STARTS_WITHIN, SYSTEMCTL_WITHIN)
                    .go(() -> serviceAnswers(socket));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Interrupted.");
        }
    }
}

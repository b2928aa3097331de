package org.anteroom.agent.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.config.ClosuresFile;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.Doubts;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.OverridesFile;
import org.anteroom.agent.config.PinFile;
import org.anteroom.agent.notice.AlarmOutlets;
import org.anteroom.agent.records.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code anteroom config check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Says everything that is wrong with a configuration, each with line and key, and changes nothing. Run it as"
                    + " the service's user, who must be able to read password and key, before every restart.",
            "",
            "A key that config init left empty and that isn't filled in is named too. A notice tells of something valid"
                    + " that is surely not meant, such as no opening hours; the service starts with it and logs it as a"
                    + " warning.",
            "",
            "A service that is started with a wrong configuration serves emergencies only. A file of an alarm channel that"
                    + " can't be used is named too, but takes away that channel only."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sudo -u anteroom anteroom config check",
            "  anteroom config check --config ./anteroom.toml",
            "",
            "Exit codes: 0 the service would start with it, notices or not; 78 it is wrong."
        })
final class ConfigCheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption option = new ConfigOption();

    private List<OncallOverride> overrides() throws ConfigException {
        return OverridesFile.read(OverridesFile.beside(option.file())).orElse(List.of());
    }

    @Override
    public Integer call() throws Failure {
        try {
            Config config = Config.load(option.file(), RoomChecks.from(Instant.now(), overrides()));
            ClosuresFile.read(ClosuresFile.beside(option.file()));
            PinFile.read(PinFile.beside(option.file()));
            String locked = Stream.concat(
                            Vault.check(config.records()).stream(), AlarmOutlets.check(config.alarms()).stream())
                    .map(problem -> option.file() + ": " + problem)
                    .collect(Collectors.joining("\n"));
            if (!locked.isEmpty()) {
                throw Failure.configuration(locked);
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println(option.file() + " is in order.");
            Doubts.of(config).forEach(doubt -> out.println(option.file() + ": notice: " + doubt));
            out.flush();
            return ExitCode.DONE.status();
        } catch (ConfigException e) {
            throw Failure.configuration(String.valueOf(e.getMessage()));
        }
    }
}

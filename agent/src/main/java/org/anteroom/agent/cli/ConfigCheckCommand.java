package org.anteroom.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.anteroom.agent.config.AlarmsConfig;
import org.anteroom.agent.config.ClosuresFile;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.DeskFirstFile;
import org.anteroom.agent.config.Doubt;
import org.anteroom.agent.config.Doubts;
import org.anteroom.agent.config.Keeper;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.OverridesFile;
import org.anteroom.agent.config.PinFile;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.RecordsConfig;
import org.anteroom.agent.config.SectionCheck;
import org.anteroom.agent.notice.AlarmOutlets;
import org.anteroom.agent.practice.calendar.CalendarFile;
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
            "Says everything that is wrong with a configuration at once, each with line and key, and changes nothing. Run it before"
                    + " every restart, as root, as the service's user or as a member of group anteroom; a member may not"
                    + " read the key, and is told so.",
            "",
            "A key that config init left empty and that isn't filled in is named too. A notice tells of something valid"
                    + " that is surely not meant, such as no opening hours; the service starts with it and logs it as a"
                    + " warning. So it does with the name of a provider, a visit, a place or an insurance that the recogniser"
                    + " can't hear: the notice has an alias to add that it can.",
            "",
            "A service that is started with a wrong configuration serves emergencies only. A file of an alarm channel, or"
                    + " a provider's calendar, that can't be used is named too, but takes away that channel only, or leaves the"
                    + " calendar as it was read last."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sudo anteroom config check",
            "  anteroom config check --config ./anteroom.toml",
            "",
            "Exit codes: 0 the service would start with it, as far as this user may read, notices or not; 78 it is wrong."
        })
final class ConfigCheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption option = new ConfigOption();

    @Override
    public Integer call() throws Failure {
        Path file = option.file();
        Keeper keeper = Keeper.of(file);
        List<String> troubles = new ArrayList<>();
        Optional<List<OncallOverride>> overrides = told(troubles, () -> overrides(keeper));
        List<SectionCheck<?>> checks = new ArrayList<>(checks(keeper));
        checks.addAll(RoomChecks.from(Instant.now(), overrides.orElse(List.of())));
        Optional<Config> config = told(troubles, () -> Config.load(file, checks));
        List<Kept> kept = List.of(
                new Kept(ClosuresFile.beside(file), ClosuresFile::read),
                new Kept(PinFile.beside(file), PinFile::read),
                new Kept(PinFile.ofStaffBeside(file), PinFile::read),
                new Kept(DeskFirstFile.beside(file), DeskFirstFile::read));
        for (Kept each : kept) {
            if (!keeper.hides(each.file())) {
                told(troubles, () -> each.reader().read(each.file()));
            }
        }
        if (config.isEmpty() || !troubles.isEmpty()) {
            throw Failure.configuration(String.join("\n", troubles));
        }
        tell(file, config.get(), kept.stream().map(Kept::file).toList(), keeper);
        return ExitCode.DONE.status();
    }

    /** A file that the service keeps beside the configuration. */
    private record Kept(Path file, Reader reader) {
        private interface Reader {
            Object read(Path file) throws ConfigException;
        }
    }

    /** What reads a file. */
    private interface Read<T> {
        T from() throws ConfigException;
    }

    /** What a file holds; empty where it is wrong, which is then among the troubles. */
    private static <T> Optional<T> told(List<String> troubles, Read<T> read) {
        try {
            return Optional.of(read.from());
        } catch (ConfigException e) {
            troubles.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** What the service looks at when it opens the files that a configuration names. */
    private static List<SectionCheck<?>> checks(Keeper keeper) {
        return List.of(
                new SectionCheck<>(
                        RecordsConfig.class,
                        records -> keeper.hides(records.keyFile()) ? List.of() : Vault.check(records)),
                new SectionCheck<>(AlarmsConfig.class, AlarmOutlets::check),
                new SectionCheck<>(
                        PracticeConfig.class,
                        List.of("provider", "timezone"),
                        practice -> CalendarFile.check(practice, Instant.now(), path -> !keeper.hides(path))));
    }

    private void tell(Path file, Config config, List<Path> kept, Keeper keeper) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(file + " is in order.");
        Stream.of(
                        Stream.of(config.records().keyFile(), OverridesFile.beside(file)),
                        kept.stream(),
                        config.practice().providers().stream().flatMap(provider -> provider.calendar().stream()))
                .flatMap(paths -> paths)
                .filter(keeper::hides)
                .forEach(hidden -> out.println(file + ": notice: " + hidden + " is the service's; this user may not"
                        + " read it, as it should be. To have it looked at too: sudo anteroom config check"));
        Doubts.of(config).forEach(doubt -> out.println(file + ": notice: " + doubt));
        heard(config).forEach(line -> out.println(file + ": notice: " + line));
        out.flush();
    }

    /** The names that the recogniser can't hear. */
    private static List<String> heard(Config config) {
        try {
            return HeardNames.doubts(config).stream().map(Doubt::toString).toList();
        } catch (IOException e) {
            return List.of(
                    "speech.model: whether callers' words for your providers, visits and insurances can be heard is"
                            + " not known: " + e.getMessage());
        }
    }

    /** None where the configuration itself can't be read, which is then what is told. */
    private List<OncallOverride> overrides(Keeper keeper) throws ConfigException {
        Path overrides = OverridesFile.beside(option.file());
        return !Files.isReadable(option.file()) || keeper.hides(overrides)
                ? List.of()
                : OverridesFile.read(overrides).orElse(List.of());
    }
}

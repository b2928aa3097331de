package org.anteroom.agent.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.anteroom.agent.cli.setup.Answer;
import org.anteroom.agent.cli.setup.ConsoleTerminal;
import org.anteroom.agent.cli.setup.Ending;
import org.anteroom.agent.cli.setup.Setup;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.ConfigText;
import org.anteroom.agent.config.FileTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anteroom setup}. */
@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        modelTransformer = SetupFlags.class,
        sortOptions = false,
        description = {
            "Asks what Anteroom must know, step by step, proves each answer at the PBX, and writes the configuration:"
                    + " the PBX is asked who it is, the extension registers, a desk phone rings, the people on call are"
                    + " rung if they may be, the trunk's channels are counted, the PBX's fall-back is called, and a drill"
                    + " is made.",
            "",
            "Nothing is written before the end. Run again, it changes what is answered anew and nothing else; the file"
                    + " of before is kept beside it as FILE.before-setup.",
            "",
            "Every question has a flag. With --yes nobody is asked: what no flag answers is taken from the"
                    + " configuration or its default, and nothing that disturbs people is done unless its flag says yes."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sudo anteroom setup",
            "  sudo anteroom setup --skip practice --test-phone 101",
            "  sudo anteroom setup --yes --name \"Maple Street Dental\" --type dental --hours \"mon-fri 8-17\" \\",
            "      --pbx 192.168.1.10 --user 200 --password-file /etc/anteroom/sip-password \\",
            "      --on-call \"Dr. Reed=301, mobile=5550142\"",
            "",
            "Exit codes: 0 everything asked for is proved, the rest was left out on purpose; 1 something was not"
                    + " proved, or it was stopped; 2 wrong flags, or an answer is missing; 78 the configuration would be"
                    + " wrong."
        })
final class SetupCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "Starts from that configuration instead; it is not changed.")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = {"--yes", "--non-interactive"},
            description = "Asks nobody.")
    private boolean yes;

    @Option(
            names = "--skip",
            paramLabel = "STEP",
            completionCandidates = Setup.Steps.class,
            description =
                    "Leaves a step out: practice, pbx, extension, test-call, on-call, trunk, drill-phone, fall-back,"
                            + " drill. May be given several times.")
    private Set<String> skip = Set.of();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets any other key of the configuration, such as records.folder=/srv/anteroom.")
    private Map<String, String> set = Map.of();

    @Override
    public Integer call() throws Failure, InterruptedException {
        Console console = System.console();
        ConsoleTerminal terminal = new ConsoleTerminal(
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                spec.commandLine().getOut(),
                console);
        Setup.Order order = new Setup.Order(
                config.file().toAbsolutePath().normalize(), before(), given(), set, skip, !yes, ZoneId.systemDefault());
        PrintWriter err = spec.commandLine().getErr();
        try (SetupVoice voice = new SetupVoice()) {
            Setup setup = Setup.live(
                    order, terminal, voice, new SetupInstallation(), sentences -> Anteroom.complain(err, sentences));
            Thread cut = new Thread(
                    () -> {
                        err.println();
                        Anteroom.complain(err, setup.cut());
                    },
                    "cut");
            Runtime.getRuntime().addShutdownHook(cut);
            try {
                return code(setup.run()).status();
            } finally {
                ended(cut);
            }
        }
    }

    private static void ended(Thread cut) {
        try {
            Runtime.getRuntime().removeShutdownHook(cut);
        } catch (IllegalStateException goingDown) {
            // It was cut just now, and says so.
        }
    }

    private static ExitCode code(Ending ending) {
        return switch (ending) {
            case PROVED -> ExitCode.DONE;
            case NOT_PROVED -> ExitCode.FAILED;
            case USAGE -> ExitCode.USAGE;
            case CONFIGURATION -> ExitCode.CONFIGURATION;
        };
    }

    private ConfigText before() throws Failure {
        Path file = from.orElse(config.file());
        try {
            if (from.isEmpty() && Files.notExists(file)) {
                return ConfigText.reference();
            }
            return ConfigText.of(file, Files.readString(file));
        } catch (ConfigException e) {
            throw Failure.configuration(
                    e.getMessage() + "\nMend that first, or begin anew with another file: --from or --config");
        } catch (NoSuchFileException e) {
            throw Failure.failed(file + " isn't there: name the file to start from, or leave --from out.");
        } catch (IOException e) {
            throw Failure.failed(file + " can't be read (" + FileTrouble.why(e)
                    + "): run the command as root, or name another file.");
        }
    }

    private Map<Answer, List<String>> given() {
        Map<Answer, List<String>> given = new EnumMap<>(Answer.class);
        for (Answer answer : Answer.values()) {
            OptionSpec option = spec.findOption(answer.flag());
            Object value = option == null ? null : option.getValue();
            if (value instanceof String[] values) {
                given.put(answer, List.of(values));
            } else if (value instanceof String one) {
                given.put(answer, List.of(one));
            }
        }
        return given;
    }
}

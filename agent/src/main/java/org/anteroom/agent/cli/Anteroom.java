package org.anteroom.agent.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: {@code anteroom COMMAND}. */
@Command(
        name = "anteroom",
        mixinStandardHelpOptions = true,
        versionProvider = Anteroom.Version.class,
        description = {
            "A phone receptionist for healthcare practices that runs inside the practice.",
            "",
            "It registers at the practice's PBX as an extension, answers calls, takes messages, and connects an"
                    + " emergency to the clinician on call at once. Nothing a caller says leaves the building."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  1  it could not be done, or a check did not hold; standard error says why",
            "  2  the command line or an input file is wrong",
            "  75 it can't be done for now: try again later",
            "  78 the configuration, or a file that belongs to it, is wrong",
            "",
            "Begin with:  anteroom demo          three calls on this machine, no PBX needed",
            "             anteroom setup         asks what it must know, and tries it at the PBX",
            "             anteroom config init   a commented configuration to fill in"
        },
        subcommands = {
            ServeCommand.class,
            SetupCommand.class,
            StatusCommand.class,
            ReloadCommand.class,
            DemoCommand.class,
            ConverseCommand.class,
            CatalogueCommand.class,
            ConfigCommand.class,
            MessagesCommand.class,
            CallsCommand.class,
            CallBacksCommand.class,
            BookCommand.class,
            PatientsCommand.class,
            ClosureCommand.class,
            DeskCommand.class,
            StaffCommand.class,
            OncallCommand.class,
            AlarmsCommand.class,
            LogCommand.class,
            EmergenciesCommand.class,
            DrillCommand.class,
            DoctorCommand.class,
            EvaluateCommand.class,
            ExplainCommand.class
        })
public final class Anteroom implements Runnable {

    /** A property that logback.xml reads. */
    static final String LEAST_LOGGED = "anteroom.log.least";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.setProperty(LEAST_LOGGED, least(args));
        System.exit(status(commandLine(), args));
    }

    /** The least grave kind of log entry that a command lets out: only the service tells how it goes on. */
    static String least(String... args) {
        return args.length > 0 && args[0].equals("serve") ? "TRACE" : "WARN";
    }

    /** Ends the process from another thread than the command's; what is open is closed by shutdown hooks. */
    static void end(ExitCode code) {
        System.exit(code.status());
    }

    /** The exit code of a command; a native part that can't be loaded ends it with a sentence too. */
    static int status(CommandLine commandLine, String... args) {
        try {
            return commandLine.execute(args);
        } catch (LinkageError e) {
            complain(commandLine.getErr(), "a part of the program can't be loaded (" + e + "): install Anteroom again");
            return ExitCode.FAILED.status();
        }
    }

    /** The command line with this program's manners: one sentence on standard error, no stack traces. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Anteroom());
        commandLine.setUsageHelpAutoWidth(false);
        commandLine.setUsageHelpWidth(100);
        commandLine.setParameterExceptionHandler((e, args) -> {
            CommandLine at = e.getCommandLine();
            complain(
                    at.getErr(),
                    e.getMessage() + meant(e) + " (see: " + at.getCommandSpec().qualifiedName() + " --help)");
            return ExitCode.USAGE.status();
        });
        commandLine.setExecutionExceptionHandler((e, at, parsed) -> {
            if (e instanceof Failure failure) {
                complain(at.getErr(), failure.sentence());
                return failure.code().status();
            }
            complain(at.getErr(), "an unexpected fault: " + e + "; please report it with what you did");
            return ExitCode.FAILED.status();
        });
        return commandLine;
    }

    /** What is nearest to a word that is none; empty where nothing is near. */
    private static String meant(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
            return "";
        }
        List<String> near = unmatched.getSuggestions();
        return near.isEmpty() ? "" : "; did you mean " + near.get(0) + "?";
    }

    /** Writes each line as one sentence of this program. */
    static void complain(PrintWriter err, String sentences) {
        for (String sentence : sentences.split("\n")) {
            err.println("anteroom: " + sentence);
        }
        err.flush();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** Version of the build, out of the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String java = Runtime.version().feature() + "";
            return new String[] {String.format(Locale.ROOT, "anteroom %s (Java %s)", number(), java)};
        }

        /** Without the name before it; {@code unpackaged} where it doesn't run from the jar. */
        static String number() {
            String version = Anteroom.class.getPackage().getImplementationVersion();
            return version == null ? "unpackaged" : version;
        }
    }
}

package org.anteroom.agent.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.practice.book.Busy;
import org.anteroom.agent.practice.calendar.CalendarFile;
import org.anteroom.agent.practice.calendar.CalendarReading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom book calendar-check [FILE] [--provider ID]}. */
@Command(
        name = "calendar-check",
        mixinStandardHelpOptions = true,
        description = {
            "Reads FILE, a provider's own calendar (iCalendar, .ics), as the service would, and changes nothing: shows which"
                    + " times of the next weeks are busy in it, by the practice's clock, and every event that can't be used,"
                    + " with its line and why. All days that can be booked are looked at, whatever is shown. What events are"
                    + " about is not shown.",
            "",
            "Busy is what is neither cancelled nor marked as free (TRANSP:TRANSPARENT). FILE is read by you, not by the"
                    + " service."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom book calendar-check ortiz.ics",
            "  anteroom book calendar-check --provider ortiz --weeks 8     (the file in the configuration)",
            "",
            "Exit codes: 0 all of it can be used; 2 something is wrong with FILE or the command line; 78 wrong configuration."
        })
final class BookCalendarCheckCommand implements Callable<Integer> {
    private static final int MOST_WEEKS = 110;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file (default: the provider's, by the configuration).")
    private @Nullable Path file;

    @Option(
            names = "--provider",
            defaultValue = "",
            paramLabel = "ID",
            description = "Whose it is, by the id in the configuration.")
    private String provider = "";

    @Option(
            names = "--weeks",
            defaultValue = "4",
            paramLabel = "N",
            description = "How many weeks to show (default: ${DEFAULT-VALUE}).")
    private int weeks = 4;

    @Override
    public Integer call() throws Failure {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new ParameterException(spec.commandLine(), "--weeks must be between 1 and " + MOST_WEEKS);
        }
        PracticeConfig practice = config.load().practice();
        Path wanted = wanted(practice);
        Instant now = Clock.systemUTC().instant();
        CalendarReading reading = CalendarFile.read(wanted, practice.timezone(), CalendarFile.window(practice, now));
        PrintWriter out = spec.commandLine().getOut();
        CalendarLines.shown(wanted, reading, new Busy(now, now.plus(Duration.ofDays(7L * weeks))), practice.timezone())
                .forEach(out::println);
        out.flush();
        List<String> wrong = CalendarLines.wrong(wanted, reading);
        if (!wrong.isEmpty()) {
            throw Failure.usage(String.join("\n", wrong));
        }
        return ExitCode.DONE.status();
    }

    private Path wanted(PracticeConfig practice) throws Failure {
        if (provider.isEmpty()) {
            if (file == null) {
                throw new ParameterException(
                        spec.commandLine(), "Say: book calendar-check FILE, or: book calendar-check --provider ID");
            }
            return file;
        }
        PracticeProvider named = practice.providers().stream()
                .filter(each -> each.id().equals(provider))
                .findFirst()
                .orElseThrow(() -> Failure.usage("There is no provider with that id in the configuration."));
        if (file != null) {
            return file;
        }
        return named.calendar()
                .orElseThrow(
                        () -> Failure.usage(
                                "That provider has no calendar in the configuration: name a FILE, or set practice.provider.calendar."));
    }
}

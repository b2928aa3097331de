package org.anteroom.agent.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code anteroom book COMMAND}. */
@Command(
        name = "book",
        mixinStandardHelpOptions = true,
        subcommands = {
            BookListCommand.class,
            BookCancelCommand.class,
            BookImportCommand.class,
            BookExportCommand.class,
            BookOutCommand.class,
            BookInCommand.class,
            BookCalendarsCommand.class,
            BookCalendarCheckCommand.class
        },
        description = {
            "The practice's appointment book: shows a day, cancels, takes that a provider is out or back, takes patients and appointments in and out as files, and shows what the providers' own calendars take from it."
                    + " Providers, visit types and the rules for booking stand in the configuration.",
            "",
            "The running service is asked through its socket; without one the records are opened directly, which needs the"
                    + " key. Who asked is written to the audit trail."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom book list --day 2026-06-03",
            "  anteroom book import patients patients.csv --dry-run",
            "  anteroom book export appointments appointments.csv",
            "  anteroom book cancel 12",
            "  anteroom book out ortiz --until '2026-06-03 17:00'",
            "  anteroom book calendar-check ortiz.ics",
            "",
            "Exit codes: 0 done; 1 it could not be done; 2 wrong command line or file; 78 wrong configuration."
        })
final class BookCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say: book list, book cancel, book out, book in, book import, book export, book calendars, or: book"
                        + " calendar-check");
    }
}

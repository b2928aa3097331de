package org.anteroom.agent.cli;

import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;

/** {@code anteroom book calendars}. */
@Command(
        name = "calendars",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how much of the providers' own calendars (practice.provider.calendar) counts, and when it was read, and"
                    + " lists the appointments that lie in a busy time, with the numbers to call. None is cancelled. An"
                    + " appointment that is just as long as the busy time is the same visit, and is left out. Who looked is"
                    + " written to the audit trail.",
            "",
            "The running service reads a calendar within a minute of its change; one that it can't use counts as it was read"
                    + " last, and 'anteroom status' tells why."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom book calendars",
            "",
            "Exit codes: 0 shown; 1 the records can't be opened; 2 wrong command line; 78 wrong configuration."
        })
final class BookCalendarsCommand extends Question {

    @Override
    ControlRequest request() {
        return ControlRequest.of(Verb.LIST_CALENDARS);
    }
}

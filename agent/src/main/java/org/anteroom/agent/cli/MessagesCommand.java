package org.anteroom.agent.cli;

import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;

/** {@code anteroom messages [list | show N]}. */
@Command(
        name = "messages",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the messages that callers left: 'list' the newest 100, 'show N' one in full. Who looked is"
                    + " written to the audit trail.",
            "",
            "The running service is asked through its socket; without one the records are opened directly, which needs"
                    + " the key."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom messages",
            "  anteroom messages show 12",
            "",
            "Exit codes: 0 shown; 1 no such message, or the records can't be opened; 2 wrong command line; 78 wrong"
                    + " configuration."
        })
final class MessagesCommand extends Listing {

    MessagesCommand() {
        super(Verb.LIST_MESSAGES, Verb.SHOW_MESSAGE);
    }
}

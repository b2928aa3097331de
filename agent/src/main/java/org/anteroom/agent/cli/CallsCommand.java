package org.anteroom.agent.cli;

import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;

/** {@code anteroom calls [list | show N]}. */
@Command(
        name = "calls",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the calls that were answered: 'list' the newest 100, 'show N' one in full, with every decision and"
                    + " the rule behind it. Who looked is written to the audit trail.",
            "",
            "The running service is asked through its socket; without one the records are opened directly, which needs"
                    + " the key."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom calls",
            "  anteroom calls show 12",
            "",
            "Exit codes: 0 shown; 1 no such call, or the records can't be opened; 2 wrong command line; 78 wrong"
                    + " configuration."
        })
final class CallsCommand extends Listing {

    CallsCommand() {
        super(Verb.LIST_CALLS, Verb.SHOW_CALL);
    }
}

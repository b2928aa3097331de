package org.anteroom.agent.cli;

import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;

/** {@code anteroom patients list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the patients of the book with the numbers that other commands take; an animal with its owner. Who looked"
                    + " is written to the audit trail."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom patients list",
            "",
            "Exit codes: 0 shown; 1 the records can't be opened; 2 wrong command line; 78 wrong configuration."
        })
final class PatientsListCommand extends Question {

    @Override
    ControlRequest request() {
        return ControlRequest.of(Verb.LIST_PATIENTS);
    }
}

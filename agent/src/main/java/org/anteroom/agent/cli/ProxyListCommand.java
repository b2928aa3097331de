package org.anteroom.agent.cli;

import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code anteroom patients proxy list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Shows who may act for a patient, with the numbers that 'remove' takes; those who expired and those kept away are"
                    + " marked. Who looked is written to the audit trail."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom patients proxy list 12",
            "",
            "Exit codes: 0 shown; 1 no such patient, or the records can't be opened; 2 wrong command line; 78 wrong"
                    + " configuration."
        })
final class ProxyListCommand extends Question {

    @Parameters(paramLabel = "NUMBER", description = "The patient's number, as 'patients list' shows it.")
    private long number;

    @Override
    ControlRequest request() {
        if (number <= 0) {
            throw wrong("Say: patients proxy list NUMBER");
        }
        return new ControlRequest(Verb.LIST_PROXIES, number);
    }
}

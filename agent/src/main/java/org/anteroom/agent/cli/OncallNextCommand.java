package org.anteroom.agent.cli;

import picocli.CommandLine.Command;

/** {@code anteroom oncall next}. */
@Command(
        name = "next",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the next ten hand-overs of the rotas within 60 days: when, from whom, to whom.",
            "",
            "The running service is asked; without one, configuration and overrides are read."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  anteroom oncall next", "", "Exit codes: 0 shown; 2 wrong command line; 78 wrong configuration."})
final class OncallNextCommand extends Question {

    @Override
    ControlRequest request() {
        return ControlRequest.of(ControlRequest.Verb.LIST_HAND_OVERS);
    }
}

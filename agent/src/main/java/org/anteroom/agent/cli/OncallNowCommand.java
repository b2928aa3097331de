package org.anteroom.agent.cli;

import picocli.CommandLine.Command;

/** {@code anteroom oncall now}. */
@Command(
        name = "now",
        mixinStandardHelpOptions = true,
        description = {
            "Shows whose phones an emergency rings at this moment, in which order and for how long; kinds of emergency"
                    + " that ring others are shown apart.",
            "",
            "The running service is asked; without one, configuration and overrides are read."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  anteroom oncall now", "", "Exit codes: 0 shown; 2 wrong command line; 78 wrong configuration."})
final class OncallNowCommand extends Question {

    @Override
    ControlRequest request() {
        return ControlRequest.of(ControlRequest.Verb.SHOW_ON_CALL);
    }
}

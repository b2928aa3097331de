package org.anteroom.agent.cli;

import picocli.CommandLine.Command;

/** {@code anteroom oncall test}. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Rings every person who may be on call at the same time, says that it is a test and waits for the accept key."
                    + " Nobody is connected to anybody; services (911, 988) are never rung.",
            "",
            "The running service does it, with its own line. Do it after every change of the plan or of the PBX."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom oncall test",
            "",
            "Exit codes: 0 every target answered and pressed the key; 1 one did not, or the service is not running;"
                    + " 2 wrong command line; 78 wrong configuration."
        })
final class OncallTestCommand extends Question {

    @Override
    ControlRequest request() {
        return ControlRequest.of(ControlRequest.Verb.TEST_ON_CALL);
    }
}

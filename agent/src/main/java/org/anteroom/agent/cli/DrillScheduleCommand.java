package org.anteroom.agent.cli;

import picocli.CommandLine.Command;

/** {@code anteroom drill schedule}. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description =
                "Says when the service makes drills by itself (drill.day and drill.time), and when the next is due.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom drill schedule",
            "",
            "Exit codes: 0 shown; 1 the service is not running or has no drills; 2 wrong command line; 78 wrong configuration."
        })
final class DrillScheduleCommand extends Question {

    @Override
    ControlRequest request() {
        return ControlRequest.of(ControlRequest.Verb.SCHEDULE_DRILL);
    }
}

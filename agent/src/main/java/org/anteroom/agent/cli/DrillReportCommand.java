package org.anteroom.agent.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code anteroom drill report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Shows the last ten drills, and the newest phrase by phrase.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom drill report",
            "  anteroom drill report --json",
            "",
            "Exit codes: 0 shown; 1 the service is not running or has no drills; 2 wrong command line; 78 wrong configuration."
        })
final class DrillReportCommand extends Question {

    @Option(names = "--json", description = "As JSON, for monitoring.")
    private boolean json;

    @Override
    ControlRequest request() {
        return new ControlRequest(ControlRequest.Verb.REPORT_DRILLS, 0, Map.of("json", Boolean.toString(json)));
    }
}

package org.anteroom.agent.cli;

import picocli.CommandLine.Command;

/** {@code anteroom reload}. */
@Command(
        name = "reload",
        mixinStandardHelpOptions = true,
        description = {
            "Has the running service read its configuration again, without dropping a call: calls to come go by the new"
                    + " settings, those in progress keep theirs. SIGHUP does the same.",
            "",
            "Practice, calls, on-call plan, desk, after hours, recording, alarms and drills change at once. What the"
                    + " service was made from when it started needs a restart, is named, and stays as it was: sip, media,"
                    + " speech, records, control, watch, and the practice's type and timezone.",
            "",
            "Where anything in the configuration is wrong, nothing changes and every problem is told."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom reload",
            "  systemctl reload anteroom",
            "",
            "Exit codes: 0 in force; 1 no service runs; 2 wrong command line; 75 the service starts or stops just now;"
                    + " 78 wrong configuration, nothing has changed."
        })
final class ReloadCommand extends Question {

    @Override
    ControlRequest request() {
        return ControlRequest.of(ControlRequest.Verb.RELOAD);
    }
}

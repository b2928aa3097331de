package org.anteroom.agent.cli;

import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code anteroom book cancel N}. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = {
            "Cancels an appointment; its time can be booked again at once. The notice that callers must give doesn't bind"
                    + " staff. The patient is not told. Who cancelled is written to the audit trail."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom book cancel 12",
            "",
            "Exit codes: 0 cancelled; 1 no such appointment, cancelled before, or the records can't be opened; 2 wrong"
                    + " command line; 78 wrong configuration."
        })
final class BookCancelCommand extends Question {

    @Parameters(index = "0", paramLabel = "N", description = "Number of the appointment, as 'book list' shows it.")
    private long number;

    @Override
    ControlRequest request() {
        if (number <= 0) {
            throw wrong("Say: book cancel N");
        }
        return new ControlRequest(Verb.CANCEL_APPOINTMENT, number);
    }
}

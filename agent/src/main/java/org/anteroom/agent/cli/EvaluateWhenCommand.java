package org.anteroom.agent.cli;

import java.util.concurrent.Callable;
import org.anteroom.agent.rehearsal.WhenEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code anteroom evaluate when FILE.tsv}. */
@Command(
        name = "when",
        mixinStandardHelpOptions = true,
        description = {
            "Reads what callers say about when they want to come, and counts how often it is understood.",
            "",
            "FILE is UTF-8 text, tab separated, with a header line. Columns, in any order: reference (the moment of"
                    + " speaking by the practice's clock, 2026-11-23T09:15; an offset or zone may follow), text (as spoken"
                    + " or typed) and expected (JSON, below); optional: id (else the line is named). Other columns are left"
                    + " alone.",
            "",
            "expected is {\"accept\": [READING, ...], \"not\": [ITEM, ...]}. A reading is a list of items of which any"
                    + " will do; several readings mean that the words are ambiguous. \"not\" may be left out. Items, by"
                    + " \"kind\": range (from, to: moments, null for an open end; time: hours of each day), point (at),"
                    + " time (at, or from and to: hours), weekly (weekdays: [\"mon\", ...]; time), dob (date), asap, any."
                    + " The end of a range is the moment after it.",
            "",
            "Right is a case whose likeliest reading agrees with one that is accepted. Points and times of day must lie"
                    + " within 15 minutes. Ranges and weekly times, without what is ruled out, must overlap by half or"
                    + " more of what either holds, and half or more of every single item must lie in the other reading:"
                    + " a wrong day, a wrong half of the day, a day too many or too few is wrong. Where one end is"
                    + " open, the other must lie within 30 minutes for hours of the day, within 6 hours for dates."
                    + " What is ruled out on one side must be missing, by more than half, on the other. A date of birth"
                    + " must be the same; asap and any must be understood as such.",
            "",
            "Printed are the part that was understood, with its 95 %% interval (Wilson) in brackets, for all cases and"
                    + " each kind of item expected first; then every miss with what was understood.",
            "",
            "--json prints one object: accuracy (0 to 1), cases, misses (id, text, understood, expected)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom evaluate when our-callers.tsv",
            "  anteroom evaluate when our-callers.tsv --json | jq .misses",
            "",
            "Exit codes: 0 measured, whatever the figures; 2 FILE is wrong."
        })
final class EvaluateWhenCommand implements Callable<Integer> {

    @Mixin
    private Cases cases = new Cases();

    @Override
    public Integer call() throws Failure, InterruptedException {
        cases.print(WhenEvaluation::run);
        return ExitCode.DONE.status();
    }
}

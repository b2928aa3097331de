package org.anteroom.agent.cli;

import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.anteroom.agent.rehearsal.NumbersEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code anteroom evaluate numbers FILE.tsv}. */
@Command(
        name = "numbers",
        mixinStandardHelpOptions = true,
        description = {
            "Reads answers as callers dictate them, and counts how many are understood.",
            "",
            "FILE is UTF-8 text, tab separated, with a header line. Columns, in any order: id, kind, text (as spoken) and"
                    + " normal (what it says). Kinds, and how normal is written: phone (6145550182, with an extension"
                    + " 6145550182x12), member-id (W12330, dashes kept), dob (1962-03-03), mmdd-keypad (0314),"
                    + " count-or-code (2.5 tablet, 140.00, 43215); affirm, deny and unsure (yes, no or unclear). Other columns"
                    + " are left alone.",
            "",
            "Printed are the part understood, of all and of each kind, with 95 %% intervals (Wilson) in brackets; then one"
                    + " line for every miss with what was understood instead.",
            "",
            "--json prints one object: accuracy (0 to 1), cases, misses (id, kind, text, normal, understood)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom evaluate numbers our-numbers.tsv",
            "  anteroom evaluate numbers our-numbers.tsv --json | jq .accuracy",
            "",
            "Exit codes: 0 measured, whatever the figures; 2 FILE is wrong."
        })
final class EvaluateNumbersCommand implements Callable<Integer> {

    private final Clock clock;

    @Mixin
    private Cases cases = new Cases();

    EvaluateNumbersCommand() {
        this(Clock.system(ZoneId.systemDefault()));
    }

    /** @param clock tells the day after which nobody was born */
    EvaluateNumbersCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        cases.print(new NumbersEvaluation(clock)::run);
        return ExitCode.DONE.status();
    }
}

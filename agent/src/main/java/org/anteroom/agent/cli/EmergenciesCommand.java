package org.anteroom.agent.cli;

import java.util.Map;
import org.anteroom.agent.call.Judgement;
import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code anteroom emergencies [list | show N | outcome N real|false-alarm | wakeups]}, and {@code export} below it. */
@Command(
        name = "emergencies",
        mixinStandardHelpOptions = true,
        subcommands = EmergenciesExportCommand.class,
        description = {
            "Shows the emergencies that have been: one page each, like the flight recorder of an aeroplane.",
            "",
            "'list' the newest 100: since when, what about, who took it and after how many seconds, what staff say of it,"
                    + " how it ended. 'show N' everything about one: the decision with its words and its reason, and every"
                    + " phone that rang, in milliseconds from the decisive word. 'outcome N real' or 'outcome N"
                    + " false-alarm' keeps what staff say of it afterwards; the newest counts, and the key *7 of who took"
                    + " the call says false-alarm too. 'wakeups' counts how often people on call were rung in the last"
                    + " year and how often for nothing: by month, by rule and by person.",
            "",
            "What a caller said is shown by 'show' alone. Who looked and who said what is written to the audit trail. The"
                    + " running service is asked through its socket; without one the records are opened directly, which"
                    + " needs the key."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom emergencies",
            "  anteroom emergencies show 12",
            "  anteroom emergencies outcome 12 false-alarm",
            "  anteroom emergencies wakeups",
            "  anteroom emergencies export sentences.tsv",
            "",
            "Exit codes: 0 done; 1 no such emergency, or the records can't be opened; 2 wrong command line; 78 wrong"
                    + " configuration."
        })
final class EmergenciesCommand extends Question {

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "list",
            paramLabel = "list|show|outcome|wakeups",
            description = "What to do (default: list).")
    private String verb = "list";

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "0",
            paramLabel = "N",
            description = "Number of the emergency, as 'list' shows it.")
    private long number;

    @Parameters(
            index = "2",
            arity = "0..1",
            defaultValue = "",
            paramLabel = "real|false-alarm",
            description = "What it was.")
    private String outcome = "";

    @Override
    ControlRequest request() {
        boolean judged = Judgement.Verdict.of(outcome).isPresent();
        if (verb.equals("outcome") && number > 0 && judged) {
            return new ControlRequest(Verb.JUDGE_EMERGENCY, number, Map.of("outcome", outcome));
        }
        if (verb.equals("show") && number > 0 && outcome.isEmpty()) {
            return new ControlRequest(Verb.SHOW_EMERGENCY, number);
        }
        if (verb.equals("list") && number == 0) {
            return ControlRequest.of(Verb.LIST_EMERGENCIES);
        }
        if (verb.equals("wakeups") && number == 0) {
            return ControlRequest.of(Verb.COUNT_WAKE_UPS);
        }
        throw wrong("Say: emergencies list, show N, outcome N real, outcome N false-alarm, wakeups, or: export FILE");
    }
}

package org.anteroom.agent.cli;

import java.util.concurrent.Callable;
import org.anteroom.agent.emergency.Meaning;
import org.anteroom.agent.rehearsal.EmergencyEvaluation;
import org.anteroom.agent.rehearsal.EmergencyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code anteroom evaluate emergency FILE.tsv}. */
@Command(
        name = "emergency",
        mixinStandardHelpOptions = true,
        description = {
            "Feeds written sentences to the emergency detector, word by word as a recogniser would, and counts which"
                    + " ones it fires on. A case fires if any beginning of it fires.",
            "",
            "FILE is UTF-8 text, tab separated, with a header line. Columns, in any order: label (emergency must fire,"
                    + " not must not) and text (as spoken; capitals and punctuation make no difference); optional: id"
                    + " (else the line is named), category, practice (dental, medical, veterinary, mental-health; any or"
                    + " empty applies all phrases together). Other columns are left alone.",
            "",
            "Printed are recall and false alarms for all cases, each practice and each category; how many emergencies and"
                    + " others became an alarm, a concern or nothing; 95 %% intervals (Wilson) in brackets; then one line"
                    + " for every miss, with the best score of its words, the known sentence nearest to them and any rule"
                    + " that a context took back, and for every false alarm, with the words of its rule or its score and"
                    + " the nearest known sentence.",
            "",
            "--json prints one object: recall, alarmRecall (part of the emergencies that became an alarm),"
                    + " falseAlarms, concernRate (part of the others that became a concern and no alarm), cases, decided"
                    + " (emergencies and others, each counted as alarm, concern, nothing), misses (every case that went"
                    + " wrong: id, text, label, what, reason). Fractions are 0 to 1, null where there are no such rows."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom evaluate emergency our-sentences.tsv",
            "  anteroom evaluate emergency our-sentences.tsv --json | jq .misses",
            "  anteroom evaluate emergency our-sentences.tsv --plot trade-off.svg",
            "",
            "Exit codes: 0 measured, whatever the figures; 1 the sentence model can't be used or the drawing not be"
                    + " written; 2 FILE is wrong, or has nothing to draw."
        })
final class EvaluateEmergencyCommand implements Callable<Integer> {

    @Mixin
    private Cases cases = new Cases();

    @Mixin
    private PlotOption plot = new PlotOption();

    @Override
    public Integer call() throws Failure, InterruptedException {
        plot.check();
        EmergencyReport report = cases.print(file -> {
            try (Meaning meaning = Meaning.load()) {
                return new EmergencyEvaluation(meaning).run(file);
            }
        });
        plot.write(report.plot());
        return ExitCode.DONE.status();
    }
}

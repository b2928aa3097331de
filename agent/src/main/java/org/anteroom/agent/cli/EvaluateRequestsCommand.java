package org.anteroom.agent.cli;

import java.util.concurrent.Callable;
import org.anteroom.agent.dialogue.RequestReader;
import org.anteroom.agent.rehearsal.RequestEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code anteroom evaluate requests FILE.tsv}. */
@Command(
        name = "requests",
        mixinStandardHelpOptions = true,
        description = {
            "Reads written sentences and counts of how many it is understood what the caller wants: by the reviewed"
                    + " patterns and the known sentences together.",
            "",
            "FILE is UTF-8 text, tab separated, with a header line. Columns, in any order: intent and text (as spoken;"
                    + " capitals and punctuation make no difference); optional: id (else the line is named), practice,"
                    + " nearness (near or far, of what is out of domain). Other columns are left alone.",
            "",
            "Intents: affirm, billing, book, cancel, clinical-question, confirm, deny, directions, fax, goodbye, greeting,"
                    + " hours, identify, insurance-info, location, message, new-patient, out-of-domain, person,"
                    + " pharmacy-or-provider, records, refill, repeat, reschedule, results-question, unsure,"
                    + " wrong-number. find-provider is counted as book. Any other intent is counted in no figure and"
                    + " listed with what was understood.",
            "",
            "Printed are accuracy and recall with 95 %% intervals (Wilson) in brackets, the mean of F1 over the intents in"
                    + " the file, a line for each intent, the most frequent confusions, then one line for every miss,"
                    + " with what decided (both, meaning, pattern, doubt in favour of a clinical question, faint where it"
                    + " is like nothing enough, sound) and the two best scores.",
            "",
            "--json prints one object: accuracy, macroF1, outOfDomainRecall, cases, misses (id, text, expected,"
                    + " understood, reason). Fractions are 0 to 1, null where there are no such rows."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom evaluate requests our-requests.tsv",
            "  anteroom evaluate requests our-requests.tsv --json | jq .macroF1",
            "",
            "Exit codes: 0 measured, whatever the figures; 1 the sentence model can't be used; 2 FILE is wrong."
        })
final class EvaluateRequestsCommand implements Callable<Integer> {

    @Mixin
    private Cases cases = new Cases();

    @Override
    public Integer call() throws Failure, InterruptedException {
        cases.print(file -> {
            try (RequestReader reader = RequestReader.load()) {
                return new RequestEvaluation(reader::of).run(file);
            }
        });
        return ExitCode.DONE.status();
    }
}

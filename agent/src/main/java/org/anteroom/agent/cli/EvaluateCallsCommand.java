package org.anteroom.agent.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.dialogue.RequestReader;
import org.anteroom.agent.emergency.Meaning;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.calls.CallsEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code anteroom evaluate calls}. */
@Command(
        name = "calls",
        mixinStandardHelpOptions = true,
        description = {
            "Lets callers who know nothing of the agent hold whole calls with it, in text: each wants something, speaks in a"
                    + " manner of its own, makes out by its own means what is asked, and corrects what is wrong. What came of"
                    + " it is read in the book, the inbox and the transfers. Nobody is rung and nothing is kept.",
            "",
            "The practices are small examples, of each type in turn or of the one that --practice names. The same seed makes"
                    + " the same calls; call N of seed S is the first call of seed S+N-1.",
            "",
            "success: what the caller wanted is in the book or the inbox, was told, or the person they wanted has the call."
                    + " staff: a person or a message instead. wrong: something that contradicts what they wanted. none:"
                    + " neither a result nor a person. Below the tables stand the worst calls.",
            "",
            "--json prints one object: success (0 to 1), wrongCommitments, cases, toStaff, nothing, success by task, manner,"
                    + " mood and practice, and one object for each call."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom evaluate calls --text --calls 300",
            "  anteroom evaluate calls --text --calls 1 --seed 17 --practice dental",
            "  anteroom evaluate calls --text --calls 300 --json | jq .success",
            "",
            "Exit codes: 0 measured, whatever the figures; 1 the sentence model can't be used; 2 an option is wrong."
        })
final class EvaluateCallsCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private PracticeOption practice = new PracticeOption();

    @Option(
            names = "--calls",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int calls;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--text", description = "In text: the only way there is yet.")
    private boolean text;

    @Option(
            names = "--worst",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many of the worst calls to show (default: ${DEFAULT-VALUE}).")
    private int worst;

    @Option(names = "--json", description = "Print one JSON object instead of tables.")
    private boolean json;

    @Override
    public Integer call() throws Failure, InterruptedException {
        if (!text) {
            throw Failure.usage("Calls over the telephone can't be evaluated yet; --text holds them in text.");
        }
        if (calls < 1 || calls > MOST) {
            throw Failure.usage("--calls takes a number from 1 to " + MOST + ", not " + calls + ".");
        }
        if (worst < 0) {
            throw Failure.usage("--worst takes a number from 0, not " + worst + ".");
        }
        List<TextPractice> practices =
                practice.type().map(List::of).orElse(Arrays.asList(PracticeType.values())).stream()
                        .map(TextPractice::example)
                        .toList();
        Measuring.print(spec.commandLine().getOut(), json, () -> {
            try (ScratchRecords records = ScratchRecords.open();
                    Meaning meaning = Meaning.load()) {
                return new CallsEvaluation(
                                practices,
                                Optional.of(meaning),
                                Optional.of(RequestReader.beside(meaning::vector)),
                                records)
                        .run(calls, seed)
                        .showing(worst);
            }
        });
        return ExitCode.DONE.status();
    }
}

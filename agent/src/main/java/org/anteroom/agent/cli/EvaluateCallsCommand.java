package org.anteroom.agent.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.dialogue.RequestReader;
import org.anteroom.agent.emergency.Meaning;
import org.anteroom.agent.rehearsal.LineQuality;
import org.anteroom.agent.rehearsal.ScratchFolder;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.calls.CallsEvaluation;
import org.anteroom.agent.rehearsal.calls.CallsReport;
import org.anteroom.agent.rehearsal.calls.PhoneCallsEvaluation;
import org.jspecify.annotations.Nullable;
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
            "Lets callers who know nothing of the agent phone it: each wants something, speaks in a manner and a voice of"
                    + " its own, listens to what the agent says over the line, makes out by its own means what is asked, and"
                    + " corrects what is wrong. What came of it is read in the book, the inbox and the transfers. The calls are"
                    + " real ones, over SIP and RTP, inside this machine; nobody else is rung and nothing is kept. They take their"
                    + " time, about a minute each, and each is told on standard error as it ends; --text holds them in text"
                    + " instead, in milliseconds, where nobody mishears.",
            "",
            "Callers speak by flite and festival (apt install flite festival festvox-kallpc16k).",
            "",
            "The practices are small examples, of each type in turn or of the one that --practice names. The same seed makes"
                    + " the same calls; call N of seed S is the first call of seed S+N-1.",
            "",
            "success: what the caller wanted is in the book or the inbox, was told, or the person they wanted has the call."
                    + " staff: a person or a message instead. wrong: something that contradicts what they wanted. none:"
                    + " neither a result nor a person. Below the tables stand the worst calls.",
            "",
            "--json prints one object: success (0 to 1), wrongCommitments, cases, toStaff, nothing, success by task, manner,"
                    + " mood, practice and voice, and one object for each call; over the telephone also how long calls took,"
                    + " and how long callers waited for answers, ms."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom evaluate calls --calls 40",
            "  anteroom evaluate calls --calls 40 --noise 15 --loss 2",
            "  anteroom evaluate calls --text --calls 300",
            "  anteroom evaluate calls --text --calls 1 --seed 17 --practice dental",
            "  anteroom evaluate calls --calls 40 --json | jq .success",
            "",
            "Exit codes: 0 measured, whatever the figures; 1 a call can't be held at all; 2 an option is wrong."
        })
final class EvaluateCallsCommand implements Callable<Integer> {
    private static final int MOST = 10_000;
    private static final int MOST_AT_ONCE = 16;
    private static final double MOST_LOSS = 50;

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

    @Option(names = "--text", description = "In text.")
    private boolean text;

    @Option(
            names = "--noise",
            paramLabel = "DB",
            description = "Noise of the room so far below what a caller says, dB (default: none).")
    private @Nullable Double noise;

    @Option(
            names = "--loss",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "Packets of the caller's that are lost, per cent (default: ${DEFAULT-VALUE}).")
    private double loss;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            defaultValue = "4",
            description = "Calls at the same time, 1 to 16 (default: ${DEFAULT-VALUE}).")
    private int atOnce;

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
        if (calls < 1 || calls > MOST) {
            throw Failure.usage("--calls takes a number from 1 to " + MOST + ", not " + calls + ".");
        }
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw Failure.usage("--at-once takes a number from 1 to " + MOST_AT_ONCE + ", not " + atOnce + ".");
        }
        if (loss < 0 || loss > MOST_LOSS) {
            throw Failure.usage("--loss takes a number from 0 to " + MOST_LOSS + ", not " + loss + ".");
        }
        if (text && (noise != null || loss > 0)) {
            throw Failure.usage("In text there is neither noise nor loss: leave out --text, or --noise and --loss.");
        }
        if (worst < 0) {
            throw Failure.usage("--worst takes a number from 0, not " + worst + ".");
        }
        List<TextPractice> practices =
                practice.type().map(List::of).orElse(Arrays.asList(PracticeType.values())).stream()
                        .map(TextPractice::example)
                        .toList();
        Measuring.print(spec.commandLine().getOut(), json, () -> (text ? written(practices) : phoned(practices))
                .showing(worst));
        return ExitCode.DONE.status();
    }

    private CallsReport written(List<TextPractice> practices) throws Failure, IOException {
        try (ScratchRecords records = ScratchRecords.open();
                Meaning meaning = Meaning.load()) {
            return new CallsEvaluation(
                            practices,
                            Optional.of(meaning),
                            Optional.of(RequestReader.beside(meaning::vector)),
                            records)
                    .run(calls, seed);
        }
    }

    private CallsReport phoned(List<TextPractice> practices) throws IOException, InterruptedException {
        OptionalDouble decibels = noise == null ? OptionalDouble.empty() : OptionalDouble.of(noise);
        LineQuality line = new LineQuality(decibels, OptionalDouble.empty(), loss / 100);
        try (ScratchFolder prompts = ScratchFolder.create("anteroom-calls-prompts-");
                Senses senses = CallAgent.senses(atOnce)) {
            CallAgent.prepare(senses, practices, prompts.path());
            return new PhoneCallsEvaluation(
                            practices,
                            CallAgent.starter(senses),
                            senses.ears()::listening,
                            line,
                            atOnce,
                            prompts.path(),
                            spec.commandLine().getErr()::println)
                    .run(calls, seed);
        }
    }
}

package org.anteroom.agent.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Meaning;
import org.anteroom.agent.rehearsal.NightMix;
import org.anteroom.agent.rehearsal.NightSimulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom evaluate nights FILE...}. */
@Command(
        name = "nights",
        mixinStandardHelpOptions = true,
        description = {
            "Counts how often the person on call would be woken for nothing: simulates nights with calls that are no"
                    + " emergencies, put together by chance from written sentences, and feeds each call to the emergency"
                    + " detector. After hours an alarm and a concern both ring the person on call; each is one wake-up,"
                    + " and ends its call.",
            "",
            "FILE as for 'evaluate emergency', with a column category: rows labelled not of category ordinary are what"
                    + " most callers say, those of every other category the look-alikes; emergencies are left out, and"
                    + " sentences of other practice types. Words are taken as written: what a recogniser mishears comes"
                    + " on top. The same seed gives the same nights.",
            "",
            "--json prints one object: practice, months, calls, wakeUpsAMonth, bearable (at most 4), ofLookalikes, and a"
                    + " month by rules, grades and doctors."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom evaluate nights ordinary.tsv look-alikes.tsv",
            "  anteroom evaluate nights --practice dental --calls 8 --turns 4 ordinary.tsv look-alikes.tsv",
            "",
            "Exit codes: 0 simulated, whatever the figures; 1 the sentence model can't be used; 2 wrong command line, or"
                    + " FILE is wrong."
        })
final class EvaluateNightsCommand implements Callable<Integer> {

    private static final double PERCENT = 100;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The sentences.")
    private List<Path> files = List.of();

    @Option(
            names = "--practice",
            paramLabel = "TYPE",
            defaultValue = "medical",
            description = "dental, medical, veterinary or mental-health (default: ${DEFAULT-VALUE}).")
    private String practice = "medical";

    @Option(
            names = "--calls",
            paramLabel = "N",
            defaultValue = "15",
            description = "Calls a night (default: ${DEFAULT-VALUE}).")
    private int calls;

    @Option(
            names = "--look-alikes",
            paramLabel = "PERCENT",
            defaultValue = "5",
            description = "Which part of them holds one look-alike (default: ${DEFAULT-VALUE}).")
    private double lookalikes;

    @Option(
            names = "--turns",
            paramLabel = "N",
            defaultValue = "6",
            description = "How often a caller speaks in a call (default: ${DEFAULT-VALUE}).")
    private int turns;

    @Option(
            names = "--doctors",
            paramLabel = "N",
            defaultValue = "4",
            description = "Who take turns of a week (default: ${DEFAULT-VALUE}).")
    private int doctors;

    @Option(
            names = "--months",
            paramLabel = "N",
            defaultValue = "60",
            description = "Of 30 nights (default: ${DEFAULT-VALUE}).")
    private int months;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print one JSON object instead of tables.")
    private boolean json;

    @Override
    public Integer call() throws Failure, InterruptedException {
        PracticeType type = PracticeType.of(practice)
                .orElseThrow(() -> Failure.usage("There is no practice type " + practice + "."));
        NightMix mix = mix();
        Measuring.print(spec.commandLine().getOut(), json, () -> {
            try (Meaning meaning = Meaning.load()) {
                return new NightSimulation(type, meaning).run(files, mix);
            }
        });
        return ExitCode.DONE.status();
    }

    private NightMix mix() throws Failure {
        try {
            return new NightMix(calls, lookalikes / PERCENT, turns, doctors, months, seed);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }
}

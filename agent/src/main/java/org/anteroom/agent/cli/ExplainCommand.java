package org.anteroom.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Meaning;
import org.anteroom.agent.rehearsal.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom explain "sentence"}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what the emergency detector thinks of a sentence and why: which rules it holds, which contexts"
                    + " weaken them, how much it means an emergency and which known sentences it is near, and what a"
                    + " call would do. Nothing is stored.",
            "",
            "The sentence is taken as heard by the recogniser: words, no punctuation. Without words it is read from standard"
                    + " input: the way to ask about what a patient said, since a command line can be read by others."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom explain \"no chest pain just the form for the gym\"",
            "  anteroom explain --practice veterinary she got into the rat poison",
            "  anteroom explain < sentence.txt",
            "",
            "Exit codes: 0 explained; 1 the sentence model can't be used; 2 no sentence, or an unknown practice type."
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "The sentence.")
    private String[] words = {};

    /** Bytes: more than anybody says. */
    private static final int LONGEST = 10_000;

    @Mixin
    private PracticeOption practice = new PracticeOption();

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        try (Meaning meaning = Meaning.load()) {
            String sentence = words.length > 0
                    ? String.join(" ", words)
                    : new String(System.in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            if (sentence.isBlank()) {
                throw Failure.usage("There is no sentence to explain.");
            }
            out.print(Explanation.of(sentence, practices(), meaning));
            out.flush();
            return ExitCode.DONE.status();
        } catch (IOException e) {
            throw Failure.failed(String.valueOf(e.getMessage()));
        }
    }

    /** All phrases apply together where no type is named. */
    private Set<PracticeType> practices() throws Failure {
        return practice.type().map(Set::of).orElse(EnumSet.allOf(PracticeType.class));
    }
}

package org.anteroom.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.anteroom.agent.config.FileTrouble;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.CatalogueProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom catalogue check FILE}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a wording of your own as a reviewer would: nothing clinical outside [emergency] and [boundary], no"
                    + " advice and no comfort anywhere, every slot known and administrative, words that the voice says"
                    + " well, a greeting of at most twelve seconds. It is the check that the build makes.",
            "",
            "FILE is UTF-8 text as catalogue show prints it, [section] and 'name = sentence'; it need hold only the"
                    + " sentences that are to be worded differently. 'name.2' and 'name.3' are further wordings, said in turn"
                    + " on one call; a sentence that FILE words has no others than those in FILE. [emergency], [boundary],"
                    + " [on-call] and greeting-emergency stay as they are.",
            "",
            "Without --practice it is read for the practice of the configuration.",
            "",
            "To have it spoken: practice.sentences = \"FILE\" in the configuration, then anteroom reload."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom catalogue check --practice dental our-wording.txt",
            "",
            "Exit codes: 0 it could be used; 1 it can't, each reason with its line; 2 FILE can't be read, or no or an"
                    + " unknown practice type; 78 the configuration is wrong."
        })
final class CatalogueCheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private PracticeOption practice = new PracticeOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(index = "0", paramLabel = "FILE", description = "The wording.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        PracticeType type = type();
        List<CatalogueProblem> problems = Catalogue.check(type, name(), content());
        problems.forEach(out::println);
        out.println(name() + (problems.isEmpty() ? " could" : " can't") + " be used in a " + type.id() + " practice.");
        out.flush();
        return problems.isEmpty() ? ExitCode.DONE.status() : ExitCode.FAILED.status();
    }

    /** Never a guess: what may be said differs from type to type. */
    private PracticeType type() throws Failure {
        Optional<PracticeType> named = practice.type();
        if (named.isPresent()) {
            return named.get();
        }
        if (config.given()) {
            return config.load().practice().type();
        }
        throw Failure.usage(
                "For which type of practice? There is no configuration that says it: name one with --practice"
                        + " dental, medical, veterinary or mental-health.");
    }

    private String content() throws Failure {
        try {
            return OwnSentences.read(file);
        } catch (IOException e) {
            throw Failure.usage(
                    file + " can't be read (" + FileTrouble.why(e) + "): is it there, and is it UTF-8 text?");
        }
    }

    private String name() {
        return OwnSentences.name(file);
    }
}

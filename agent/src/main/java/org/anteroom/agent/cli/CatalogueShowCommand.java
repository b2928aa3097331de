package org.anteroom.agent.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.dialogue.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code anteroom catalogue show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Prints every sentence that can be spoken in a type of practice, section by section, each with its name and"
                    + " with {slots} where a time, a number or a name of the practice's goes. Nothing else is ever said.",
            "",
            "Without --practice it is the practice of the configuration, with its own sentences (practice.sentences); where"
                    + " there is no configuration, a medical practice. 'name.2' is a second wording of 'name', for the next"
                    + " time on the same call."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom catalogue show",
            "  anteroom catalogue show --practice veterinary",
            "",
            "Exit codes: 0 printed; 2 an unknown practice type; 78 the configuration is wrong."
        })
final class CatalogueShowCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private PracticeOption practice = new PracticeOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        out.print(catalogue().written());
        out.flush();
        return ExitCode.DONE.status();
    }

    private Catalogue catalogue() throws Failure {
        Optional<PracticeType> type = practice.type();
        if (type.isPresent()) {
            return Catalogue.of(type.get());
        }
        return config.given() ? OwnSentences.catalogue(config.load().practice()) : Catalogue.of(PracticeType.MEDICAL);
    }
}

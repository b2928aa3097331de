package org.anteroom.agent.cli;

import java.io.PrintWriter;
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
                    + " with {slots} where a time, a number or a name of the practice's goes. Nothing else is ever said."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom catalogue show --practice veterinary",
            "",
            "Exit codes: 0 printed; 2 an unknown practice type."
        })
final class CatalogueShowCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private PracticeOption practice = new PracticeOption();

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        out.print(Catalogue.of(practice.type().orElse(PracticeType.MEDICAL)).written());
        out.flush();
        return ExitCode.DONE.status();
    }
}

package org.anteroom.agent.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom emergencies export FILE}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes sentences that taught us something to FILE: what callers said when an emergency was decided, where"
                    + " staff have said what it was. They are in the columns of the project's own labelled sentences, so"
                    + " that they can be reviewed and added to them.",
            "",
            "Only words of the reviewed emergency phrases are written. Every other word, and numbers, months, weekdays,"
                    + " single letters and words that may be names, become a star, several in a row one star. Neither"
                    + " call nor time is told. Read the file before you give it to anybody; it is yours alone (mode 0600)"
                    + " and is never written over. Who exported is written to the audit trail."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom emergencies export sentences.tsv",
            "",
            "Exit codes: 0 written; 1 FILE is there already or can't be written, or the records can't be opened; 2 wrong"
                    + " command line or configuration."
        })
final class EmergenciesExportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(index = "0", paramLabel = "FILE", description = "Where to write them; must not be there yet.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() throws Failure {
        StringWriter lines = new StringWriter();
        Asking.ask(config, ControlRequest.of(Verb.EXPORT_EMERGENCIES), new PrintWriter(lines));
        OwnFile.write(file, lines.toString());
        PrintWriter out = spec.commandLine().getOut();
        long sentences = lines.toString().lines().count() - 1;
        out.println(sentences + (sentences == 1 ? " sentence" : " sentences") + " written to " + file
                + ". Read them before you give the file to anybody.");
        out.flush();
        return ExitCode.DONE.status();
    }
}

package org.anteroom.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
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
        write(lines.toString());
        PrintWriter out = spec.commandLine().getOut();
        long sentences = lines.toString().lines().count() - 1;
        out.println(sentences + (sentences == 1 ? " sentence" : " sentences") + " written to " + file
                + ". Read them before you give the file to anybody.");
        out.flush();
        return ExitCode.DONE.status();
    }

    private void write(String text) throws Failure {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            Channels.newOutputStream(channel).write(text.getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw Failure.failed(file + " is there already and is not written over: take another name.");
        } catch (IOException e) {
            throw Failure.failed(
                    file + " can't be written (" + e.getClass().getSimpleName() + "): take a folder of yours.");
        }
    }
}

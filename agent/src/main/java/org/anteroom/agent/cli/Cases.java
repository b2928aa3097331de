package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.anteroom.agent.rehearsal.Figures;
import org.anteroom.agent.rehearsal.TsvException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What every command has that measures one file of cases: the file, and how the figures are printed. */
final class Cases {

    /** Measures a file. */
    @FunctionalInterface
    interface Measure<F extends Figures> {
        F of(Path file) throws IOException, TsvException, InterruptedException, Failure;
    }

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(index = "0", paramLabel = "FILE", description = "The cases.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--json", description = "Print one JSON object instead of tables.")
    private boolean json;

    /** @throws Failure with what keeps it from being measured */
    <F extends Figures> F print(Measure<F> measure) throws Failure, InterruptedException {
        return Measuring.print(command.commandLine().getOut(), json, () -> measure.of(file));
    }
}

package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that has the curve of recall against false alarms drawn. */
final class PlotOption {

    @Option(
            names = "--plot",
            paramLabel = "FILE.svg",
            description =
                    "Also draw recall against false alarms as the score's threshold moves from 1.5 to -1.5, with the"
                            + " point of today's thresholds, as SVG. Rules stay as they are. Overwrites FILE.svg.")
    private @Nullable Path file;

    /**
     * To be called before anything is measured: measuring takes minutes.
     *
     * @throws Failure when the drawing could not be written
     */
    void check() throws Failure {
        if (file == null) {
            return;
        }
        if (!file.toString().endsWith(".svg")) {
            throw Failure.usage("--plot overwrites the file it names, so that must end in .svg, not be " + file + ".");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            throw Failure.usage("--plot needs the name of a file in a folder that exists, not " + file + ".");
        }
    }

    /**
     * Writes the drawing where one was asked for.
     *
     * @param svg empty when there is no curve
     */
    void write(Optional<String> svg) throws Failure {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    svg.orElseThrow(
                            () -> Failure.usage("There is no curve to draw: it takes at least one emergency and one"
                                    + " case that must not fire.")),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failure.failed("The drawing " + file + " cannot be written: " + e);
        }
    }
}

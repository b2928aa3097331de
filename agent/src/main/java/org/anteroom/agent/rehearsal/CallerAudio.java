package org.anteroom.agent.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.anteroom.media.Wav;

/** The recorded callers that come with the program: 8 kHz telephone speech of synthetic voices, made by
 *  {@code agent/src/main/audio/make.sh} and listed in {@code callers.tsv}.
 */
public final class CallerAudio {

    /** One recording.
     *
     *  @param words what is said in it
     *  @param decisiveMs where the word ends that makes it an emergency, in ms from its start; empty for all others
     */
    public record Clip(String name, String words, OptionalInt decisiveMs, short[] pcm) {}

    private CallerAudio() {}

    /** Reads a recording by name.
     *
     *  @throws IOException when the program was built without it
     */
    public static Clip clip(String name) throws IOException {
        for (String line : new String(resource("callers.tsv"), UTF_8).split("\n")) {
            String[] column = line.split("\t", -1);
            if (column.length == 4 && column[0].equals(name)) {
                OptionalInt decisive =
                        column[2].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(column[2]));
                return new Clip(name, column[3], decisive, pcm(name));
            }
        }
        throw new IOException("There is no recorded caller named " + name + " in this build.");
    }

    private static short[] pcm(String name) throws IOException {
        Path file = Files.createTempFile("anteroom-caller-", ".wav");
        try {
            Files.write(file, resource(name + ".wav"));
            return Wav.read(file);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CallerAudio.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The recorded callers are missing in this build: " + name + ".");
            }
            return in.readAllBytes();
        }
    }
}

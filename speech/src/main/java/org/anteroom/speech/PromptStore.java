package org.anteroom.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rendered sentences kept in a folder as WAV files, named by a hash of the voice, its pronunciations and the text, so
 * that a changed voice or wording is never served from an old file. Any thread; no file name tells what is said.
 */
public final class PromptStore {
    private static final Logger LOG = LoggerFactory.getLogger(PromptStore.class);
    /** Raise it whenever the same text would sound different: another voice, other settings, another level. */
    private static final String VOICE_VERSION = "marytts-5.2.1 cmu-slt-hsmm without gv, -17 dBFS, 1";

    private static final long LARGEST_FILE = 4_000_000;

    private final Path folder;
    private final SpokenTokens tokens;

    private PromptStore(Path folder, SpokenTokens tokens) {
        this.folder = folder;
        this.tokens = tokens;
    }

    /**
     * Opens the folder, creating it when it is missing.
     *
     * @param settings of the voice that renders for this store
     */
    public static PromptStore open(Path folder, VoiceSettings settings) throws IOException {
        Files.createDirectories(folder);
        return new PromptStore(folder, new SpokenTokens(settings.pronunciations()));
    }

    /** The render of this text, checked again; empty when it was never put or its file must not be played. */
    public Optional<Render> find(String text) {
        Path file = file(text);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
                return Optional.empty();
            }
            short[] pcm = Wav.read(Files.readAllBytes(file));
            Optional<String> fault = RenderCheck.finished(pcm, text);
            if (fault.isEmpty()) {
                return Optional.of(new Render(text, pcm));
            }
            LOG.warn("The prompt {} must not be played: {}; it will be rendered again", file, fault.get());
        } catch (IOException e) {
            LOG.warn("The prompt {} can't be read ({}); it will be rendered again", file, e.getMessage());
        }
        return Optional.empty();
    }

    /**
     * Keeps a render; a reader sees the whole file or none.
     *
     * @throws IOException when the folder can't be written; the message names the file
     */
    public void put(Render render) throws IOException {
        Path file = file(render.text());
        Path unfinished = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.write(unfinished, Wav.write(render.pcm()));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Path file(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(VOICE_VERSION.getBytes(StandardCharsets.UTF_8));
            digest.update(tokens.markup(text, Tempo.USUAL).getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest.digest(), 0, 16) + ".wav");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

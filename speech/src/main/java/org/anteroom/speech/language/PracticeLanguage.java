package org.anteroom.speech.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes a recogniser's language model expect what callers of a practice say: half of it stays as it was, half is learned from sentences.
 * Every word stays recognisable: what the model lists is at least half as likely as it was.
 *
 * <p>Beside the result stands a stamp, {@code Gr.fst.stamp}: a hash of all that went in, and one of what came out. The same model and
 * sentences give the same bytes, on every machine and in whatever order the sentences are.
 */
public final class PracticeLanguage {
    /** Part of the hash: what was made in another way is made again. */
    private static final String WAY = "v1";

    private static final double SHARE = 0.5;

    private PracticeLanguage() {}

    /**
     * Writes the adapted model, as a whole or not at all, unless it is there already. Takes a few seconds, and fits into a heap of 512 MB.
     *
     * @param grammar the model as it came: OpenFst's type "ngram", such as graph/Gr.fst of a Vosk model
     * @param result another file
     * @param sentences lower case, words with spaces between; words the model doesn't have are passed over
     * @return whether it was written
     * @throws IOException when the model can't be read or used, or the result not be written; the message says which file and why
     * @throws IllegalArgumentException when there are no sentences
     */
    public static boolean adapt(Path grammar, Path result, List<String> sentences) throws IOException {
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("There are no sentences to learn from.");
        }
        if (Files.exists(result) && Files.isSameFile(grammar, result)) {
            throw new IOException(grammar + " must stay as it came: write the adapted model to another file.");
        }
        byte[] original = Files.readAllBytes(grammar);
        String origin = origin(original, sentences);
        if (isStamped(result, origin)) {
            return false;
        }
        NGramFile file = NGramFile.read(original, grammar);
        BackoffModel own =
                KneserNey.model(SentenceCounts.of(sentences, file.words().numbers()));
        byte[] adapted = file.with(Mixture.of(file.model(), own, SHARE)).bytes();
        Files.createDirectories(result.toAbsolutePath().getParent());
        replace(result, adapted);
        replace(stamp(result), stamp(origin, adapted).getBytes(StandardCharsets.US_ASCII));
        return true;
    }

    /**
     * Whether the result is, to the byte, what {@link #adapt} makes of this model and these sentences.
     *
     * @throws IOException when the model can't be read
     */
    public static boolean isCurrent(Path grammar, Path result, List<String> sentences) throws IOException {
        return isStamped(result, origin(Files.readAllBytes(grammar), sentences));
    }

    /** The result is hashed too: when it was replaced by another copy of the original, the stamp alone would not tell. */
    private static boolean isStamped(Path result, String origin) throws IOException {
        return Files.exists(stamp(result))
                && Files.exists(result)
                && Files.readString(stamp(result), StandardCharsets.ISO_8859_1)
                        .equals(stamp(origin, Files.readAllBytes(result)));
    }

    private static Path stamp(Path result) {
        return result.resolveSibling(result.getFileName() + ".stamp");
    }

    private static String stamp(String origin, byte[] result) {
        return origin + '\n' + HexFormat.of().formatHex(sha256().digest(result)) + '\n';
    }

    private static String origin(byte[] original, List<String> sentences) {
        MessageDigest hash = sha256();
        String way = WAY + ' ' + SHARE + ' ' + KneserNey.DISCOUNT;
        hash.update((way + '\n').getBytes(StandardCharsets.UTF_8));
        sentences.stream()
                .sorted()
                .forEach(sentence -> hash.update((sentence + '\n').getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(hash.digest(original));
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path whole = Files.write(file.resolveSibling(file.getFileName() + ".new"), content);
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

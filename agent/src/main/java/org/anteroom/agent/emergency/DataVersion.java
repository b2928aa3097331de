package org.anteroom.agent.emergency;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.anteroom.agent.config.PracticeType;

/** Which reviewed phrases and which weights a build decides by: kept with every decision, so that it can be retraced. */
public final class DataVersion {
    private static final int DIGITS = 8;

    private static final class Build {
        static final String TEXT = "phrases " + phrases() + ", weights " + weights();

        private Build() {}
    }

    private DataVersion() {}

    /** For example {@code phrases 1a2b3c4d, weights 5e6f7a8b}: the first digits of SHA-256 hashes. Any thread. */
    public static String ofBuild() {
        return Build.TEXT;
    }

    private static String phrases() {
        List<String> files = new ArrayList<>(List.of("base", "classes", "contexts"));
        for (PracticeType type : PracticeType.values()) {
            files.add(type.id());
        }
        List<TsvFile> read =
                files.stream().map(name -> TsvFile.read(name + ".tsv")).toList();
        return of(read);
    }

    /** Notes beside the phrases don't change what is decided, but nobody should have to know that. */
    static String of(List<TsvFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (TsvFile file : files) {
                digest.update((file.name() + '\n').getBytes(StandardCharsets.UTF_8));
                for (TsvFile.Row row : file.rows()) {
                    digest.update((String.join("\t", row.columns()) + '\n').getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java without SHA-256", e);
        }
    }

    /** Never fails: a decision must not wait for a damaged file of sentences. */
    private static String weights() {
        try {
            return ScoreWeights.basisOf(KnownSentence.all()).substring(0, DIGITS);
        } catch (IllegalStateException | UncheckedIOException damaged) {
            return "none";
        }
    }
}

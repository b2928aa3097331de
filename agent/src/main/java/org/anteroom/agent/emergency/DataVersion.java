package org.anteroom.agent.emergency;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticeType;

/**
 * Which reviewed phrases and which weights a build decides by: kept with every decision, so that it can be retraced. Each is the
 * first digits of a SHA-256 hash. Worked out once, in some tens of ms: ask at start. Any thread.
 */
public final class DataVersion {
    private static final int DIGITS = 8;
    private static final String DAMAGED = "damaged";

    private static final class Build {
        static final String PHRASES = phrasesOfBuild();
        static final String WEIGHTS = weightsOfBuild();

        private Build() {}
    }

    private DataVersion() {}

    /** Of the rules of all practice types and their contexts. */
    public static String phrases() {
        return Build.PHRASES;
    }

    /** Of what the score weighs each sentence with. */
    public static String weights() {
        return Build.WEIGHTS;
    }

    private static String phrasesOfBuild() {
        List<String> files = new ArrayList<>(List.of("base", "doubtful", "classes", "contexts"));
        for (PracticeType type : PracticeType.values()) {
            files.add(type.id());
        }
        return of(files.stream().map(name -> name + ".tsv").toList());
    }

    private static String weightsOfBuild() {
        return of(List.of(ScoreWeights.FILE));
    }

    /** Never fails: no decision may wait for a damaged file. */
    static String of(List<String> names) {
        try {
            return hash(names.stream().map(TsvFile::read).toList());
        } catch (IllegalStateException | UncheckedIOException damaged) {
            return DAMAGED;
        }
    }

    static String hash(List<TsvFile> files) {
        return Sha256.of(files.stream().flatMap(DataVersion::lines)).substring(0, DIGITS);
    }

    private static Stream<String> lines(TsvFile file) {
        return Stream.concat(Stream.of(file.name()), file.rows().stream().map(row -> String.join("\t", row.columns())));
    }
}

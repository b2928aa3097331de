package org.anteroom.agent.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the known key nearest to one that isn't known. */
final class Spelling {
    private Spelling() {}

    /** "did you mean sip.user?" The keys of the same section come first, unless another section has the very key. */
    static String hint(Class<?> section, String path, String unknown) {
        String prefix = path.isEmpty() ? "" : path + ".";
        List<String> here = Schema.keys(section);
        String nearest = nearest(here.stream(), unknown);
        int far = Math.max(2, unknown.length() / 2);
        if (distance(nearest, unknown) <= far) {
            return "did you mean " + prefix + nearest + "?";
        }
        return elsewhere(unknown)
                .map(other -> "did you mean " + other + "?")
                .orElse("the nearest known key is " + prefix + nearest);
    }

    /** Edit distance of Levenshtein. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    private static String nearest(Stream<String> known, String unknown) {
        // Half a key that was written right says more than as many letters elsewhere.
        return known.min(Comparator.comparing((String key) -> !key.startsWith(unknown))
                        .thenComparingInt(key -> distance(key, unknown)))
                .orElseThrow();
    }

    private static Optional<String> elsewhere(String unknown) {
        return Schema.entries(Config.class).stream()
                .flatMap(section -> Schema.keys(section.type()).stream().map(key -> section.key() + "." + key))
                .filter(key -> distance(key.substring(key.indexOf('.') + 1), unknown) <= 1)
                .findFirst();
    }
}

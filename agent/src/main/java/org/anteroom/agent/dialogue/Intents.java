package org.anteroom.agent.dialogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a turn is for by reviewed patterns: each that is found adds its weight to its intent, the heaviest intent
 * wins, and nothing below {@value #THRESHOLD} wins at all. Read once from {@code intents.txt}; immutable.
 */
final class Intents {
    static final Intents REVIEWED = resource();

    private static final int THRESHOLD = 3;
    /** Longer turns are understood by their beginning. */
    private static final int MOST_WORDS = 60;

    private final List<IntentPattern> patterns;
    private final Map<String, List<String>> classes;

    private Intents(List<IntentPattern> patterns, Map<String, List<String>> classes) {
        this.patterns = List.copyOf(patterns);
        this.classes = Map.copyOf(classes);
    }

    /** The phrases of a reviewed class. */
    List<String> phrases(String name) {
        return classes.getOrDefault(name, List.of());
    }

    Meaning of(List<String> words) {
        List<String> bounded = words.subList(0, Math.min(words.size(), MOST_WORDS));
        String spaced = Phrases.spaced(bounded);
        Set<String> there = Set.copyOf(bounded);
        Map<Intent, Integer> scores = new EnumMap<>(Intent.class);
        for (IntentPattern pattern : patterns) {
            if (pattern.in(spaced, there)) {
                scores.merge(pattern.intent(), pattern.weight(), Integer::sum);
            }
        }
        Intent best = Intent.NONE;
        int most = THRESHOLD - 1;
        for (Map.Entry<Intent, Integer> score : scores.entrySet()) {
            if (score.getValue() > most) {
                best = score.getKey();
                most = score.getValue();
            }
        }
        return new Meaning(best, best == Intent.NONE ? 0 : most, bounded.size());
    }

    private static Intents resource() {
        try (InputStream in = Intents.class.getResourceAsStream("intents.txt")) {
            if (in == null) {
                throw new IllegalStateException("intents.txt is missing from the program");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("intents.txt can't be read from the program", e);
        }
    }

    /**
     * Reads {@code name: phrase | phrase} class lines, then {@code [intent]} headings with {@code weight pattern} lines.
     *
     * @throws IllegalArgumentException naming the line that can't be read
     */
    static Intents parse(String content) {
        Map<String, List<String>> classes = new HashMap<>();
        List<IntentPattern> patterns = new ArrayList<>();
        Intent intent = Intent.NONE;
        int number = 0;
        for (String raw : content.lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                int colon = line.indexOf(':');
                if (line.startsWith("[")) {
                    intent = heading(line);
                } else if (colon > 0) {
                    String[] phrases = line.substring(colon + 1).strip().split(" *\\| *");
                    classes.merge(line.substring(0, colon), List.of(phrases), Intents::both);
                } else {
                    int space = line.indexOf(' ');
                    int weight = Integer.parseInt(line.substring(0, space));
                    patterns.add(IntentPattern.parse(intent, weight, line.substring(space + 1), classes));
                }
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("intents.txt:" + number + " can't be read: " + e.getMessage(), e);
            }
        }
        return new Intents(patterns, classes);
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static Intent heading(String line) {
        String name = line.substring(1, line.length() - 1);
        return Intent.headed(name).orElseThrow(() -> new IllegalArgumentException("there is no intent [" + name + "]"));
    }
}

package org.anteroom.agent.dialogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws example sentences from slot-grammar.txt, always the same ones. The recogniser counts in them which word follows which.
 */
final class SlotSentences {
    private static final Pattern WEIGHT = Pattern.compile("(.*) \\*(\\d{1,2})");
    private static final String LETTERS = "{letters}";
    private static final String NOTHING = "_";
    /** Of more examples than these each comes up once before any comes up again: a recogniser can't hear what it was never told. */
    private static final int MANY = 100;

    private static final Map<String, List<String>> KINDS = read();

    private final Map<String, Deque<String>> undrawn = new HashMap<>();
    private long drawn = 1;

    private SlotSentences() {}

    /** So many sentences of a kind, alike ones among them. */
    static List<String> drawn(String kind, int number) {
        SlotSentences sentences = new SlotSentences();
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String sentence = sentences.one(kind);
            if (!sentence.isEmpty()) {
                drawn.add(sentence);
            }
        }
        return List.copyOf(drawn);
    }

    /** The examples of a kind as they stand there. */
    static List<String> written(String kind) {
        return Objects.requireNonNull(KINDS.get(kind), kind);
    }

    private String one(String kind) {
        List<String> examples = written(kind);
        if (examples.size() <= MANY) {
            return filled(examples.get(draw(examples.size())));
        }
        Deque<String> left = undrawn.computeIfAbsent(kind, none -> new ArrayDeque<>());
        if (left.isEmpty()) {
            List<String> rest = new ArrayList<>(examples);
            while (!rest.isEmpty()) {
                left.add(rest.remove(draw(rest.size())));
            }
        }
        return filled(left.pop());
    }

    private String filled(String example) {
        StringJoiner sentence = new StringJoiner(" ");
        String named = "";
        for (String word : example.split(" ")) {
            String drawn = word;
            if (word.equals(LETTERS)) {
                drawn = letters(named);
            } else if (word.startsWith("{")) {
                drawn = one(word.substring(1, word.length() - 1));
                named = drawn;
            }
            if (!drawn.isEmpty() && !drawn.equals(NOTHING)) {
                sentence.add(drawn);
            }
        }
        return sentence.toString();
    }

    /** "c o o p e r", or now and then "c double o p e r". */
    private String letters(String name) {
        String apart = String.join(" ", name.replaceAll("[^a-z]", "").split(""));
        return draw(3) == 0 ? apart.replaceAll("(.) \\1(?= |$)", "double $1") : apart;
    }

    /** A number below the bound: Knuth's linear congruential generator (MMIX), so that the same sentences are drawn each time. */
    private int draw(int bound) {
        drawn = drawn * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        return (int) ((drawn >>> 33) % bound);
    }

    /** Each kind may have many lines: "kind: example, example *2". */
    private static Map<String, List<String>> read() {
        Map<String, List<String>> kinds = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(
                SlotSentences.class.getResourceAsStream("slot-grammar.txt"), "slot-grammar.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.toLowerCase(Locale.ROOT).split(": ", 2);
                        List<String> kind = kinds.computeIfAbsent(parts[0], none -> new ArrayList<>());
                        for (String example : parts[1].split(", ")) {
                            add(kind, example);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kinds.replaceAll((kind, examples) -> List.copyOf(examples));
        return kinds;
    }

    private static void add(List<String> kind, String example) {
        Matcher weighted = WEIGHT.matcher(example);
        boolean heavy = weighted.matches();
        String text = heavy ? weighted.group(1) : example;
        kind.addAll(Collections.nCopies(heavy ? Integer.parseInt(weighted.group(2)) : 1, text));
    }
}

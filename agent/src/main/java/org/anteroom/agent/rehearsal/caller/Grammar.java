package org.anteroom.agent.rehearsal.caller;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences that callers have, and how one of them is said: by chance, so that the same seed says the same.
 *
 * <p>The files tell the notation. Any thread; chance and facts come from the caller.
 */
final class Grammar {
    private static final List<String> FILES = List.of("openings.txt", "answers.txt", "said.txt");
    private static final Pattern CHOICE = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern FACT = Pattern.compile("\\{([a-z-]+)\\}");

    private final Map<String, List<String>> rules;

    private Grammar(Map<String, List<String>> rules) {
        this.rules = rules;
    }

    /** Reads the grammar that comes with the program. */
    static Grammar load() {
        Map<String, List<String>> rules = new HashMap<>();
        for (String file : FILES) {
            List<String> sentences = new ArrayList<>();
            for (String line : lines(file)) {
                if (line.startsWith("[")) {
                    sentences = rules.computeIfAbsent(line.substring(1, line.length() - 1), any -> new ArrayList<>());
                } else {
                    sentences.add(line);
                }
            }
        }
        return new Grammar(rules);
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Grammar.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there are sentences of that rule. */
    boolean has(String rule) {
        return rules.containsKey(rule);
    }

    /** Names of all rules. */
    Set<String> names() {
        return Set.copyOf(rules.keySet());
    }

    /** The sentences of these rules, as written. */
    List<String> sentences(String... names) {
        List<String> all = new ArrayList<>();
        for (String name : names) {
            all.addAll(rules.getOrDefault(name, List.of()));
        }
        return all;
    }

    /** One of these rules' sentences, with all that it leaves open filled in.
     *
     *  @throws IllegalArgumentException when no sentence of theirs can be said with these facts
     */
    String say(Random chance, Map<String, String> facts, String... names) {
        List<String> sayable = sentences(names).stream()
                .filter(sentence -> FACT.matcher(sentence).results().allMatch(each -> known(facts, each.group(1)))
                        || sentence.contains("("))
                .toList();
        // A choice may hold a fact that is missing in one of its ways only: drawn again.
        for (int tries = 0; tries < 64 && !sayable.isEmpty(); tries++) {
            String chosen = expanded(sayable.get(chance.nextInt(sayable.size())), chance);
            if (FACT.matcher(chosen).results().allMatch(each -> known(facts, each.group(1)))) {
                return filled(chosen, facts);
            }
        }
        throw new IllegalArgumentException("nothing of " + List.of(names) + " can be said with " + facts.keySet());
    }

    private static boolean known(Map<String, String> facts, String name) {
        return !facts.getOrDefault(name, "").isEmpty();
    }

    private static String expanded(String sentence, Random chance) {
        String open = sentence;
        for (Matcher choice = CHOICE.matcher(open); choice.find(); choice = CHOICE.matcher(open)) {
            String[] ways = choice.group(1).split("\\|", -1);
            open = open.substring(0, choice.start()) + ways[chance.nextInt(ways.length)] + open.substring(choice.end());
        }
        return open;
    }

    private static String filled(String sentence, Map<String, String> facts) {
        return FACT.matcher(sentence)
                .replaceAll(each -> Matcher.quoteReplacement(facts.getOrDefault(each.group(1), "")))
                .strip()
                .replaceAll(" +", " ");
    }

    /** Every way of saying a sentence of these rules, facts left open. */
    Set<String> ways(String... names) {
        Set<String> all = new LinkedHashSet<>();
        sentences(names).forEach(each -> ways(each, all));
        return all;
    }

    private static void ways(String sentence, Set<String> all) {
        Matcher choice = CHOICE.matcher(sentence);
        if (!choice.find()) {
            all.add(sentence.strip().replaceAll(" +", " "));
            return;
        }
        for (String way : choice.group(1).split("\\|", -1)) {
            ways(sentence.substring(0, choice.start()) + way + sentence.substring(choice.end()), all);
        }
    }
}

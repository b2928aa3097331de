package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One reviewed pattern over a turn's words.
 *
 * <pre>
 *   word          that word              word?     that word or nothing
 *   a|b|c         one of these words     a|b?      one of these or nothing
 *   {class}       any phrase of a class  {class}?  the same or nothing
 *   stem*         a word beginning so    ...       up to five words
 *   two_words     those words, one after the other
 *   &lt; at the beginning, &gt; at the end: nothing before, nothing after
 * </pre>
 *
 * <p>Between any two of them up to two words of little meaning may stand ("the", "just", "really"). Every repetition is bounded, so that a long turn costs little.
 *
 * @param weight how strongly it speaks for its intent; negative speaks against
 * @param needed of each of these one word must be there, or it can't be in the words
 */
record IntentPattern(Intent intent, int weight, Pattern pattern, List<Set<String>> needed) {
    IntentPattern {
        needed = List.copyOf(needed);
    }

    /** Words that change little wherever they stand; up to two of them may stand between any two elements. */
    private static final String LIGHT =
            "(?:(?:a|an|the|my|your|our|his|her|their|this|that|just|really|still|also|even|"
                    + "please|currently|maybe|actually|exactly|so|very|any|some|to|of|for|kind|sort|guys|all|like|right|um|uh|"
                    + "there|over|here|again|already|only|quite|little|bit|other|whole|been|ever|possibly|probably) ){0,2}";

    private static final String GAP = "(?:[^ ]+ ){0,5}";

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException when it names an unknown class
     */
    static IntentPattern parse(Intent intent, int weight, String written, Map<String, List<String>> classes) {
        StringBuilder regex = new StringBuilder("(?<= )");
        List<Set<String>> needed = new ArrayList<>();
        for (String element : written.strip().split(" +")) {
            regex.append(element(element, classes));
            Set<String> first = firstWords(element, classes);
            if (!first.isEmpty()) {
                needed.add(first);
            }
            if (!element.equals("<") && !element.equals(">") && !element.equals("...")) {
                regex.append(LIGHT);
            }
        }
        return new IntentPattern(intent, weight, Pattern.compile(regex.toString()), needed);
    }

    /**
     * Whether it is in the words.
     *
     * @param spaced joined by single spaces, with one before and one after
     * @param words the same words
     */
    boolean in(String spaced, Set<String> words) {
        return needed.stream().noneMatch(first -> Collections.disjoint(first, words))
                && pattern.matcher(spaced).find();
    }

    /** What the element's phrases begin with; empty where it may be missing or begins with any word. */
    private static Set<String> firstWords(String element, Map<String, List<String>> classes) {
        if (Set.of("<", ">", "...").contains(element) || element.endsWith("?")) {
            return Set.of();
        }
        Set<String> first = new HashSet<>();
        for (String word : element.split("\\|")) {
            if (word.equals(">") || word.endsWith("*")) {
                return Set.of();
            }
            phrases(word, classes).forEach(phrase -> first.add(phrase.split(" ", 2)[0]));
        }
        return first;
    }

    /** Those of a class, or the word itself. */
    private static List<String> phrases(String word, Map<String, List<String>> classes) {
        if (!word.startsWith("{")) {
            return List.of(word.replace('_', ' '));
        }
        List<String> phrases = classes.get(word.substring(1, word.length() - 1));
        if (phrases == null) {
            throw new IllegalArgumentException("there is no class " + word);
        }
        return phrases;
    }

    private static String element(String element, Map<String, List<String>> classes) {
        return switch (element) {
            case "<" -> "(?<=^ )";
            case ">" -> "$";
            case "..." -> GAP;
            default -> element.endsWith("?")
                    ? "(?:" + words(element.substring(0, element.length() - 1), classes) + ")?"
                    : words(element, classes);
        };
    }

    private static String words(String element, Map<String, List<String>> classes) {
        return Arrays.stream(element.split("\\|"))
                .map(word -> alternative(word, classes))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String alternative(String word, Map<String, List<String>> classes) {
        if (word.equals(">")) {
            return "$";
        }
        if (word.startsWith("{")) {
            return phrases(word, classes).stream()
                    .map(phrase -> Pattern.quote(phrase) + " ")
                    .collect(Collectors.joining("|", "(?:", ")"));
        }
        String spaced = word.replace('_', ' ');
        return spaced.endsWith("*")
                ? Pattern.quote(spaced.substring(0, spaced.length() - 1)) + "[^ ]* "
                : Pattern.quote(spaced) + " ";
    }
}

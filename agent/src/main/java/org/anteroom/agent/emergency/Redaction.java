package org.anteroom.agent.emergency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anteroom.agent.words.Normaliser;

/**
 * Takes out of what a caller said all that could tell who they are: what is left are words of the reviewed phrases and
 * contexts, each other word, and each row of them, is one {@value #WITHHELD}.
 *
 * <p>Nothing is looked for that might be a name; instead only words pass that stand in our own files. Of these are withheld
 * numbers, months and weekdays, and those that are names as well ({@code withheld.tsv}); what stands where a name or a street
 * would, whatever it is; and single letters, which may be spelled. Immutable, any thread.
 */
public final class Redaction {
    /** What stands in place of words that don't leave. */
    public static final String WITHHELD = "*";

    /** Between these and a name is nothing, or "is". */
    private static final Set<String> BEFORE_NAMES = Set.of(
            "name",
            "named",
            "names",
            "called",
            "doctor",
            "dr",
            "mister",
            "mr",
            "missus",
            "mrs",
            "miss",
            "ms",
            "sister",
            "surname",
            "spelled",
            "spelling");
    /** Before these stands a name, of a person or a street. */
    private static final Set<String> AFTER_NAMES =
            Set.of("speaking", "street", "avenue", "road", "lane", "drive", "court", "boulevard", "way", "apartment");

    private static final int NAME_WORDS = 3;
    private static final Set<String> LETTERS_THAT_ARE_WORDS = Set.of("a", "i");
    /** How a word of a pattern like {@code bleed*} may end where its beginning is so short that a name may begin alike. */
    private static final Set<String> ENDINGS = Set.of("", "s", "d", "e", "ed", "ing");

    private static final int LONG_BEGINNING = 6;

    private final Set<String> words;
    private final Set<String> beginnings;
    private final Set<String> withheld;

    private Redaction(Set<String> words, Set<String> beginnings, Set<String> withheld) {
        this.words = words;
        this.beginnings = beginnings;
        this.withheld = withheld;
    }

    /**
     * By the phrases of this build, all practice types together.
     *
     * @throws IllegalStateException when a file of this build is missing or malformed
     */
    public static Redaction load() {
        Lexicon lexicon = RuleBook.lexicon();
        Set<String> withheld = new HashSet<>();
        TsvFile.read("withheld.tsv")
                .rows()
                .forEach(row -> withheld.addAll(Arrays.asList(row.column(1).split(" "))));
        return new Redaction(lexicon.words(), lexicon.stems(), Set.copyOf(withheld));
    }

    /** The text without what is not ours. */
    public String text(String said) {
        List<String> heard = Normaliser.words(said);
        boolean[] kept = new boolean[heard.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = ours(heard.get(i));
        }
        for (int i = 0; i < kept.length; i++) {
            String stem = stem(heard.get(i));
            if (BEFORE_NAMES.contains(stem)) {
                Arrays.fill(kept, i + 1, Math.min(kept.length, i + 1 + NAME_WORDS), false);
            }
            if (AFTER_NAMES.contains(stem)) {
                Arrays.fill(kept, Math.max(0, i - NAME_WORDS), i, false);
            }
        }
        List<String> left = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                left.add(heard.get(i));
            } else if (left.isEmpty() || !left.get(left.size() - 1).equals(WITHHELD)) {
                left.add(WITHHELD);
            }
        }
        return String.join(" ", left);
    }

    /** How many words of a text that was redacted are left. */
    public static long wordsKept(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.equals(WITHHELD) && !word.isEmpty())
                .count();
    }

    private boolean ours(String word) {
        boolean letter = word.length() == 1 && !LETTERS_THAT_ARE_WORDS.contains(word);
        boolean digits = word.chars().anyMatch(Character::isDigit);
        if (letter || digits || withheld.contains(word) || withheld.contains(stem(word))) {
            return false;
        }
        return Tokeniser.tokens(word).stream().allMatch(this::known);
    }

    private boolean known(String token) {
        if (words.contains(token)) {
            return true;
        }
        for (int length = 1; length <= token.length(); length++) {
            boolean begins = beginnings.contains(token.substring(0, length));
            if (begins && (length >= LONG_BEGINNING || ENDINGS.contains(token.substring(length)))) {
                return true;
            }
        }
        return false;
    }

    /** {@code lily} of {@code lily's}. */
    private static String stem(String word) {
        int apostrophe = word.indexOf('\'');
        return apostrophe < 0 ? word : word.substring(0, apostrophe);
    }
}

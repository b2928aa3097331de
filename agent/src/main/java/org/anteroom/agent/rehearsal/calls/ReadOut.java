package org.anteroom.agent.rehearsal.calls;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import org.anteroom.speech.Word;

/**
 * Numbers and dates of birth that are read out to a caller, who expects them: people make out "five eight" where a recogniser that knows
 * nothing of it hears "size hate". What is heard comes from the line alone.
 */
final class ReadOut {
    private static final List<String> LEADS = List.of("i have", "that is", "now i have", "i heard", "[unk]");
    private static final List<String> DIGITS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> UNDER_TWENTY = List.of(
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> ORDINALS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "thirtieth");
    /** Fewer digits in a row may be a time. */
    private static final int SEVERAL = 5;

    private static final int GAP_MS = 1_200;
    private static final int EXAMPLES = 800;
    private static final Set<String> PARTS = parts();

    private final Random chance = new Random(1);

    private ReadOut() {}

    /** Examples of what is read out, always the same. */
    static List<String> examples() {
        ReadOut drawing = new ReadOut();
        List<String> examples = new ArrayList<>();
        for (int i = 0; i < EXAMPLES; i++) {
            examples.add(drawing.example());
        }
        return examples;
    }

    /** What was heard, with what is a number or a date by those examples in its place. */
    static List<Word> in(List<Word> open, List<Word> expected) {
        List<Word> heard = new ArrayList<>(open);
        for (List<Word> run : runs(expected)) {
            int from = run.get(0).startMs();
            int to = run.get(run.size() - 1).endMs();
            int at = 0;
            while (at < heard.size() && middle(heard.get(at)) < from) {
                at++;
            }
            heard.removeIf(word -> middle(word) >= from && middle(word) <= to);
            heard.addAll(at, run);
        }
        return heard;
    }

    private static int middle(Word word) {
        return (word.startMs() + word.endMs()) / 2;
    }

    private static List<List<Word>> runs(List<Word> words) {
        List<List<Word>> runs = new ArrayList<>();
        List<Word> run = new ArrayList<>();
        for (Word word : words) {
            boolean part = PARTS.contains(word.text()) || word.text().length() == 1;
            boolean apart =
                    !run.isEmpty() && word.startMs() - run.get(run.size() - 1).endMs() > GAP_MS;
            if (!part || apart) {
                keep(run, runs);
                run = new ArrayList<>();
            }
            if (part) {
                run.add(word);
            }
        }
        keep(run, runs);
        return runs;
    }

    private static void keep(List<Word> run, List<List<Word>> runs) {
        List<String> words = run.stream().map(Word::text).toList();
        boolean number = words.stream().filter(DIGITS::contains).count() >= SEVERAL;
        boolean date =
                words.stream().anyMatch(MONTHS::contains) && (words.contains("nineteen") || words.contains("thousand"));
        if (number || date) {
            runs.add(run);
        }
    }

    private String example() {
        StringJoiner example = new StringJoiner(" ");
        if (chance.nextInt(4) == 0) {
            example.add("born").add(one(MONTHS)).add(ordinal()).add(year());
            return example.toString();
        }
        example.add(one(LEADS));
        boolean mixed = chance.nextInt(3) == 0;
        int letters = mixed ? 1 + chance.nextInt(3) : 0;
        for (int i = 0; i < letters; i++) {
            example.add(Character.toString((char) ('a' + chance.nextInt(26))));
        }
        int digits = mixed ? 6 + chance.nextInt(5) : 10;
        for (int i = 0; i < digits; i++) {
            example.add(one(DIGITS));
        }
        return chance.nextBoolean() ? example.add("is that right").toString() : example.toString();
    }

    private String ordinal() {
        String ordinal = one(ORDINALS);
        return ORDINALS.indexOf(ordinal) < 9 && chance.nextBoolean() ? "twenty " + ordinal : ordinal;
    }

    private String year() {
        if (chance.nextInt(4) == 0) {
            return chance.nextBoolean() ? "two thousand " + one(DIGITS) : "twenty " + one(UNDER_TWENTY);
        }
        return "nineteen " + one(TENS) + " " + one(DIGITS);
    }

    private String one(List<String> words) {
        return words.get(chance.nextInt(words.size()));
    }

    private static Set<String> parts() {
        Set<String> parts = new HashSet<>(DIGITS);
        parts.addAll(MONTHS);
        parts.addAll(TENS);
        parts.addAll(UNDER_TWENTY);
        parts.addAll(ORDINALS);
        parts.addAll(List.of("two", "thousand"));
        return parts;
    }
}

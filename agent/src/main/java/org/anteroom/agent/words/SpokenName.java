package org.anteroom.agent.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names as callers give them: "it's helen parker p a r k e r", "first name lee last is wong", "smyth with a y", "parker comma helen";
 * also amid a sentence: "this is helen parker calling about my bill". A name that is spelled is written as it was spelled.
 */
public final class SpokenName {
    private static final Phrases BEFORE = Phrases.read("names.txt", Set.of("before"));
    private static final Phrases CUES = Phrases.read("names.txt", Set.of("introduces", "may-introduce"));
    private static final Phrases KINDS = Phrases.read("names.txt", Set.of("first-name", "last-name"));
    private static final Phrases CLOSES = Phrases.read("names.txt", Set.of("closes"));
    private static final Phrases COMMON = Phrases.read("names.txt", Set.of("common"));
    private static final Phrases NEVER = Phrases.read("names.txt", Set.of("never"));
    private static final Phrases NAMES_TOO = Phrases.read("names.txt", Set.of("names-too"));
    /** Endings of words that are hardly ever names. */
    private static final Pattern ENDING =
            Pattern.compile(".{2,}(ing|ed|ly|ous|able|ible|tion|ment|ness|ful|less|ic|n't|'ll|'re|'ve|'d)");
    /** Where nobody has asked, a name is this short. */
    private static final int FEW_WORDS = 3;

    /** Fewer that are spelled may be a company: "this is c v s". */
    private static final int MANY_LETTERS = 4;

    private static final int MOST_ALTERNATIVES = 5;

    /**
     * A name.
     *
     * @param likeliest lower-case words with a space between, apostrophes and dashes as spelled
     * @param alternatives other readings, the likeliest first: the recogniser's, and what was said before it was spelled
     * @param spelled whether a part of it was spelled, which makes it sure
     */
    public record Name(String likeliest, List<String> alternatives, boolean spelled) {
        public Name {
            alternatives = List.copyOf(alternatives);
        }

        /** Without the name, so that it can't leak into a log. */
        @Override
        public String toString() {
            return "a name of " + likeliest.length() + (spelled ? " letters, spelled" : " letters");
        }
    }

    private SpokenName() {}

    /**
     * The name in an answer to the question for one; empty when the answer is something else.
     *
     * @param words normalised
     * @param others the recogniser's other readings, the likeliest first
     */
    public static Optional<Name> of(List<String> words, List<List<String>> others) {
        return answer(words)
                .map(read -> with(
                        read,
                        others.stream()
                                .map(SpokenName::answer)
                                .flatMap(Optional::stream)
                                .toList()));
    }

    /**
     * The caller's name in a turn about something else; empty where none is told. "This is" and its like introduce one only before words
     * that are hardly anything else.
     *
     * @param words normalised
     * @param others the recogniser's other readings, the likeliest first
     */
    public static Optional<Name> introduced(List<String> words, List<List<String>> others) {
        return told(words)
                .map(read -> with(
                        read,
                        others.stream()
                                .map(SpokenName::told)
                                .flatMap(Optional::stream)
                                .toList()));
    }

    /**
     * The name that these words begin with; empty where they begin with something else, though a name is told further on.
     *
     * @param words normalised
     */
    public static Optional<Name> leading(List<String> words) {
        List<String> cued =
                Stream.concat(Stream.of("this", "is"), words.stream()).toList();
        return introduction(cued)
                .filter(introduction -> introduction.from() == 0)
                .map(introduction -> with(introduction.read(), List.of()));
    }

    private static Name with(NameReader.Read read, List<NameReader.Read> others) {
        Set<String> alternatives = new LinkedHashSet<>(read.asSaid());
        for (NameReader.Read other : others) {
            alternatives.add(other.name());
        }
        alternatives.remove(read.name());
        return new Name(
                read.name(), alternatives.stream().limit(MOST_ALTERNATIVES).toList(), read.spelled());
    }

    private static Optional<NameReader.Read> answer(List<String> words) {
        Optional<NameReader.Read> told = told(words);
        if (told.isPresent() && !partsFirst(words)) {
            return told;
        }
        int begins = begins(words, 0);
        return NameReader.read(words.subList(begins, words.size()))
                .filter(read -> !talk(words, begins, read))
                .or(() -> told)
                .or(() -> spelledBehind(words, begins));
    }

    /** "I hope you can help me, Edward Ortega, that's o r t e g a". */
    private static Optional<NameReader.Read> spelledBehind(List<String> words, int talk) {
        return IntStream.range(talk, words.size())
                .filter(at -> !common(words.get(at)))
                .mapToObj(at -> NameReader.read(words.subList(at, words.size())))
                .flatMap(Optional::stream)
                .filter(read -> read.spelled() && !read.asSaid().isEmpty())
                .filter(read -> Stream.of(read.asSaid().get(0).split(" ")).noneMatch(SpokenName::common))
                .findFirst();
    }

    /** "Smith, first name dora": the name is more than what follows the cue. */
    private static boolean partsFirst(List<String> words) {
        return IntStream.range(0, words.size())
                .filter(at -> CUES.at(words, at).isPresent() || kind(words, at))
                .mapToObj(at -> kind(words, at))
                .findFirst()
                .orElse(false);
    }

    private static boolean kind(List<String> words, int at) {
        return KINDS.at(words, at).filter(kind -> kind.length() > 1).isPresent();
    }

    /** The place after words that may stand before a name. */
    private static int begins(List<String> words, int from) {
        int at = from;
        Optional<Phrases.Match> lead = BEFORE.at(words, at);
        while (lead.isPresent() && KINDS.at(words, at).isEmpty() && !spells(words, at)) {
            at += lead.get().length();
            lead = at < words.size() ? BEFORE.at(words, at) : Optional.empty();
        }
        return at;
    }

    /** Everyday words: "just a second", "speak to someone"; but for those that are names as well. */
    private static boolean talk(List<String> words, int from, NameReader.Read read) {
        int next = from + read.length();
        boolean sentence = next < words.size() && NEVER.of(words.get(next)).isPresent();
        List<String> said = words.subList(from, next);
        return !read.spelled()
                // "Hope you can help me" is nobody's name, though Hope is.
                && said.stream()
                        .allMatch(word ->
                                common(word) || (sentence && NAMES_TOO.of(word).isPresent()))
                && (sentence
                        || said.stream().noneMatch(word -> NAMES_TOO.of(word).isPresent()));
    }

    /** "A n n" and "i s a a c" begin like talk. */
    private static boolean spells(List<String> words, int at) {
        return words.get(at).length() == 1
                && at + 1 < words.size()
                && words.get(at + 1).length() == 1;
    }

    /** A name with its cue: from where to where. */
    record Introduction(NameReader.Read read, int from, int name) {
        int to() {
            return name + read.length();
        }
    }

    private static Optional<NameReader.Read> told(List<String> words) {
        return introduction(words).map(Introduction::read);
    }

    static Optional<Introduction> introduction(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            Optional<Phrases.Match> cue = kind(words, at) ? Optional.empty() : CUES.at(words, at);
            if (kind(words, at) || cue.isPresent()) {
                boolean sure = cue.isEmpty() || cue.get().key().equals("introduces");
                int after = at + cue.map(Phrases.Match::length).orElse(0);
                int name = sure && after < words.size() ? begins(words, after) : after;
                Optional<NameReader.Read> read = NameReader.read(words.subList(name, words.size()));
                if (read.isPresent() && (sure || likely(words, at, name, read.get()))) {
                    return Optional.of(new Introduction(read.get(), at, name));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether words after "this is" are a name and not what it is about. */
    private static boolean likely(List<String> words, int cue, int from, NameReader.Read read) {
        List<String> name = words.subList(from, from + read.length());
        if (read.spelled()) {
            return !common(name.get(0)) || read.name().length() >= MANY_LETTERS;
        }
        if (read.length() > FEW_WORDS) {
            return false;
        }
        long unusual = name.stream().filter(word -> !common(word)).count();
        if (CLOSES.at(words, from + read.length()).isPresent()) {
            return unusual > 0;
        }
        // "How do i know if it's broken".
        boolean begins =
                words.subList(0, cue).stream().allMatch(word -> BEFORE.of(word).isPresent());
        boolean alone = from + read.length() == words.size() && begins;
        return unusual == name.size() && (name.size() > 1 || alone);
    }

    static boolean common(String word) {
        return word.length() == 1
                || COMMON.of(word).isPresent()
                || ENDING.matcher(word).matches()
                || SpokenNumbers.of(List.of(word)).isPresent();
    }
}

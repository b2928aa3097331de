package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the words from where a name begins to where it ends, its parts in the order of first and last name. */
final class NameReader {
    private static final Phrases AFTER = Phrases.read("names.txt", Set.of("after"));
    private static final Phrases KINDS = Phrases.read("names.txt", Set.of("first-name", "middle-name", "last-name"));
    private static final Phrases NEVER = Phrases.read("names.txt", Set.of("never"));
    private static final Phrases TURNS = Phrases.read("dictation.txt", Set.of("takes-back", "pauses", "begins-anew"));
    private static final Phrases LEADS_UP = Phrases.read("names.txt", Set.of("before"));
    private static final Phrases MARKS = Phrases.read("dictation.txt", Set.of("dash", "apostrophe"));
    private static final int MOST_WORDS = 5;
    private static final int MOST_LETTERS = 30;
    /** Words that the recogniser may have made of one name that is spelled after it. */
    private static final int PIECES = 3;

    /** A fifth of the letters and more may differ between what was heard and what was spelled. */
    private static final double UNLIKE = 0.5;

    /**
     * What was read.
     *
     * @param asSaid the same before its spelling, where a part was spelled
     * @param length in words of the turn, spelling included
     */
    record Read(String name, List<String> asSaid, boolean spelled, int length) {}

    private final List<String> words;
    private final LetterReader letters;
    private final List<String> first = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final List<String> last = new ArrayList<>();
    private List<String> part = plain;
    private List<String> asSaid = List.of();
    private boolean spelled;
    private boolean lastFirst;
    private int at;

    private NameReader(List<String> words) {
        this.words = words;
        this.letters = new LetterReader(words, false);
    }

    /** The name that begins with these words; empty when they are something else. */
    static Optional<Read> read(List<String> words) {
        return new NameReader(words).read();
    }

    private Optional<Read> read() {
        boolean goesOn = true;
        while (goesOn && at < words.size()) {
            goesOn = step();
        }
        List<String> name = new ArrayList<>(first);
        if (lastFirst && plain.size() > 1) {
            name.addAll(plain.subList(1, plain.size()));
            name.add(plain.get(0));
        } else {
            name.addAll(begunWithLast() ? plain.subList(1, plain.size()) : plain);
        }
        if (!name.isEmpty() && !last.isEmpty() && same(name.get(name.size() - 1), last.get(0))) {
            name.remove(name.size() - 1);
        }
        name.addAll(last);
        String whole = String.join(" ", name);
        boolean plausible = !name.isEmpty()
                && name.size() <= MOST_WORDS
                && whole.length() <= MOST_WORDS * MOST_LETTERS
                && whole.chars().anyMatch(Character::isLetter)
                && name.stream().noneMatch(word -> NEVER.of(word).isPresent());
        return plausible ? Optional.of(new Read(whole, asSaid, spelled, at)) : Optional.empty();
    }

    /** "Price, Larry Price". */
    private boolean begunWithLast() {
        return plain.size() > 2 && Phonetics.similarity(plain.get(0), plain.get(plain.size() - 1)) >= Phonetics.SAME;
    }

    /** Takes what comes next; returns whether the name may go on. */
    private boolean step() {
        // Some kinds begin with an "and" of their own.
        int from = kind(at).isEmpty() && words.get(at).equals("and") ? at + 1 : at;
        Optional<Phrases.Match> kind = kind(from);
        if (kind.isPresent()) {
            at = from + kind.get().length();
            part = switch (kind.get().key()) {
                case "first-name" -> first;
                case "last-name" -> last;
                default -> part;
            };
            if (kind.get().key().equals("middle-name")) {
                part = first.isEmpty() ? plain : first;
            }
            return true;
        }
        if (spells(at)) {
            spell();
            return true;
        }
        Optional<LetterHint> hint = LetterHint.at(words, at);
        if (hint.isPresent() && !part.isEmpty()) {
            note();
            part.set(part.size() - 1, hint.get().applied(part.get(part.size() - 1)));
            spelled = true;
            at += hint.get().length();
            return true;
        }
        if (words.get(at).equals("comma")) {
            lastFirst |= part == plain && plain.size() == 1;
            at++;
            return true;
        }
        // "That's p a r k e r", "spelled p a r k e r"
        int spelling = spellingAfterTalk();
        if (spelling > at) {
            at = spelling;
            return true;
        }
        if (!isEmpty() && AFTER.at(words, at).isPresent()) {
            return false;
        }
        if (part.isEmpty() && !isEmpty() && LEADS_UP.at(words, at).isPresent()) {
            at += LEADS_UP.at(words, at).get().length();
            return true;
        }
        part.add(words.get(at));
        at++;
        return part.size() <= MOST_WORDS;
    }

    private Optional<Phrases.Match> kind(int from) {
        return from < words.size()
                ? KINDS.at(words, from).filter(match -> match.length() > 1 || !isEmpty())
                : Optional.empty();
    }

    private boolean isEmpty() {
        return first.isEmpty() && plain.isEmpty() && last.isEmpty();
    }

    /** Where letters begin after words that lead up to them; the present place when none do. */
    private int spellingAfterTalk() {
        if (isEmpty()) {
            return at;
        }
        int from = at;
        while (from < words.size()
                && from < at + PIECES
                && SPELLING.of(words.get(from)).isPresent()) {
            from++;
        }
        return from > at && from < words.size() && spells(from) ? from : at;
    }

    private static final Phrases SPELLING = Phrases.read("names.txt", Set.of("leads-to-letters"));

    /** Whether letters begin here, not talk and not an initial. */
    private boolean spells(int from) {
        Optional<Piece.Read> one = letter(from);
        if (one.isEmpty()) {
            return false;
        }
        boolean explained = one.get().next() > from + 1;
        int next = one.get().next();
        int mark = next < words.size()
                ? MARKS.at(words, next).map(Phrases.Match::length).orElse(0)
                : 0;
        return explained || (next + mark < words.size() && letter(next + mark).isPresent());
    }

    /** A letter as such: its name alone, "double l", "d as in david". */
    private Optional<Piece.Read> letter(int from) {
        return letters.at(from)
                .filter(read -> read.piece().shape() == Piece.Shape.LETTER)
                .filter(read -> words.get(from).length() == 1 || read.next() > from + 1);
    }

    private void spell() {
        int from = at;
        int to = at;
        while (to < words.size()) {
            Optional<Piece.Read> next = letters.at(to);
            Optional<Phrases.Match> mark = MARKS.at(words, to);
            Optional<Phrases.Match> turn = TURNS.at(words, to);
            if (next.isPresent() && (letter(to).isPresent() || to > from + 1)) {
                to = next.get().next();
            } else if (mark.isPresent()) {
                to += mark.get().length();
            } else if (turn.isPresent()
                    && to + turn.get().length() < words.size()
                    && letter(to + turn.get().length()).isPresent()) {
                to += turn.get().length();
            } else {
                break;
            }
        }
        at = to;
        SpokenLetters.name(words.subList(begunAnew(from, to), to)).ifPresent(this::written);
    }

    /** Where the name was begun again last: "k a y l a no wait k a l a". */
    private int begunAnew(int from, int to) {
        int begin = from;
        for (int i = from + 1; i < to; i++) {
            boolean again = words.get(i).equals(words.get(from)) && TURNS.end(words.subList(from, i));
            begin = again ? i : begin;
        }
        return begin;
    }

    /** Letters replace what was said before them, if that is the same name; otherwise they are the next one. */
    private void written(String letters) {
        String name = letters.toLowerCase(Locale.ROOT);
        note();
        spelled = true;
        List<String> of = part.isEmpty() && part == plain && !first.isEmpty() ? first : part;
        int best = 0;
        double least = UNLIKE;
        for (int pieces = 1; pieces <= PIECES && pieces <= of.size(); pieces++) {
            String said = String.join("", of.subList(of.size() - pieces, of.size()));
            double unlike = unlike(said, name);
            if (unlike < least) {
                least = unlike;
                best = pieces;
            }
        }
        if (best > 0) {
            of.subList(of.size() - best, of.size()).clear();
            of.add(name);
            return;
        }
        // "Helen parker h e l e n"
        int same = -1;
        for (int i = 0; i < of.size(); i++) {
            same = same(of.get(i), name) ? i : same;
        }
        if (same >= 0) {
            of.set(same, name);
        } else {
            of.add(name);
        }
    }

    private static boolean same(String said, String name) {
        return unlike(said, name) < UNLIKE;
    }

    /** By letters, or by sound where that is nearer: "win" for nguyen. */
    private static double unlike(String said, String name) {
        double byLetters = EditDistance.between(said, name) / (double) Math.max(said.length(), name.length());
        boolean sounds = Phonetics.similarity(said, name) >= Phonetics.SAME;
        return sounds ? Math.min(byLetters, UNLIKE / 2) : byLetters;
    }

    /** Keeps the name as it was said, before letters change it. */
    private void note() {
        List<String> said = new ArrayList<>(first);
        said.addAll(plain);
        said.addAll(last);
        if (asSaid.isEmpty() && !said.isEmpty()) {
            asSaid = List.of(String.join(" ", said));
        }
    }
}

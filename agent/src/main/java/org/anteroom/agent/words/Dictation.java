package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Takes an answer that is dictated apart: what is to be written down, and where the caller takes something back or begins anew. */
final class Dictation {

    /** What is listened for. */
    enum Kind {
        DIGITS,
        LETTERS,
        /** Digits and letters mixed, marks between them. */
        MIXED
    }

    private static final Phrases TURNS = Phrases.read(
            "dictation.txt",
            Set.of("takes-back", "pauses", "begins-anew", "repeats", "area", "first-part", "last-part"));
    private static final Phrases BETWEEN = Phrases.read("dictation.txt", Set.of("between"));
    private static final Phrases LEADS_UP = Phrases.read("dictation.txt", Set.of("leads-up"));
    private static final Phrases NAMES_IT = Phrases.read("dictation.txt", Set.of("names-it"));
    private static final Phrases LEADS_ON = Phrases.read("dictation.txt", Set.of("leads-on"));
    private static final Phrases MARKS = Phrases.read("dictation.txt", Set.of("dash", "slash", "dot", "apostrophe"));
    private static final Phrases EXPLAINS = Phrases.read("dictation.txt", Set.of("explains"));
    /** How many letters make the beginning of an id one of letters only: "h m o five". */
    private static final int PREFIX = 2;

    private static final Set<String> BEFORE_A_DENIED = Set.of("the", "a", "an", "letter", "number", "digit");

    private final List<String> words;
    private final Kind kind;
    private final DigitReader digits;
    private final LetterReader letters;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private Segment.Link link = Segment.Link.START;
    private Piece.Gap gap = Piece.Gap.NONE;

    private Dictation(List<String> words, Kind kind) {
        this.words = words;
        this.kind = kind;
        this.digits = new DigitReader(words);
        this.letters = new LetterReader(words, kind == Kind.MIXED);
    }

    /** The answer's segments, one at least; only the last may be empty. */
    static List<Segment> read(List<String> words, Kind kind) {
        return new Dictation(
                        words.stream()
                                .filter(word -> !Normaliser.isFiller(word))
                                .toList(),
                        kind)
                .read();
    }

    /** Whether nobody stops after these words: "area code", a lone "double". */
    static boolean leadsOn(List<String> words) {
        return LEADS_ON.end(words);
    }

    private List<Segment> read() {
        int at = 0;
        while (at < words.size()) {
            at = step(at);
        }
        segments.add(new Segment(link, pieces));
        return segments.stream()
                .map(segment -> new Segment(segment.link(), settled(segment)))
                .toList();
    }

    /** The pieces of which it is sure what they are. */
    private List<Piece> settled(Segment segment) {
        if (kind == Kind.DIGITS) {
            return segment.pieces();
        }
        List<Piece> settled = new ArrayList<>();
        for (List<Piece> run : segment.runs(piece -> piece.before() != Piece.Gap.NONE)) {
            if (run.stream().anyMatch(Piece::sure)) {
                settled.addAll(run);
            }
        }
        for (int i = 0; i < settled.size(); i++) {
            if (settled.get(i).shape() == Piece.Shape.OH) {
                settled.set(i, zeroOrLetter(settled, i));
            }
        }
        return settled;
    }

    /** Between letters "oh" is one of them, "o" also at the end of several; anywhere else people say it for zero. */
    private static Piece zeroOrLetter(List<Piece> pieces, int at) {
        boolean prefix = at >= PREFIX
                && pieces.get(at).text().equals("o")
                && pieces.subList(0, at).stream().allMatch(piece -> piece.shape() == Piece.Shape.LETTER);
        boolean letter = at > 0
                && at + 1 < pieces.size()
                && pieces.get(at - 1).shape() == Piece.Shape.LETTER
                && pieces.get(at + 1).shape() == Piece.Shape.LETTER;
        return letter || prefix
                ? pieces.get(at).as("o", Piece.Shape.LETTER)
                : pieces.get(at).as("0", Piece.Shape.DIGITS);
    }

    /** Takes what starts at a word and tells where it ended. */
    private int step(int at) {
        Optional<Phrases.Match> turn = TURNS.at(words, at);
        if (turn.isPresent()) {
            turn(turn.get().key());
            return at + turn.get().length();
        }
        if (words.get(at).equals("not")) {
            return denied(at + 1);
        }
        Optional<Phrases.Match> label = LEADS_UP.at(words, at).filter(match -> match.length() > 1);
        if (pieces.isEmpty() && label.isPresent()) {
            widen(Piece.Gap.LEAD_UP);
            return at + label.get().length();
        }
        Optional<Piece.Read> read = piece(at);
        if (read.isPresent()) {
            pieces.add(read.get().piece().after(pieces.isEmpty() ? Piece.Gap.NONE : gap));
            gap = Piece.Gap.NONE;
            return digitExplained(read.get());
        }
        Optional<Phrases.Match> between =
                BETWEEN.at(words, at).or(() -> kind == Kind.DIGITS ? MARKS.at(words, at) : Optional.empty());
        if (between.isPresent()) {
            return at + between.get().length();
        }
        Optional<Phrases.Match> leadsUp = LEADS_UP.at(words, at);
        boolean named = pieces.isEmpty() && NAMES_IT.at(words, at).isPresent();
        widen(leadsUp.isPresent() || named ? Piece.Gap.LEAD_UP : Piece.Gap.TALK);
        return at + leadsUp.map(Phrases.Match::length).orElse(1);
    }

    private void widen(Piece.Gap wider) {
        gap = gap.compareTo(wider) >= 0 ? gap : wider;
    }

    private void turn(String key) {
        Segment.Link next = Segment.Link.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        boolean nothingBefore = segments.isEmpty() && pieces.isEmpty();
        if (nothingBefore) {
            widen(Piece.Gap.LEAD_UP);
            return;
        }
        if (!pieces.isEmpty()) {
            segments.add(new Segment(link, pieces));
            pieces.clear();
            link = next;
        } else {
            link = both(link, next);
        }
        gap = Piece.Gap.NONE;
    }

    /** Of "no wait, the area code is" the part that was named tells what is replaced. */
    private static Segment.Link both(Segment.Link first, Segment.Link second) {
        if (first == Segment.Link.BEGINS_ANEW || second == Segment.Link.PAUSES) {
            return first;
        }
        return second == Segment.Link.AREA && first.corrects() ? Segment.Link.FIRST_PART : second;
    }

    /** "Not the letter o": what is denied is left out. */
    private int denied(int from) {
        int at = from;
        while (at < words.size() && BEFORE_A_DENIED.contains(words.get(at))) {
            at++;
        }
        Optional<Piece.Read> read = at < words.size() ? piece(at) : Optional.empty();
        if (read.isEmpty()) {
            widen(Piece.Gap.TALK);
            return from;
        }
        return read.get().next();
    }

    private Optional<Piece.Read> piece(int at) {
        return switch (kind) {
            case DIGITS -> digits.at(at);
            case LETTERS -> mark(at).or(() -> letters.at(at));
            case MIXED -> mark(at).or(() -> mixed(at));
        };
    }

    /** A letter that is beyond doubt, a digit, a word that may be a letter. */
    private Optional<Piece.Read> mixed(int at) {
        Optional<Piece.Read> letter = letters.at(at);
        Predicate<Piece.Read> certain =
                read -> read.piece().sure() || read.piece().shape() == Piece.Shape.OH;
        return letter.filter(certain).or(() -> digits.at(at)).or(() -> letter).or(() -> written(at));
    }

    /** "447x29", as a recogniser with an ear for numbers may write it. */
    private Optional<Piece.Read> written(int at) {
        String word = words.get(at);
        boolean digit = word.chars().anyMatch(c -> c >= '0' && c <= '9');
        return digit ? Optional.of(new Piece.Read(Piece.of(word, Piece.Shape.DIGITS, true), at + 1)) : Optional.empty();
    }

    private Optional<Piece.Read> mark(int at) {
        return MARKS.at(words, at).map(match -> {
            String written =
                    switch (match.key()) {
                        case "dash" -> "-";
                        case "slash" -> "/";
                        case "dot" -> ".";
                        default -> "'";
                    };
            return new Piece.Read(Piece.of(written, Piece.Shape.MARK, true), at + match.length());
        });
    }

    /** "Eight as in the number eight" says one digit. */
    private int digitExplained(Piece.Read read) {
        int at = read.next();
        if (read.piece().shape() != Piece.Shape.DIGITS || at >= words.size()) {
            return at;
        }
        Optional<Phrases.Match> explains = EXPLAINS.at(words, at).filter(match -> match.length() > 1);
        if (explains.isEmpty()) {
            return at;
        }
        int word = at + explains.get().length();
        return word < words.size() ? digits.at(word).map(Piece.Read::next).orElse(word + 1) : word;
    }
}

package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A count with its unit, or a code by its name: "two and a half tablets", "one hundred and forty dollars", "suite two oh four", "zip
 * code four three two one five", "room eleven b".
 */
public final class SpokenCount {

    private static final Phrases CODES = Phrases.read("codes.txt");
    private static final Phrases TAKES_BACK =
            Phrases.read("dictation.txt", Set.of("takes-back", "pauses", "begins-anew"));
    private static final int ZIP = 5;
    private static final int ZIP_PLUS_FOUR = 9;

    private SpokenCount() {}

    /**
     * The count or code that the words say: {@code 2.5 tablet}, {@code 140.00} for money, {@code 204}, {@code 11B}. Units are
     * singular, weights and volumes short ({@code mg}); letters of codes are capitals. Empty when the words say neither.
     */
    public static Optional<String> of(List<String> words) {
        Optional<String> amount = amount(words);
        return amount.isPresent() ? amount : code(words);
    }

    /** Whether a unit ends it, or a code has all the digits that its name promises. */
    public static boolean whole(List<String> words) {
        if (unfinished(words)) {
            return false;
        }
        boolean unit = !words.isEmpty() && Measured.endsInUnit(words);
        int digits = named(words).map(match -> Integer.parseInt(match.key())).orElse(0);
        boolean all = code(words)
                .filter(code -> digits > 0 && code.length() == digits)
                .isPresent();
        return (unit && amount(words).isPresent()) || all;
    }

    /** Whether more is sure to come: "zip code four three", "point", "and a". */
    public static boolean unfinished(List<String> words) {
        int digits = named(words).map(match -> Integer.parseInt(match.key())).orElse(0);
        boolean some = code(words).filter(code -> code.length() < digits).isPresent();
        return Dictation.leadsOn(words)
                || some
                || (named(words).isPresent() && code(words).isEmpty());
    }

    /** The last of the amounts between corrections; "twenty milligrams, no, thirty" has its unit before. */
    private static Optional<String> amount(List<String> words) {
        Optional<Measured> last = Optional.empty();
        for (List<String> clause : clauses(words)) {
            Optional<Measured> before = last;
            last = Measured.in(clause)
                    .or(() -> before.flatMap(measured -> measured.with(clause)))
                    .or(() -> before);
        }
        return last.map(Measured::written);
    }

    private static List<List<String>> clauses(List<String> words) {
        List<List<String>> clauses = new ArrayList<>(List.of(new ArrayList<>()));
        for (int at = 0; at < words.size(); ) {
            Optional<Phrases.Match> turn = TAKES_BACK.at(words, at);
            if (turn.isPresent()) {
                clauses.add(new ArrayList<>());
            } else {
                clauses.get(clauses.size() - 1).add(words.get(at));
            }
            at += turn.map(Phrases.Match::length).orElse(1);
        }
        return clauses;
    }

    private static Optional<Phrases.Match> named(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            Optional<Phrases.Match> name = CODES.at(words, at);
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> code(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            Optional<Phrases.Match> name = CODES.at(words, at);
            if (name.isPresent() && at + name.get().length() < words.size()) {
                List<String> rest = words.subList(at + name.get().length(), words.size());
                Optional<Phrases.Match> other = named(rest);
                boolean further = other.isPresent() && SpokenDigits.of(rest).isEmpty();
                if (!further) {
                    return code(rest, Integer.parseInt(name.get().key()));
                }
            }
        }
        return number(words).or(() -> SpokenMemberId.of(words));
    }

    /** A code of so many digits, of any number for 0. */
    private static Optional<String> code(List<String> words, int digits) {
        if (digits == 0) {
            return number(words).or(() -> SpokenMemberId.of(words));
        }
        List<Line> lines = Line.readings(Dictation.read(words, Dictation.Kind.DIGITS));
        Optional<String> fitting = lines.stream()
                .map(Line::text)
                .filter(text -> text.length() == digits)
                .findFirst();
        Optional<String> longZip = lines.stream()
                .map(Line::text)
                .filter(text -> digits == ZIP && text.length() == ZIP_PLUS_FOUR)
                .map(text -> text.substring(0, ZIP) + "-" + text.substring(ZIP))
                .findFirst();
        return fitting.or(() -> longZip)
                .or(() -> Optional.of(lines.get(0).text()).filter(text -> !text.isEmpty()));
    }

    /** What is one whole number and nothing else: "one hundred five". */
    private static Optional<String> number(List<String> words) {
        OptionalInt number = SpokenNumbers.of(
                words.stream().filter(word -> !Normaliser.isFiller(word)).toList());
        boolean several = words.size() > 1;
        return number.isPresent() && several ? Optional.of(Integer.toString(number.getAsInt())) : Optional.empty();
    }
}

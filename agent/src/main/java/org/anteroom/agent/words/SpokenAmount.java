package org.anteroom.agent.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How much of something: "two and a half", "point five", "a hundred and twenty five", "one twenty five", "half a", "a couple".
 *
 * @param next the index of the first word after it
 */
record SpokenAmount(BigDecimal value, int next) {

    private static final int LONGEST = 10;
    private static final Set<String> POINTS = Set.of("point", "decimal", "dot");
    private static final Map<String, BigDecimal> PARTS = Map.of(
            "half", new BigDecimal("0.5"),
            "quarter", new BigDecimal("0.25"),
            "quarters", new BigDecimal("0.25"),
            "dozen", new BigDecimal("12"),
            "couple", new BigDecimal("2"),
            "pair", new BigDecimal("2"),
            "single", BigDecimal.ONE);

    /** The amount that starts at a word. */
    static Optional<SpokenAmount> at(List<String> words, int from) {
        Optional<SpokenAmount> whole = whole(words, from);
        Optional<SpokenAmount> part = part(words, from);
        if (part.isPresent()) {
            return part;
        }
        int at = whole.map(SpokenAmount::next).orElse(from);
        if (at < words.size() && POINTS.contains(words.get(at))) {
            return decimals(words, at + 1, whole.map(SpokenAmount::value).orElse(BigDecimal.ZERO));
        }
        if (at + 1 < words.size() && words.get(at).equals("and") && whole.isPresent()) {
            BigDecimal count = whole.get().value();
            Optional<SpokenAmount> more = part(words, at + 1);
            if (more.isPresent()) {
                return more.map(rest -> new SpokenAmount(count.add(rest.value()), rest.next()));
            }
        }
        return whole;
    }

    /** "Half", "a quarter", "three quarters", "a couple": "of" and "a" after them are passed over. */
    private static Optional<SpokenAmount> part(List<String> words, int from) {
        BigDecimal times = BigDecimal.ONE;
        int at = from;
        if (Set.of("a", "an", "one", "two", "three").contains(words.get(at)) && at + 1 < words.size()) {
            times = new BigDecimal(SpokenNumbers.of(List.of(words.get(at))).orElse(1));
            at++;
        }
        BigDecimal part = PARTS.get(words.get(at));
        return part == null ? Optional.empty() : Optional.of(new SpokenAmount(part.multiply(times), at + 1));
    }

    private static Optional<SpokenAmount> decimals(List<String> words, int from, BigDecimal whole) {
        StringBuilder digits = new StringBuilder();
        DigitReader reader = new DigitReader(words);
        int at = from;
        while (at < words.size() && digits.length() < LONGEST) {
            Optional<Piece.Read> read = reader.at(at);
            if (read.isEmpty()) {
                break;
            }
            digits.append(read.get().piece().text());
            at = read.get().next();
        }
        return digits.isEmpty()
                ? Optional.empty()
                : Optional.of(new SpokenAmount(whole.add(new BigDecimal("0." + digits)), at));
    }

    private static Optional<SpokenAmount> whole(List<String> words, int from) {
        if (words.get(from).equals("and")) {
            return Optional.empty();
        }
        Optional<SpokenAmount> digits = digitByDigit(words, from);
        for (int end = Math.min(words.size(), from + LONGEST); end > from; end--) {
            List<String> said = words.subList(from, end);
            OptionalInt number = SpokenNumbers.of(said);
            boolean open = said.get(said.size() - 1).equals("and");
            if (number.isPresent() && !open) {
                SpokenAmount amount = new SpokenAmount(BigDecimal.valueOf(number.getAsInt()), end);
                return digits.filter(longer -> longer.next() > amount.next).or(() -> Optional.of(amount));
            }
        }
        boolean one = Set.of("a", "an").contains(words.get(from)) && from + 1 < words.size();
        return digits.or(() -> one ? Optional.of(new SpokenAmount(BigDecimal.ONE, from + 1)) : Optional.empty());
    }

    /** "To" and "for" aren't counted; "oh" is, after a digit. */
    private static boolean uncertain(Piece piece, boolean first) {
        return !piece.sure() && (first || piece.shape() != Piece.Shape.OH);
    }

    /** "One twenty five" and "one oh five": the digits one after the other are the number. */
    private static Optional<SpokenAmount> digitByDigit(List<String> words, int from) {
        List<String> groups = new ArrayList<>();
        DigitReader reader = new DigitReader(words);
        int at = from;
        while (at < words.size() && String.join("", groups).length() < LONGEST) {
            Optional<Piece.Read> read = reader.at(at);
            if (read.isEmpty()
                    || read.get().piece().text().isEmpty()
                    || uncertain(read.get().piece(), groups.isEmpty())) {
                break;
            }
            groups.add(read.get().piece().text());
            at = read.get().next();
        }
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new SpokenAmount(new BigDecimal(String.join("", groups)), at));
    }
}

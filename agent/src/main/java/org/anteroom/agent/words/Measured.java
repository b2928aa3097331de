package org.anteroom.agent.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An amount with its unit.
 *
 * @param least the amount, or the lower of "one to two tablets"
 * @param most the same as {@code least} for a single amount
 * @param unit as in {@code units.txt}
 */
record Measured(BigDecimal least, BigDecimal most, String unit) {

    private static final Phrases UNITS = Phrases.read("units.txt");
    private static final Set<String> BEFORE_A_UNIT = Set.of("of", "a", "an", "more");
    private static final Set<String> UP_TO = Set.of("to", "or");
    private static final String DOLLAR = "dollar";
    private static final String CENT = "cent";

    static boolean endsInUnit(List<String> words) {
        return UNITS.end(words);
    }

    /** The last amount with a unit; cents are added to the dollars before them. */
    static Optional<Measured> in(List<String> words) {
        Optional<Measured> found = Optional.empty();
        int at = 0;
        while (at < words.size()) {
            Optional<Measuring> next = at(words, at);
            if (next.isPresent()) {
                Measured measured = next.get().measured();
                found = Optional.of(
                        found.flatMap(dollars -> dollars.plus(measured)).orElse(measured));
                at = next.get().next();
            } else {
                Optional<SpokenAmount> bare = SpokenAmount.at(words, at);
                found = bare.isPresent()
                        ? found.map(dollars -> dollars.plusCents(bare.get().value()))
                        : found;
                at = bare.map(SpokenAmount::next).orElse(at + 1);
            }
        }
        return found;
    }

    /** This unit with another amount, when the words are one and nothing else. */
    Optional<Measured> with(List<String> words) {
        return words.isEmpty()
                ? Optional.empty()
                : SpokenAmount.at(words, 0)
                        .filter(amount -> amount.next() == words.size())
                        .map(amount -> new Measured(amount.value(), amount.value(), unit));
    }

    private record Measuring(Measured measured, int next) {}

    private static Optional<Measuring> at(List<String> words, int from) {
        Optional<SpokenAmount> first = SpokenAmount.at(words, from);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        SpokenAmount least = first.get();
        boolean range = least.next() + 1 < words.size() && UP_TO.contains(words.get(least.next()));
        SpokenAmount most = range ? SpokenAmount.at(words, least.next() + 1).orElse(least) : least;
        int at = most.next();
        while (at < words.size() && BEFORE_A_UNIT.contains(words.get(at))) {
            at++;
        }
        if (at >= words.size()) {
            return Optional.empty();
        }
        int unitAt = at;
        return UNITS.at(words, at)
                .map(unit ->
                        new Measuring(new Measured(least.value(), most.value(), unit.key()), unitAt + unit.length()));
    }

    private Optional<Measured> plus(Measured cents) {
        boolean money = unit.equals(DOLLAR) && cents.unit.equals(CENT);
        return money ? Optional.of(plusCents(cents.least)) : Optional.empty();
    }

    private Measured plusCents(BigDecimal cents) {
        BigDecimal sum = least.add(cents.movePointLeft(2));
        return unit.equals(DOLLAR) ? new Measured(sum, sum, unit) : this;
    }

    /** {@code 2.5 tablet}, {@code 1-2 tablet}; money as {@code 140.00}. */
    String written() {
        return switch (unit) {
            case DOLLAR -> money(least);
            case CENT -> money(least.movePointLeft(2));
            case "%" -> plain(least) + unit;
            default -> (least.compareTo(most) == 0 ? plain(least) : plain(least) + "-" + plain(most)) + " " + unit;
        };
    }

    private static String money(BigDecimal dollars) {
        return dollars.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}

package org.anteroom.agent.words;

import java.util.List;
import java.util.Set;

/**
 * How far a date of birth has come, by what it ends with.
 *
 * @param begun whether a month or a number has been said
 * @param centuryAlone whether it ends with "nineteen" or "twenty" of which the rest is to come
 * @param mayGoOn whether a further number could still belong to it: "nineteen forty", "two thousand"
 */
record BirthDateEnd(boolean begun, boolean centuryAlone, boolean mayGoOn) {
    private static final Set<String> CENTURIES = Set.of("nineteen", "twenty", "19", "20");
    private static final Set<String> ROUND = Set.of("hundred", "thousand");

    static BirthDateEnd of(List<String> words) {
        List<String> said =
                words.stream().filter(word -> !Normaliser.isFiller(word)).toList();
        String last = said.isEmpty() ? "" : said.get(said.size() - 1);
        String before = said.size() < 2 ? "" : said.get(said.size() - 2);
        boolean begun = said.stream().anyMatch(word -> isPart(word));
        boolean century = CENTURIES.contains(last) && !CENTURIES.contains(before);
        boolean tens = SpokenNumbers.TENS.containsKey(last);
        return new BirthDateEnd(begun, century, tens || ROUND.contains(last));
    }

    private static boolean isPart(String word) {
        List<String> one = List.of(word);
        return DateParts.isNumber(word)
                || TimePhrases.REVIEWED.at(one, 0, TimeSort.MONTH).isPresent()
                || TimePhrases.REVIEWED.at(one, 0, TimeSort.ORDINAL).isPresent();
    }
}

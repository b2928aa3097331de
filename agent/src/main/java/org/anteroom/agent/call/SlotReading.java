package org.anteroom.agent.call;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.anteroom.agent.dialogue.Hearing;
import org.anteroom.agent.emergency.Reading;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.SpokenBirthDate;
import org.anteroom.agent.words.SpokenDigits;
import org.anteroom.agent.words.YesNo;

/** Which of the slot recogniser's readings is meant: of those that are nearly as likely as the first, one that answers the question. */
final class SlotReading {
    /** So many digits in place of a yes or a no are a phone number. */
    private static final int SEVERAL = 9;
    /** A yes and a no that are less than this apart, in log likelihood, are neither. */
    private static final double NO_CHOICE = 1;

    private SlotReading() {}

    /**
     * Its words; none where they may as well be the opposite.
     *
     * @param first empty where the slot recogniser knew none of it
     * @param hearing what was asked
     * @param today where the practice is
     */
    static List<HeardWord> of(List<HeardWord> first, List<Reading> others, Hearing hearing, LocalDate today) {
        if (first.isEmpty()) {
            return first;
        }
        return switch (hearing) {
            case DIGITS -> answering(first, others, SpokenDigits::whole);
            case BIRTH_DATE -> answering(
                    first, others, words -> SpokenBirthDate.of(words, today).isPresent());
            case YES_NO -> numberAlone(texts(first))
                    ? answering(first, others, SpokenDigits::whole)
                    : plain(first, others);
            default -> first;
        };
    }

    private static List<HeardWord> answering(
            List<HeardWord> first, List<Reading> others, Predicate<List<String>> answers) {
        return Stream.concat(Stream.of(first), others.stream().map(Reading::words))
                .filter(words -> answers.test(texts(words)))
                .findFirst()
                .orElse(first);
    }

    /** In place of a yes or a no: many digits, and no letters as an id has them. */
    private static boolean numberAlone(List<String> words) {
        boolean letters = words.stream().anyMatch(word -> word.length() == 1 && !word.equals("o"));
        return !letters && SpokenDigits.of(words).length() >= SEVERAL;
    }

    private static List<HeardWord> plain(List<HeardWord> first, List<Reading> others) {
        YesNo answer = YesNo.of(texts(first));
        YesNo opposite =
                switch (answer) {
                    case YES -> YesNo.NO;
                    case NO -> YesNo.YES;
                    case UNCLEAR -> YesNo.UNCLEAR;
                };
        boolean doubtful = opposite != YesNo.UNCLEAR
                && others.stream()
                        .filter(other -> other.behind() < NO_CHOICE)
                        .anyMatch(other -> YesNo.of(texts(other.words())) == opposite);
        return doubtful ? List.of() : first;
    }

    private static List<String> texts(List<HeardWord> words) {
        return Normaliser.heard(words).stream().map(HeardWord::text).toList();
    }
}

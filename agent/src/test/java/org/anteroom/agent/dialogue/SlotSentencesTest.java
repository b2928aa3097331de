package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.words.SpokenBirthDate;
import org.anteroom.agent.words.SpokenLetters;
import org.anteroom.agent.words.SpokenPhone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotSentencesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone",
                "phone-corrected",
                "pin",
                "birth",
                "name",
                "animal",
                "spelling",
                "member-id",
                "member-id-corrected",
                "when"
            })
    void whatIsDrawnIsWordsAloneAndTheSameEachTime(String kind) {
        List<String> drawn = SlotSentences.drawn(kind, 500);
        assertThat(drawn).allMatch(sentence -> sentence.matches("(\\[unk\\]|[a-z']+)( (\\[unk\\]|[a-z']+))*"));
        assertThat(SlotSentences.drawn(kind, 500)).isEqualTo(drawn);
    }

    @Test
    void aPhoneNumberIsOneThatTheReaderTakes() {
        assertThat(SlotSentences.drawn("phone-number", 300))
                .allMatch(number -> SpokenPhone.of(words(number)).isPresent());
    }

    /** But for the thirtieth of February. */
    @Test
    void aDateOfBirthIsOneThatTheReaderTakes() {
        List<String> dates = SlotSentences.drawn("birth-date", 500);
        List<Optional<LocalDate>> read = dates.stream()
                .map(date -> SpokenBirthDate.of(words(date), TODAY))
                .filter(Optional::isPresent)
                .toList();
        assertThat(read).hasSizeGreaterThan(450);
    }

    @Test
    void everyNameComesUp() {
        Set<String> said = SlotSentences.drawn("name", 3_000).stream()
                .flatMap(sentence -> words(sentence).stream())
                .collect(Collectors.toSet());
        List<String> names = new ArrayList<>(SlotSentences.written("given-names"));
        names.addAll(SlotSentences.written("family-names"));
        assertThat(said).containsAll(names);
    }

    @Test
    void aSpelledNameIsFollowedByItsOwnLetters() {
        List<String> spelled = SlotSentences.drawn("spelled", 500).stream()
                .filter(sentence -> sentence.matches("[a-z']{3,} that's [a-z] [a-z] ([a-z] )*[a-z]"))
                .toList();
        assertThat(spelled).hasSizeGreaterThan(30).allSatisfy(sentence -> {
            List<String> words = words(sentence);
            assertThat(SpokenLetters.name(words.subList(2, words.size())).orElse(""))
                    .isEqualToIgnoringCase(words.get(0).replace("'", ""));
        });
    }

    /** Words of one kind must not wear out while others are drawn: "five five" is as likely as "five six". */
    @Test
    void aDigitMayFollowItself() {
        assertThat(SlotSentences.drawn("four", 500).stream()
                        .filter(four ->
                                Stream.of("one one", "five five", "eight eight").anyMatch(four::contains)))
                .hasSizeGreaterThan(20);
    }

    private static List<String> words(String sentence) {
        return List.of(sentence.split(" "));
    }
}

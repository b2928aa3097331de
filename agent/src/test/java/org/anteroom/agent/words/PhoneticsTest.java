package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PhoneticsTest {

    private static final List<SoundedName> PATIENTS = Stream.of(
                    "Linh Nguyen",
                    "Rosa Jimenez",
                    "John Smith",
                    "Jane Smith",
                    "Kathryn O'Brien",
                    "Stephen Meyer",
                    "Maria De La Cruz")
            .map(SoundedName::of)
            .toList();

    @ParameterizedTest
    @CsvFileSource(resources = "name-pairs.tsv", delimiter = '\t')
    void tellsNamesThatSoundAlikeFromOthers(String heard, String name, String verdict) {
        boolean same = Phonetics.similarity(heard, name) >= Phonetics.SAME;
        assertThat(same).isEqualTo(verdict.equals("same"));
    }

    @Test
    void findsTheNameThatWasMeantAmongThoseThatAreKnown() {
        assertThat(best("himenez")).isEqualTo("Rosa Jimenez");
        assertThat(best("lin win")).isEqualTo("Linh Nguyen");
        assertThat(best("catherine o'brien")).isEqualTo("Kathryn O'Brien");
        assertThat(best("steven mayer")).isEqualTo("Stephen Meyer");
        assertThat(best("maria delacruz")).isEqualTo("Maria De La Cruz");
        assertThat(best("jane smith")).isEqualTo("Jane Smith");
        assertThat(best("roberta flack")).isEmpty();
    }

    @Test
    void aSurnameAloneFindsAllThatHaveIt() {
        assertThat(Phonetics.matches(List.of("smyth"), PATIENTS, Phonetics.SAME))
                .extracting(Phonetics.Match::name)
                .containsExactlyInAnyOrder("John Smith", "Jane Smith");
    }

    @Test
    void anyOfTheRecognisersGuessesMayBeTheName() {
        List<Phonetics.Match> matches =
                Phonetics.matches(List.of("rows a menace", "rosa himenez"), PATIENTS, Phonetics.SAME);
        assertThat(matches).extracting(Phonetics.Match::name).containsExactly("Rosa Jimenez");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "name-pairs.tsv", delimiter = '\t')
    void aLeastScoreLeavesOutNothingElse(String heard, String name, String verdict) {
        SoundedName known = SoundedName.of(name);
        double score = Phonetics.similarity(heard, name);
        assertThat(Phonetics.matches(List.of(heard), List.of(known), 0))
                .containsExactly(new Phonetics.Match(name, score));
        assertThat(Phonetics.matches(List.of(heard), List.of(known), Phonetics.SAME))
                .isEqualTo(score >= Phonetics.SAME ? List.of(new Phonetics.Match(name, score)) : List.of());
    }

    @Test
    void namesThatSoundAlikeShareTheirKey() {
        assertThat(Phonetics.key("Smith")).isEqualTo(Phonetics.key("Smyth"));
        assertThat(Phonetics.key("Stephen Meyer")).isEqualTo(Phonetics.key("Steven Maier"));
        assertThat(Phonetics.key("")).isEmpty();
    }

    @Test
    void aMatchDoesNotShowItsName() {
        assertThat(new Phonetics.Match("Smith", 1).toString()).doesNotContain("Smith");
    }

    @Property
    void isTheSameInBothDirections(
            @ForAll @StringLength(max = 12) String one, @ForAll @StringLength(max = 12) String other) {
        double there = Phonetics.similarity(one, other);
        assertThat(there).isBetween(0.0, 1.0);
        assertThat(Phonetics.similarity(other, one)).isCloseTo(there, Offset.offset(1e-9));
    }

    private static String best(String heard) {
        return Phonetics.matches(List.of(heard), PATIENTS, Phonetics.SAME).stream()
                .findFirst()
                .map(Phonetics.Match::name)
                .orElse("");
    }
}

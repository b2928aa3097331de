package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SpokenNameTest {
    @ParameterizedTest
    @CsvFileSource(resources = "spoken-names.tsv", delimiter = '\t', quoteCharacter = '\0')
    void readsAnswers(String said, String name) {
        assertThat(likeliest(SpokenName.of(Normaliser.words(said), List.of()))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "introduced-names.tsv", delimiter = '\t', quoteCharacter = '\0')
    void findsOnlyNamesAmidASentence(String said, String name) {
        assertThat(likeliest(SpokenName.introduced(Normaliser.words(said), List.of())))
                .isEqualTo(name);
    }

    @Test
    void offersWhatElseWasHeard() {
        List<List<String>> others =
                List.of(Normaliser.words("it's ellen parker"), Normaliser.words("no thank you"), List.of());
        assertThat(SpokenName.of(Normaliser.words("it's helen parker"), others))
                .contains(new SpokenName.Name("helen parker", List.of("ellen parker"), false));
    }

    @Test
    void keepsWhatWasSaidBesideWhatWasSpelled() {
        assertThat(SpokenName.of(Normaliser.words("helen parka p a r k e r"), List.of()))
                .contains(new SpokenName.Name("helen parker", List.of("helen parka"), true));
    }

    @Test
    void neverWritesANameIntoALog() {
        assertThat(SpokenName.of(List.of("nora", "whitfield"), List.of()).orElseThrow())
                .hasToString("a name of 14 letters");
    }

    @Property
    void readsAnyWords(@ForAll @Size(max = 12) List<String> words) {
        List<String> normal = Normaliser.words(String.join(" ", words));
        assertThat(SpokenName.of(normal, List.of(normal)))
                .satisfies(name ->
                        name.ifPresent(found -> assertThat(found.likeliest()).isNotBlank()));
        assertThat(SpokenName.introduced(normal, List.of(normal))).isNotNull();
    }

    @Property
    void readsAnyOrderOfWhatStandsAroundNames(@ForAll("aroundNames") List<String> words) {
        assertThat(SpokenName.of(words, List.of(words)))
                .satisfies(name ->
                        name.ifPresent(found -> assertThat(found.likeliest()).isNotBlank()));
        assertThat(SpokenName.introduced(words, List.of(words))).isNotNull();
    }

    @Provide
    Arbitrary<List<String>> aroundNames() {
        return Arbitraries.of(
                        ("helen parker ie h y and first last middle name is my with without no a an two at the end"
                                        + " that's spelled comma double l k as in dash letters sorry wait")
                                .split(" "))
                .list()
                .ofMaxSize(10);
    }

    private static String likeliest(Optional<SpokenName.Name> name) {
        return name.map(SpokenName.Name::likeliest).orElse("-");
    }
}

package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PharmacyToldTest {
    private static final NamedThings<String> KNOWN =
            NamedThings.of(List.of("Walgreens on Main Street", "Riverside Pharmacy"), Stream::of);

    @ParameterizedTest
    @CsvSource({
        "my lisinopril at the walgreens on main street, Walgreens on Main Street, true, my lisinopril",
        "refill my metformin and send it to c v s, c v s, false, refill my metformin",
        "my drops filled at my usual pharmacy, usual pharmacy, true, my drops filled",
        "move it from walgreens to the kroger on fifth please, kroger on fifth, false, move it from walgreens",
        "the losartan to riverside pharmacy, Riverside Pharmacy, true, the losartan",
        "my inhaler and have it called in to the rite aid near the mall, rite aid near the mall, false, my inhaler",
    })
    void whereAMedicineIsToBeHad(String said, String pharmacy, boolean listed, String rest) {
        PharmacyTold told = PharmacyTold.in(Normaliser.words(said), KNOWN).orElseThrow();
        assertThat(told).isEqualTo(new PharmacyTold(pharmacy, listed, Normaliser.words(rest)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the pharmacy says i've got no refills left",
                "i called it in to the pharmacy and they said no",
                "i need a refill to get me through the week",
                "it's at the office"
            })
    void noPharmacyIsNamed(String said) {
        assertThat(PharmacyTold.in(Normaliser.words(said), KNOWN)).isEmpty();
    }
}

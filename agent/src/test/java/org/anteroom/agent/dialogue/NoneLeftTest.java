package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoneLeftTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "i ran out of my blood pressure pills",
                "i've run out of insulin",
                "my husband has already run out of his heart medicine",
                "i'm out of my inhaler and i need a refill",
                "she's completely out of her seizure pills",
                "we're all out of his eye drops",
                "i need a refill i'm all out",
                "i need my metformin refilled i don't have any left",
                "there are none left in the bottle",
                "there's nothing left of my prescription",
                "i took my last pill this morning and need more",
                "he took the very last one yesterday",
                "i need a refill the bottle is empty",
                "i don't have a single one left",
                "i have no pills left",
                "i'm about to run out of the one and i'm out of the other",
            })
    void isHeard(String said) {
        assertThat(NoneLeft.saidIn(List.of(said.split(" ")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i need a refill of my lisinopril",
                "i'm almost out of my pills",
                "i'm about to run out of my medicine",
                "i will run out on friday",
                "i'm going to run out next week",
                "can you refill it before i run out",
                "i don't want to run out",
                "i'm running low on my inhaler",
                "i'm running out of my cream",
                "i have three pills left",
                "i'm out of refills",
                "there are no refills left on it",
                "i haven't run out yet",
                "i'm out of town and need my prescription sent there",
                "what happens when i run out",
            })
    void isNotHeardInWhatIsStillToCome(String said) {
        assertThat(NoneLeft.saidIn(List.of(said.split(" ")))).isFalse();
    }
}

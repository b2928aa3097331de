package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceKindTest {

    private static SentenceKind kind(boolean emergency, String category) {
        return SentenceKind.of(new KnownSentence("x-y-01", "any", emergency, category, "text"));
    }

    @Test
    void harmlessSentencesAreWordedLikeEmergenciesOrOrdinary() {
        assertThat(kind(true, "chest-pain")).isEqualTo(SentenceKind.EMERGENCY);
        assertThat(kind(false, "idiom")).isEqualTo(SentenceKind.LOOKALIKE);
        assertThat(kind(false, "ordinary")).isEqualTo(SentenceKind.ORDINARY);
    }
}

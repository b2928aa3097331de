package org.anteroom.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PinHashTest {
    private final PinHash hash = PinHash.of("4821".toCharArray(), new SecureRandom());

    @Test
    void matchesItsPinAloneAlsoAsText() {
        assertThat(hash.matches("4821".toCharArray())).isTrue();
        assertThat(hash.matches("4822".toCharArray())).isFalse();
        assertThat(PinHash.parse(hash.text())).contains(hash);
        assertThat(PinHash.parse("4821")).isEmpty();
    }

    @Test
    void isAnotherEachTimeAndShowsNothing() {
        assertThat(PinHash.of("4821".toCharArray(), new SecureRandom())).isNotEqualTo(hash);
        assertThat(hash.toString()).doesNotContain(hash.hash()).doesNotContain(hash.salt());
    }

    @Test
    void nobodysMatchesNoPin() {
        assertThat(PinHash.NOBODYS.matches("4821".toCharArray())).isFalse();
        assertThat(PinHash.NOBODYS.rounds()).isEqualTo(hash.rounds());
    }
}

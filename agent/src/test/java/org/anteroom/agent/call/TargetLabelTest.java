package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetLabelTest {
    @ParameterizedTest
    @ValueSource(strings = {"Dr. Yu 5550142", "555 0142", "+1 (212) 555-0142", "ward 2125550142b", "412.413"})
    void noNumberThatMayBeDialledGetsThrough(String name) {
        assertThat(TargetLabel.of(name)).doesNotContainPattern("\\d").contains("(number)");
    }

    @Test
    void otherNamesStayAsTheyAre() {
        assertThat(TargetLabel.of("Dr. Yu (2)")).isEqualTo("Dr. Yu (2)");
        assertThat(TargetLabel.of("room 12")).isEqualTo("room 12");
    }
}

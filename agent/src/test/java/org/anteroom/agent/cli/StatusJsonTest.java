package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusJsonTest {

    @Test
    void comesBackAsItWent() throws Failure {
        for (ServiceStatus status : List.of(Statuses.WELL, Statuses.UNWELL)) {
            assertThat(StatusJson.write(status).lines()).hasSize(1);
            assertThat(StatusJson.read(StatusJson.write(status))).isEqualTo(status);
        }
    }

    @Test
    void isReadableByScripts() {
        assertThat(StatusJson.write(Statuses.WELL))
                .contains("\"well\":true")
                .contains("\"service\":\"full\"")
                .contains("\"registered\":true")
                .contains("\"since\":\"2026-03-01T08:00:00Z\"")
                .contains("\"offer\":{\"formats\":[\"PCMU\",\"PCMA\",\"TELEPHONE-EVENT\"],\"refused-because\":null,"
                        + "\"at\":\"2026-03-01T08:10:00Z\"}")
                .contains("\"emergencies-only-because\":null");
        assertThat(StatusJson.write(Statuses.UNWELL)).contains("\"well\":false");
    }

    @Test
    void aServiceBeforeItsFirstCallHasNoOffer() throws Failure {
        String line = StatusJson.write(Statuses.WELL).replaceFirst("\"offer\":\\{[^}]*}", "\"offer\":null");
        assertThat(StatusJson.read(line).line().offer()).isEmpty();
        assertThat(StatusJson.write(StatusJson.read(line))).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "hello", "[]", "{\"line\":{\"since\":\"yesterday\"}}"})
    void saysThatVersionsDiffer(String line) {
        assertThatThrownBy(() -> StatusJson.read(line))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("same version");
    }

    @Test
    void isNotWellWithAnythingThatNeedsAPerson() {
        ServiceStatus well = Statuses.WELL;
        assertThat(well.well()).isTrue();
        assertThat(Statuses.with(well, new Health.Report(Condition.KEY, false, "The key is gone."))
                        .well())
                .isFalse();
        assertThat(Statuses.with(well, new ServiceStatus.OpenAlarms("nobody answers", true, 1, 0))
                        .well())
                .isFalse();
        assertThat(Statuses.with(well, new ServiceStatus.OpenAlarms("call back", false, 1, 1))
                        .well())
                .as("an everyday matter")
                .isTrue();
    }
}

package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class AskingTest {

    private static final Path RECORDS = Path.of("/var/lib/anteroom");

    @Test
    void rootLeavesTheRecordsOfTheServiceAlone() {
        assertThat(Asking.foreign(RECORDS, "root", "anteroom"))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("sudo -u anteroom anteroom"));
    }

    @Test
    void whoOwnsTheRecordsMayOpenThem() {
        assertThat(Asking.foreign(RECORDS, "root", "root")).isEmpty();
        assertThat(Asking.foreign(RECORDS, "anteroom", "anteroom")).isEmpty();
    }
}

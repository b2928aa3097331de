package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.anteroom.agent.config.RecordsConfig;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key file that goes while the service runs. */
class KeyWatchTest {

    @TempDir
    Path folder;

    @Test
    void tellsThatTheNextStartWouldMissTheKeyWhileTheServiceStoresOn() throws Exception {
        Path key = folder.resolve("records.key");
        Path aside = folder.resolve("aside");
        try (OpenStore open = new OpenStore(folder)) {
            Health health = open.health();
            KeyWatch watch = new KeyWatch(new RecordsConfig(open.data(), key), health);
            watch.look();
            assertThat(health.ok(Condition.KEY)).isTrue();

            Files.move(key, aside);
            watch.look();
            assertThat(sentence(health))
                    .contains(key + " is missing")
                    .contains("Put back the copy")
                    .contains("after a restart it would serve emergencies only");
            int stored = OpenStore.await(open.store().write(unit -> 1));
            assertThat(stored).isEqualTo(1);
            assertThat(health.ok(Condition.RECORDS)).as("all calls are served").isTrue();

            Vault.createKeyFile(key);
            watch.look();
            assertThat(sentence(health)).contains("is not the one the records");

            Files.delete(key);
            Files.move(aside, key);
            watch.look();
            assertThat(health.ok(Condition.KEY)).isTrue();
        }
    }

    private static String sentence(Health health) {
        assertThat(health.ok(Condition.KEY)).isFalse();
        return health.reports().stream()
                .filter(report -> report.condition() == Condition.KEY)
                .map(Health.Report::sentence)
                .findFirst()
                .orElseThrow();
    }
}

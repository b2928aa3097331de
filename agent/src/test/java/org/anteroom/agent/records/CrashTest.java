package org.anteroom.agent.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process in the middle of writing: everything it was told is stored must be there afterwards. */
class CrashTest {
    @TempDir
    Path folder;

    @Test
    void keepsEverythingThatWasAnsweredAsStoredWhenTheProcessIsKilled() throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Endless.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long told = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("stored ")) {
                    told = Long.parseLong(line.substring(7));
                }
                if (told == 50) {
                    writer.toHandle().destroyForcibly();
                }
            }
        } finally {
            writer.toHandle().destroyForcibly();
            assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(told).isGreaterThanOrEqualTo(50);
        try (OpenStore open = new OpenStore(folder)) {
            long stored = open.store().read(handle -> handle.createQuery("select count(*) from audit")
                    .mapTo(Long.class)
                    .one());
            assertThat(stored).isGreaterThanOrEqualTo(told);
            assertThat(open.store().verifyAudit()).isEmpty();
        }
    }

    /** The process that is killed: says after each commit how many there were. */
    static final class Endless {
        private Endless() {}

        public static void main(String[] arguments) throws Exception {
            try (OpenStore open = new OpenStore(Path.of(arguments[0]))) {
                for (long i = 1; i <= 100_000; i++) {
                    OpenStore.await(open.store().write(unit -> {
                        unit.audit(new AuditEntry(Instant.EPOCH, "anteroom", "test.write", "x"));
                        return true;
                    }));
                    System.out.println("stored " + i);
                }
            }
        }
    }
}

package org.anteroom.agent.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreViewTest {
    private static final Instant WHEN = Instant.parse("2026-11-29T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void readsBesideTheProcessThatHoldsTheRecords() throws Exception {
        try (OpenStore open = new OpenStore(folder)) {
            audit(open, "alarm.test", "carried-1-of-2");
            audit(open, "alarm.test", "carried-2-of-2");
            audit(open, "oncall.test", "confirmed-1-of-1");
            StoreView view = StoreView.of(open.data()).orElseThrow();

            assertThat(view.lastAudit("alarm.test")).map(AuditEntry::subject).contains("carried-2-of-2");
            assertThat(view.lastAudit("")).map(AuditEntry::action).contains("oncall.test");
            assertThat(view.lastAudit("drill.run")).isEmpty();
            assertThat(view.verifyAudit(folder.resolve("records.key"))).isEmpty();
            assertThat(view.damage()).isEmpty();
            audit(open, "alarm.test", "carried-0-of-2");
            assertThat(view.lastAudit("alarm.test")).map(AuditEntry::subject).contains("carried-0-of-2");
        }
    }

    @Test
    void findsAChangedEntry() throws Exception {
        try (OpenStore open = new OpenStore(folder)) {
            audit(open, "alarm.test", "carried-1-of-2");
            OpenStore.await(open.store().write(unit -> unit.handle()
                    .execute("update audit set subject = 'carried-2-of-2' where number = 1")));

            assertThat(StoreView.of(open.data()).orElseThrow().verifyAudit(folder.resolve("records.key")))
                    .isPresent();
        }
    }

    @Test
    void makesNothingWhereThereIsNothing() {
        assertThat(StoreView.of(folder.resolve("none"))).isEmpty();
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private static void audit(OpenStore open, String action, String outcome) throws Exception {
        OpenStore.await(open.store().write(unit -> {
            unit.audit(new AuditEntry(WHEN, "uid:0", action, outcome));
            return true;
        }));
    }
}

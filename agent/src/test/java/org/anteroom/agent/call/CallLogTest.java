package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anteroom.agent.call.CallJournal.Entry;
import org.anteroom.agent.call.CallJournal.Kind;
import org.anteroom.agent.records.OpenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CallLogTest {
    private static final Instant BEGAN = Instant.parse("2026-11-21T23:00:00Z");

    @TempDir
    Path folder;

    @Test
    void addsPagesToACallAndReadsThemBackInOrder() throws Exception {
        try (OpenStore records = new OpenStore(folder)) {
            CallLog log = new CallLog(records.store(), records.vault(), Clock.systemUTC());
            OpenStore.await(log.write(page(Optional.empty(), new Entry(1, 0, Kind.CALL, "answered"))));
            OpenStore.await(log.write(
                    page(Optional.of(BEGAN.plusSeconds(9)), new Entry(2, 900, Kind.HEARD, "the blue kettle"))));

            CallLog.Whole whole = OpenStore.await(log.show("uid:0", 1)).orElseThrow();
            assertThat(whole.call().caller()).contains("2125550111");
            assertThat(whole.call().ended()).contains(BEGAN.plusSeconds(9));
            assertThat(whole.lines()).extracting(CallLog.Line::detail).containsExactly("answered", "the blue kettle");
        }
    }

    @Test
    void nothingACallerSaidOrTypedAndNoNumberIsInAnyFile() throws Exception {
        try (OpenStore records = new OpenStore(folder)) {
            CallLog log = new CallLog(records.store(), records.vault(), Clock.systemUTC());
            OpenStore.await(log.write(page(
                    Optional.of(BEGAN),
                    new Entry(1, 0, Kind.HEARD, "the blue kettle"),
                    new Entry(2, 0, Kind.EVIDENCE, "the green kettle"),
                    new Entry(3, 0, Kind.KEY, "5550188"))));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(content).doesNotContain("kettle", "5550188", "2125550111");
            }
        }
    }

    @Test
    void pagesThatTheDiskRefusedAreWrittenWhenItTakesThem() throws Exception {
        try (OpenStore records = new OpenStore(folder)) {
            CallLog log = new CallLog(records.store(), records.vault(), Clock.systemUTC());
            assertThat(log.later(page(Optional.of(BEGAN), new Entry(1, 0, Kind.DECISION, "ALARM key"))))
                    .isTrue();
            assertThat(OpenStore.await(log.list("uid:0", 10))).isEmpty();

            log.writeLate();
            log.writeLate();

            CallLog.Whole whole = OpenStore.await(log.show("uid:0", 1)).orElseThrow();
            assertThat(whole.lines()).extracting(CallLog.Line::detail).containsExactly("ALARM key");
        }
    }

    @Test
    void ofMorePagesThanMayWaitTheOldestAreLostAndThatIsSaid() {
        LatePages late = new LatePages();
        for (int i = 0; i < 256; i++) {
            assertThat(late.add(page(Optional.empty(), new Entry(i, 0, Kind.CALL, "answered"))))
                    .isTrue();
        }

        assertThat(late.add(page(Optional.empty(), new Entry(256, 0, Kind.CALL, "answered"))))
                .isFalse();
        assertThat(late.take()).hasSize(256).first().satisfies(page -> assertThat(
                        page.entries().get(0).number())
                .isEqualTo(1));
        assertThat(late.take()).isEmpty();
    }

    private static CallLog.Page page(Optional<Instant> ended, Entry... entries) {
        return new CallLog.Page(
                "20261121-230000-abc", BEGAN, Optional.of("2125550111"), ended, "goodbye", List.of(entries));
    }
}

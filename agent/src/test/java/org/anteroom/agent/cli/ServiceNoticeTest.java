package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceNoticeTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration NOTHING_MORE = Duration.ofMillis(50);

    @TempDir
    Path folder;

    private String name;
    private DatagramInbox manager;

    @BeforeEach
    void listen() throws IOException {
        name = folder.resolve("notify").toString();
        manager = DatagramInbox.at(name);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void tellsInTheWordsOfSdNotify() {
        ServiceNotice notice = ServiceNotice.of(Map.of("NOTIFY_SOCKET", name));

        notice.ready();
        notice.alive();
        notice.extend(Duration.ofSeconds(30));
        notice.stopping();

        assertThat(manager.next(SOON)).hasValue("READY=1");
        assertThat(manager.next(SOON)).hasValue("WATCHDOG=1");
        assertThat(manager.next(SOON)).hasValue("EXTEND_TIMEOUT_USEC=30000000");
        assertThat(manager.next(SOON)).hasValue("STOPPING=1");
    }

    @Test
    void tellsAReloadWithTheTimeOnTheMonotonicClock() throws IOException {
        long before = TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
        ServiceNotice.of(Map.of("NOTIFY_SOCKET", name)).reloading();

        String[] lines = manager.next(SOON).orElse("").split("\n");
        assertThat(lines[0]).isEqualTo("RELOADING=1");
        assertThat(Long.parseLong(lines[1].replace("MONOTONIC_USEC=", "")))
                .isBetween(before, TimeUnit.NANOSECONDS.toMicros(System.nanoTime()));
    }

    @Test
    void tellsAStatusOnlyWhenItHasChangedAndInOneLine() {
        ServiceNotice notice = ServiceNotice.of(Map.of("NOTIFY_SOCKET", name));

        notice.status("one call");
        notice.status("one call");
        notice.status("two\ncalls");

        assertThat(manager.next(SOON)).hasValue("STATUS=one call");
        assertThat(manager.next(SOON)).hasValue("STATUS=two calls");
        assertThat(manager.next(NOTHING_MORE)).isEmpty();
    }

    @Test
    void tellsThatItStopsOnce() {
        ServiceNotice notice = ServiceNotice.of(Map.of("NOTIFY_SOCKET", name));

        notice.stopping();
        notice.stopping();

        assertThat(manager.next(SOON)).hasValue("STOPPING=1");
        assertThat(manager.next(NOTHING_MORE)).isEmpty();
    }

    @Test
    void isSilentWithoutAManagerAndSurvivesOneThatHasGone() {
        ServiceNotice.of(Map.of()).ready();
        ServiceNotice.of(Map.of("NOTIFY_SOCKET", "no socket")).ready();
        ServiceNotice gone =
                ServiceNotice.of(Map.of("NOTIFY_SOCKET", folder.resolve("gone").toString()));

        gone.ready();
        gone.alive();

        assertThat(manager.next(NOTHING_MORE)).isEmpty();
    }

    @Test
    void knowsWithinWhichItIsToBeHeard() {
        String pid = Long.toString(ProcessHandle.current().pid());

        assertThat(watchdog(Map.of("WATCHDOG_USEC", "15000000", "WATCHDOG_PID", pid)))
                .hasValue(Duration.ofSeconds(15));
        assertThat(watchdog(Map.of("WATCHDOG_USEC", "15000000"))).hasValue(Duration.ofSeconds(15));
        assertThat(watchdog(Map.of("WATCHDOG_USEC", "15000000", "WATCHDOG_PID", "1")))
                .as("meant for another process")
                .isEmpty();
        assertThat(watchdog(Map.of("WATCHDOG_USEC", "soon"))).isEmpty();
        assertThat(watchdog(Map.of())).isEmpty();
    }

    private Optional<Duration> watchdog(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("NOTIFY_SOCKET", name);
        return ServiceNotice.of(environment).watchdog();
    }
}

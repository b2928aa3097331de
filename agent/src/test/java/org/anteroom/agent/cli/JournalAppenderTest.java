package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.anteroom.agent.watch.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalAppenderTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> otherwise = new ListAppender<>();
    private JournalAppender appender = new JournalAppender("", false);

    @AfterEach
    void stop() {
        appender.stop();
    }

    private String socket() {
        return folder.resolve("journal").toString();
    }

    private void start(boolean wanted) {
        appender = new JournalAppender(socket(), wanted);
        appender.setContext(context);
        otherwise.start();
        appender.addAppender(otherwise);
        appender.start();
    }

    private LoggingEvent event(Level level, String message) {
        return event(level, message, Map.of());
    }

    private LoggingEvent event(Level level, String message, Map<String, String> about) {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerContext(context);
        event.setLoggerName("org.anteroom.agent.call.X");
        event.setThreadName("call-1");
        event.setLevel(level);
        event.setMessage(message);
        event.setMDCPropertyMap(about);
        return event;
    }

    @Test
    void sendsTheFieldsOfAnEntry() throws IOException {
        try (DatagramInbox journal = DatagramInbox.at(socket())) {
            start(true);
            appender.doAppend(
                    event(Level.WARN, "The disk is full.", Map.of(LogContext.CALL, "20261129-101241-4f2a9c1")));

            assertThat(journal.next(SOON).orElseThrow().lines())
                    .containsExactly(
                            "MESSAGE=The disk is full.",
                            "PRIORITY=4",
                            "SYSLOG_IDENTIFIER=anteroom",
                            "LOGGER=org.anteroom.agent.call.X",
                            "THREAD=call-1",
                            "ANTEROOM_CALL=20261129-101241-4f2a9c1",
                            "ANTEROOM_VERSION=unpackaged");
        }
        assertThat(otherwise.list).isEmpty();
    }

    @Test
    void aLineFeedMakesNoFieldOfItsOwn() throws IOException {
        try (DatagramInbox journal = DatagramInbox.at(socket())) {
            start(true);
            appender.doAppend(event(Level.ERROR, "two\nPRIORITY=0"));

            assertThat(journal.next(SOON).orElseThrow())
                    .startsWith("MESSAGE\n\u000e\0\0\0\0\0\0\0two\nPRIORITY=0\nPRIORITY=3\n")
                    .doesNotContain("ANTEROOM_CALL");
        }
    }

    @Test
    void aLongMessageIsCutAndArrives() throws IOException {
        try (DatagramInbox journal = DatagramInbox.at(socket())) {
            start(true);
            appender.doAppend(event(Level.INFO, "\u00e4".repeat(100_000)));

            assertThat(journal.next(SOON).orElseThrow())
                    .startsWith("MESSAGE=\u00e4\u00e4")
                    .contains("\u00e4 ...\nPRIORITY=6\n");
        }
        assertThat(otherwise.list).isEmpty();
    }

    @Test
    void fallsBackWhileTheJournalIsAwayAndReturnsToIt() throws IOException {
        start(true);
        appender.doAppend(event(Level.INFO, "one"));
        assertThat(otherwise.list).hasSize(1);

        try (DatagramInbox journal = DatagramInbox.at(socket())) {
            appender.doAppend(event(Level.DEBUG, "two"));
            assertThat(journal.next(SOON).orElseThrow()).contains("MESSAGE=two\nPRIORITY=7\n");
        }
        assertThat(otherwise.list).hasSize(1);
    }

    @Test
    void writesAsBeforeWhereStandardErrorIsNoStreamOfTheJournal() throws IOException {
        try (DatagramInbox journal = DatagramInbox.at(socket())) {
            start(false);
            appender.doAppend(event(Level.INFO, "one"));

            assertThat(otherwise.list).hasSize(1);
            assertThat(journal.next(Duration.ofMillis(1))).isEmpty();
        }
    }

    @Test
    void knowsTheStreamByDeviceAndInode() throws IOException {
        Path file = Files.createFile(folder.resolve("stream"));
        String name = Files.getAttribute(file, "unix:dev") + ":" + Files.getAttribute(file, "unix:ino");

        assertThat(JournalAppender.isStream(name, file)).isTrue();
        assertThat(JournalAppender.isStream(name + "1", file)).isFalse();
        assertThat(JournalAppender.isStream("", file)).isFalse();
        assertThat(JournalAppender.isStream(name, folder.resolve("none"))).isFalse();
    }
}

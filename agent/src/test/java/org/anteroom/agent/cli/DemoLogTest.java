package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DemoLogTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger logger = (Logger) LoggerFactory.getLogger("org.anteroom.demo-log-test");
    private final ListAppender<ILoggingEvent> terminal = new ListAppender<>();

    @BeforeEach
    void watchTheTerminal() {
        logger.setLevel(Level.INFO);
        terminal.start();
        root.addAppender(terminal);
    }

    @AfterEach
    void leave() {
        root.detachAppender(terminal);
    }

    private static Path file(String sentence) {
        Matcher name = Pattern.compile("is in (.+)\\.$").matcher(sentence);
        assertThat(name.find()).isTrue();
        return Path.of(name.group(1));
    }

    @Test
    void keepsTheLogAwayFromTheTerminalAndSaysWhereItIs() throws IOException {
        Path file;
        try (DemoLog log = DemoLog.begin()) {
            logger.info("Registered.");
            file = file(log.keep());
        }
        try {
            assertThat(terminal.list).isEmpty();
            assertThat(Files.readString(file)).contains("INFO  Registered.");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void leavesNothingWhenNothingFailed() throws IOException {
        Path file;
        try (DemoLog log = DemoLog.begin()) {
            file = log.file();
            assertThat(file).exists();
        }

        assertThat(file).doesNotExist();
    }

    @Test
    void givesTheTerminalBack() throws IOException {
        DemoLog.begin().close();

        logger.info("Registered.");

        assertThat(terminal.list).hasSize(1);
    }
}

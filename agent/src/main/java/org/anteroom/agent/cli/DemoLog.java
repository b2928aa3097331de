package org.anteroom.agent.cli;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Sends the log to a file while the demo plays: between the lines of the transcript nobody could read either. The file is
 *  deleted with it, unless something failed and somebody must read why.
 */
final class DemoLog implements AutoCloseable {

    private static final String PATTERN =
            "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %replace(%msg){'[\\r\\n]+', ' '}%nopexception%n";

    private final Logger root;
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final FileAppender<ILoggingEvent> appender = new FileAppender<>();
    private final Path file;
    private boolean kept;

    private DemoLog(Logger root, Path file) {
        this.root = root;
        this.file = file;
    }

    /** Opens a file of its own in the system's temporary folder. */
    static DemoLog begin() throws IOException {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        DemoLog log =
                new DemoLog(context.getLogger(Logger.ROOT_LOGGER_NAME), Files.createTempFile("anteroom-demo-", ".log"));
        log.take(context);
        return log;
    }

    private void take(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        appender.start();
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        root.addAppender(appender);
    }

    Path file() {
        return file;
    }

    /** Leaves the file where it is.
     *
     *  @return the sentence that says where
     */
    String keep() {
        kept = true;
        return "What the agent logged is in " + file + ".";
    }

    /** The log goes where it went before. */
    @Override
    public void close() throws IOException {
        root.detachAppender(appender);
        others.forEach(root::addAppender);
        appender.stop();
        if (!kept) {
            Files.delete(file);
        }
    }
}

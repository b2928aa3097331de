package org.anteroom.agent.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.anteroom.agent.watch.LogContext;
import org.jspecify.annotations.Nullable;

/** Logs into the journal of systemd, with fields, where standard error goes there ({@code $JOURNAL_STREAM}, systemd.exec(5));
 *  elsewhere, and whenever the journal doesn't take it, to the appenders below it. Any thread. Like them it prints no
 *  exception's trace: traces of libraries can hold what callers said.
 *
 *  <p>Public, with a constructor of no arguments, because the log's configuration makes it.
 */
public final class JournalAppender extends UnsynchronizedAppenderBase<ILoggingEvent>
        implements AppenderAttachable<ILoggingEvent> {

    private static final String SOCKET = "/run/systemd/journal/socket";
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final AppenderAttachableImpl<ILoggingEvent> otherwise = new AppenderAttachableImpl<>();
    private final String socket;
    private final boolean wanted;
    private @Nullable UnixDatagram journal;

    /** Into the journal if that is where standard error goes. */
    public JournalAppender() {
        this(SOCKET, isStream(System.getenv().getOrDefault("JOURNAL_STREAM", ""), STANDARD_ERROR));
    }

    JournalAppender(String socket, boolean wanted) {
        this.socket = socket;
        this.wanted = wanted;
    }

    /** Whether a file is the one that {@code device:inode} names: the variable is inherited where the stream may not be. */
    static boolean isStream(String deviceAndInode, Path file) {
        try {
            return deviceAndInode.equals(
                    Files.getAttribute(file, "unix:dev") + ":" + Files.getAttribute(file, "unix:ino"));
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public void start() {
        if (wanted) {
            try {
                journal = UnixDatagram.to(socket);
            } catch (IOException e) {
                addWarn("The journal can't be written to, standard error takes its place", e);
            }
        }
        super.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        UnixDatagram open = journal;
        if (open == null || !sent(open, event)) {
            otherwise.appendLoopOnAppenders(event);
        }
    }

    private static boolean sent(UnixDatagram journal, ILoggingEvent event) {
        try {
            journal.send(entry(event).datagram());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static JournalEntry entry(ILoggingEvent event) {
        return new JournalEntry()
                .field("MESSAGE", event.getFormattedMessage())
                .field("PRIORITY", Integer.toString(priority(event.getLevel())))
                .field("SYSLOG_IDENTIFIER", "anteroom")
                .field("LOGGER", event.getLoggerName())
                .field("THREAD", event.getThreadName())
                .field("ANTEROOM_CALL", event.getMDCPropertyMap().getOrDefault(LogContext.CALL, ""))
                .field("ANTEROOM_VERSION", Anteroom.Version.number());
    }

    /** As syslog(3) has them. */
    private static int priority(Level level) {
        if (level.isGreaterOrEqual(Level.ERROR)) {
            return 3;
        }
        if (level.isGreaterOrEqual(Level.WARN)) {
            return 4;
        }
        return level.isGreaterOrEqual(Level.INFO) ? 6 : 7;
    }

    @Override
    public void stop() {
        super.stop();
        otherwise.detachAndStopAllAppenders();
        UnixDatagram open = journal;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void addAppender(Appender<ILoggingEvent> appender) {
        otherwise.addAppender(appender);
    }

    @Override
    public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
        return otherwise.iteratorForAppenders();
    }

    @Override
    public Appender<ILoggingEvent> getAppender(String name) {
        return Optional.ofNullable(otherwise.getAppender(name)).orElseThrow();
    }

    @Override
    public boolean isAttached(Appender<ILoggingEvent> appender) {
        return otherwise.isAttached(appender);
    }

    @Override
    public void detachAndStopAllAppenders() {
        otherwise.detachAndStopAllAppenders();
    }

    @Override
    public boolean detachAppender(Appender<ILoggingEvent> appender) {
        return otherwise.detachAppender(appender);
    }

    @Override
    public boolean detachAppender(String name) {
        return otherwise.detachAppender(name);
    }
}

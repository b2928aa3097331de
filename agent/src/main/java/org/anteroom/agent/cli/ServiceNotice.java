package org.anteroom.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the service manager how the service is, as sd_notify(3) does; where there is none, nothing. No sentence told holds
 *  PHI: {@code systemctl status} shows it to everybody. A notice that can't be sent is logged once and never keeps the service
 *  from its work. Any thread.
 */
final class ServiceNotice implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceNotice.class);
    /** Nobody is told anything. */
    static final ServiceNotice NONE = new ServiceNotice(Optional.empty(), Optional.empty());

    private final Optional<UnixDatagram> manager;
    private final Optional<Duration> watchdog;
    private String status = "";
    private boolean stopping;
    private boolean failed;

    private ServiceNotice(Optional<UnixDatagram> manager, Optional<Duration> watchdog) {
        this.manager = manager;
        this.watchdog = watchdog;
    }

    /** The manager that started this process.
     *
     *  @param environment NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID as it sets them
     */
    static ServiceNotice of(Map<String, String> environment) {
        String socket = environment.getOrDefault("NOTIFY_SOCKET", "");
        if (socket.isEmpty()) {
            return NONE;
        }
        try {
            return new ServiceNotice(Optional.of(UnixDatagram.to(socket)), watchdog(environment));
        } catch (IOException e) {
            LOG.warn("The service manager can't be told anything: {}", e.getMessage());
            return NONE;
        }
    }

    /** What is meant for another process, such as the shell that started us, is not for us. */
    private static Optional<Duration> watchdog(Map<String, String> environment) {
        String pid = environment.getOrDefault("WATCHDOG_PID", "");
        if (!pid.isEmpty() && !pid.equals(Long.toString(ProcessHandle.current().pid()))) {
            return Optional.empty();
        }
        try {
            long micros = Long.parseLong(environment.getOrDefault("WATCHDOG_USEC", "0"));
            return micros > 0 ? Optional.of(Duration.of(micros, ChronoUnit.MICROS)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A number of things in words. */
    static String count(int number, String one, String several) {
        return number == 0 ? "no " + several : number + " " + (number == 1 ? one : several);
    }

    /** Whether there is a service manager. */
    boolean heard() {
        return manager.isPresent();
    }

    /** Within which {@link #alive} is expected; empty where nobody expects it. */
    Optional<Duration> watchdog() {
        return watchdog;
    }

    /** Everything runs, whether or not the PBX answers; or the reload has ended. */
    void ready() {
        send("READY=1");
    }

    /** One sentence for {@code systemctl status}; sent when it has changed. */
    synchronized void status(String sentence) {
        if (!sentence.equals(status)) {
            status = sentence;
            send("STATUS=" + sentence.replace('\n', ' '));
        }
    }

    /** The configuration is being read again. {@link #ready} ends it. */
    void reloading() {
        // nanoTime is CLOCK_MONOTONIC here, the clock that is asked for.
        send("RELOADING=1\nMONOTONIC_USEC=" + TimeUnit.NANOSECONDS.toMicros(System.nanoTime()));
    }

    /** The service begins to end. */
    synchronized void stopping() {
        if (!stopping) {
            stopping = true;
            send("STOPPING=1");
        }
    }

    /** The health check has passed. */
    void alive() {
        send("WATCHDOG=1");
    }

    /** Starting or stopping takes this much longer from now on. */
    void extend(Duration longer) {
        send("EXTEND_TIMEOUT_USEC=" + TimeUnit.NANOSECONDS.toMicros(longer.toNanos()));
    }

    private synchronized void send(String text) {
        if (manager.isEmpty()) {
            return;
        }
        try {
            manager.get().send(text.getBytes(UTF_8));
            failed = false;
        } catch (IOException e) {
            if (!failed) {
                LOG.warn("The service manager could not be told {}: {}", text.split("=", 2)[0], e.getMessage());
            }
            failed = true;
        }
    }

    @Override
    public void close() {
        manager.ifPresent(UnixDatagram::close);
    }
}

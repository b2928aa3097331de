package org.anteroom.packaging;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** A program that the test starts and whose lines it waits for; closing ends it by its id. */
final class Peer implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Process process;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    private Peer(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "output-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a command; error output joins the output, and it reads nothing. */
    static Peer start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectInput(new File("/dev/null"));
        builder.environment().merge("PATH", ":/usr/sbin:/sbin", String::concat);
        return new Peer(builder.start());
    }

    /** Runs a command to its end and returns its output.
     *
     *  @throws IllegalStateException when it doesn't end with 0 in time
     */
    static String run(Duration within, List<String> command) throws IOException, InterruptedException {
        try (Peer peer = start(command)) {
            int exit = peer.exit(within);
            if (exit != 0) {
                throw new IllegalStateException(
                        String.join(" ", command) + " ended with " + exit + ":\n" + peer.output());
            }
            return peer.output();
        }
    }

    /** Its exit code, when it ends within the time. */
    int exit(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException(
                    "Process " + process.pid() + " still runs after " + within + ":\n" + output());
        }
        lock.lock();
        try {
            long left = GRACE.toNanos();
            while (!ended && left > 0) {
                left = written.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
        return process.exitValue();
    }

    /** Whether that many such lines were written, or are within the time. */
    boolean awaitLines(Predicate<String> like, long count, Duration within) throws InterruptedException {
        long left = within.toNanos();
        lock.lock();
        try {
            while (count(like) < count) {
                if (left <= 0 || ended) {
                    return false;
                }
                left = written.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    long count(Predicate<String> like) {
        lock.lock();
        try {
            return lines.stream().filter(like).count();
        } finally {
            lock.unlock();
        }
    }

    String output() {
        lock.lock();
        try {
            return String.join("\n", lines);
        } finally {
            lock.unlock();
        }
    }

    boolean running() {
        return process.isAlive();
    }

    /** The first process that it started itself. */
    long firstChild() {
        return process.children().findFirst().map(ProcessHandle::pid).orElse(-1L);
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                keep(line);
            }
        } catch (IOException e) {
            keep("output ended: " + e.getMessage());
        } finally {
            lock.lock();
            ended = true;
            written.signalAll();
            lock.unlock();
        }
    }

    private void keep(String line) {
        lock.lock();
        try {
            lines.add(line);
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
        below.forEach(ProcessHandle::destroyForcibly);
    }
}

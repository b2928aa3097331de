package org.anteroom.agent.interop;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** A program started by a test: its output is kept and can be waited for; closing ends it, and its children, by id. */
public final class ChildProcess implements AutoCloseable {

    private static final int MOST_LINES = 20_000;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Process process;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    private ChildProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "output-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the command in a folder; error output joins the output. */
    public static ChildProcess start(File folder, List<String> command) throws IOException {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin") + ":/usr/sbin:/sbin";
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder).redirectErrorStream(true);
        builder.environment().put("PATH", path);
        List<String> found = new ArrayList<>(command);
        for (String at : path.split(File.pathSeparator)) {
            File program = new File(at, command.get(0));
            if (command.get(0).indexOf('/') < 0 && program.canExecute()) {
                found.set(0, program.getPath());
                break;
            }
        }
        return new ChildProcess(builder.command(found).start());
    }

    /** Whether a line like that was written, or is within the time. */
    public boolean awaitLine(Predicate<String> like, Duration within) throws InterruptedException {
        return awaitLines(like, 1, within);
    }

    /** Whether that many such lines were written, or are within the time. */
    public boolean awaitLines(Predicate<String> like, int count, Duration within) throws InterruptedException {
        long left = within.toNanos();
        lock.lock();
        try {
            while (lines.stream().filter(like).count() < count) {
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

    /** How many such lines were written so far. */
    public int count(Predicate<String> like) {
        lock.lock();
        try {
            return (int) lines.stream().filter(like).count();
        } finally {
            lock.unlock();
        }
    }

    /** Its exit code, once it has ended by itself within the time. */
    public int awaitExit(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException(
                    "Process " + process.pid() + " still runs after " + within + ":\n" + output());
        }
        return process.exitValue();
    }

    public boolean running() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Everything it wrote so far. */
    public String output() {
        lock.lock();
        try {
            return String.join("\n", lines);
        } finally {
            lock.unlock();
        }
    }

    private void read() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))) {
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
            if (lines.size() < MOST_LINES) {
                lines.add(line);
            }
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks it to end, as a service manager does; {@link #close} insists. */
    public void terminate() {
        process.destroy();
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toNanos(), TimeUnit.NANOSECONDS)) {
                process.destroyForcibly().waitFor(GRACE.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        try {
            process.getInputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("The output of a test's program could not be closed.", e);
        }
    }
}

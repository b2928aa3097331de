package org.anteroom.agent.rehearsal;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/** Prints what happens while it happens, on a thread of its own so that nobody in a call waits for a terminal, and keeps
 *  it for the checks afterwards.
 */
final class Transcript implements AutoCloseable {

    private record Line(long nanos, long call, String column, String text) {}

    private static final Line END = new Line(0, 0, "", "");

    private final PrintWriter out;
    private final long begun = System.nanoTime();
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>(10_000);
    private final List<Happening> happenings = new CopyOnWriteArrayList<>();
    private final Thread printer;

    Transcript(PrintWriter out) {
        this.out = out;
        this.printer = new Thread(this::print, "transcript");
        printer.setDaemon(true);
        printer.start();
    }

    /** From the agent; any thread, returns at once. */
    void happened(Happening happening) {
        happenings.add(happening);
        lines.offer(new Line(happening.nanos(), happening.call(), happening.kind().column, happening.line()));
    }

    /** From the rehearsal itself: what a phone does. */
    void note(String who, String text) {
        lines.offer(new Line(System.nanoTime(), 0, who, text));
    }

    List<Happening> all(Predicate<Happening> which) {
        return happenings.stream().filter(which).toList();
    }

    /** What the agent said last in a call. */
    Optional<Happening> lastSaid(int call) {
        List<Happening> said = all(each -> each.call() == call && each.kind() == Happening.Kind.SAID);
        return said.isEmpty() ? Optional.empty() : Optional.of(said.get(said.size() - 1));
    }

    private void print() {
        try {
            for (Line line = lines.take(); !line.equals(END); line = lines.take()) {
                double seconds = (line.nanos - begun) / 1e9;
                String call = line.call == 0 ? "" : "call " + line.call;
                out.println(String.format(Locale.ROOT, "%7.2f s  %-7s %-9s %s", seconds, call, line.column, line.text));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Prints what is left. */
    @Override
    public void close() {
        if (!lines.offer(END)) {
            printer.interrupt();
        }
        Threads.join(printer);
    }
}

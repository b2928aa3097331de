package org.anteroom.agent.rehearsal;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Prints what happens while it happens, on a thread of its own so that nobody in a call waits for a terminal, and keeps
 *  it for the checks afterwards. Words are known only some time after they were spoken, so lines wait {@link #SETTLED_NANOS}
 *  for an earlier one.
 */
final class Transcript implements AutoCloseable {

    private record Line(long nanos, long order, int call, String who, String text) {}

    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final String ROW = "%9s  %-11s  %-6s  %s";
    /** Calls that run side by side are told apart by where their number stands. */
    private static final String LANE = "    ";

    private static final Line END = new Line(0, 0, 0, "", "");

    private final PrintWriter out;
    private final long begun = System.nanoTime();
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>(10_000);
    private final AtomicLong order = new AtomicLong();
    private final List<Happening> happenings = new CopyOnWriteArrayList<>();
    private final Thread printer;

    Transcript(PrintWriter out) {
        this.out = out;
        this.printer = new Thread(this::print, "transcript");
        out.println(String.format(Locale.ROOT, ROW, "time  ", "call", "who", "what"));
        printer.setDaemon(true);
        printer.start();
    }

    /** From the agent; any thread, returns at once. */
    void happened(Happening happening) {
        happenings.add(happening);
        add(happening.nanos(), happening.call(), "agent", happening.line());
    }

    /** From the rehearsal itself: what a phone does in a call; 0 when it is about none. */
    void note(int call, String who, String text) {
        add(System.nanoTime(), call, who, text);
    }

    private void add(long nanos, int call, String who, String text) {
        lines.offer(new Line(nanos, order.incrementAndGet(), call, who, text));
    }

    List<Happening> all(Predicate<Happening> which) {
        return happenings.stream().filter(which).toList();
    }

    /** What the agent said last in a call. */
    Optional<Happening> lastSaid(int call) {
        List<Happening> said = all(each -> each.call() == call && each.kind() == Happening.Kind.SAID);
        return said.isEmpty() ? Optional.empty() : Optional.of(said.get(said.size() - 1));
    }

    /** Whether the agent said that it stored that message in that call. */
    boolean stored(int call, long message) {
        return happenings.stream()
                .anyMatch(each -> each.call() == call
                        && each.kind() == Happening.Kind.STORED
                        && each.what().equals(String.valueOf(message)));
    }

    private void print() {
        Queue<Line> waiting =
                new PriorityQueue<>(Comparator.comparingLong(Line::nanos).thenComparingLong(Line::order));
        try {
            boolean more = true;
            while (more || !waiting.isEmpty()) {
                Line earliest = waiting.peek();
                long settles = earliest == null ? SETTLED_NANOS : earliest.nanos + SETTLED_NANOS - System.nanoTime();
                if (more && settles > 0) {
                    Line line = lines.poll(settles, TimeUnit.NANOSECONDS);
                    more = !END.equals(line);
                    if (line != null && more) {
                        waiting.add(line);
                    }
                } else if (earliest != null) {
                    waiting.remove();
                    print(earliest);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(Line line) {
        String time = String.format(Locale.ROOT, "%.2f s", (line.nanos - begun) / 1e9);
        String call = line.call == 0 ? "" : LANE.repeat(line.call - 1) + "[" + line.call + "]";
        out.println(String.format(Locale.ROOT, ROW, time, call, line.who, line.text));
        out.flush();
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

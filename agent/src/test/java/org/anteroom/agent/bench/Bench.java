package org.anteroom.agent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Measures the installed agent and prints the README's table.
 *
 *  <p>{@code -Dbench.minutes} of ordinary calls (10), then {@code -Dbench.emergencies} emergencies (20), then the labelled
 *  files of the folder that {@code ANTEROOM_CORPUS} names, where it does.
 */
public final class Bench {

    private static final Duration IDLE = Duration.ofSeconds(15);

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("anteroom-bench-");
        Table table = new Table();
        try {
            calls(folder, table);
        } finally {
            delete(folder);
        }
        String corpus = System.getenv("ANTEROOM_CORPUS");
        if (corpus != null) {
            Evaluations.run(Path.of(System.getProperty("anteroom.app")), Path.of(corpus), table);
        }
        System.out.println(table);
    }

    private static void calls(Path folder, Table table) throws Exception {
        MessageCalls messages = new MessageCalls();
        EmergencyCalls emergencies = new EmergencyCalls();
        double idle;
        double busy;
        double resident;
        long threads;
        try (Practice practice = new Practice(folder)) {
            new MessageCalls().one(practice.caller());
            idle = cpuPerSecond(practice.use());
            double before = practice.use().cpuSeconds();
            double talk = Double.parseDouble(System.getProperty("bench.minutes", "10")) * 60;
            while (messages.talkSeconds < talk) {
                messages.one(practice.caller());
            }
            busy = practice.use().cpuSeconds() - before;
            resident = practice.use().residentMb();
            threads = practice.use().threads();
            emergencies.hearGreeting(practice);
            int count = Integer.getInteger("bench.emergencies", 20);
            for (int i = 0; i < count; i++) {
                emergencies.one(practice, Duration.ofMillis(1_000 + 100L * i));
            }
        }
        double bare = BareDecoding.cpuSeconds(System.getProperty("anteroom.model"), messages.audio);
        double perSecond = busy / messages.talkSeconds;
        table.row(
                "decisive word ends → INVITE at the PBX, p50 / p95 (" + emergencies.calls + " calls, "
                        + emergencies.missed + " missed)",
                emergencies.inviteMs.text(0.5, "ms") + " / " + emergencies.inviteMs.text(0.95, "ms"),
                "p95 ≤ 500 ms");
        table.row(
                "that INVITE → our greeting is silent, p95",
                emergencies.silentMs.text(0.95, "ms") + " (" + emergencies.silentMs.count() + " calls)",
                "≤ 60 ms");
        table.row(
                "caller's speech ends → first audio of the answer, p50 / p95 (" + messages.answerMs.count() + " turns)",
                messages.answerMs.text(0.5, "ms") + " / " + messages.answerMs.text(0.95, "ms"),
                "≤ 700 / ≤ 1,000 ms");
        table.row(
                "outgoing RTP, deviation from 20 ms, p99 (one call)", messages.deviationMs.text(0.99, "ms"), "≤ 2 ms");
        table.row(
                "processor time of a call over bare decoding of its audio",
                String.format(
                        Locale.ROOT,
                        "%.2fx (%.1f s over %.1f s for %.0f s of calls; idle %.3f)",
                        busy / bare,
                        busy,
                        bare,
                        messages.talkSeconds,
                        idle),
                "≤ 1.25x");
        table.row(
                "conversations per core, by processor time",
                String.format(Locale.ROOT, "%.1f", 1 / perSecond),
                "reported");
        table.row(
                "resident memory and threads after " + Math.round(messages.talkSeconds / 60) + " minutes of calls",
                String.format(Locale.ROOT, "%.0f MB, %d threads", resident, threads),
                "reported");
    }

    private static double cpuPerSecond(ProcessUse use) throws InterruptedException {
        double before = use.cpuSeconds();
        TimeUnit.NANOSECONDS.sleep(IDLE.toNanos());
        return (use.cpuSeconds() - before) / IDLE.toSeconds();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

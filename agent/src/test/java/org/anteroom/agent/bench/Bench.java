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
 *  <p>{@code -Dbench.minutes} of ordinary calls (10), then {@code -Dbench.emergencies} spoken emergencies (20) and half as
 *  many by key while four others talk, then the labelled files of the folder that {@code ANTEROOM_CORPUS} names, where it does. With
 *  {@code -Dbench.soak} minutes it holds one call for so long instead, see {@link Soak}. The tables are also written to
 *  {@code bench.md} and {@code soak.md} in the folder that {@code anteroom.results} names.
 */
public final class Bench {

    /** Ten that talk, one alarm, and the one before that may still be ending. */
    private static final int CALLS_ON_THE_LADDER = 13;

    private static final Duration IDLE = Duration.ofSeconds(15);

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("anteroom-bench-");
        Path results = Path.of(System.getProperty("anteroom.results"));
        int soak = Integer.getInteger("bench.soak", 0);
        try {
            if (soak > 0) {
                new Soak(results.resolve("soak.md")).hold(folder, Duration.ofMinutes(soak));
            } else if (Boolean.getBoolean("bench.ladder")) {
                Table table = new Table();
                ladder(folder, table);
                System.out.println(table);
                Files.writeString(results.resolve("ladder.md"), table.toString());
            } else {
                Table table = new Table();
                calls(folder, table);
                ladder(folder, table);
                String corpus = System.getenv("ANTEROOM_CORPUS");
                if (corpus != null) {
                    Evaluations.run(Path.of(System.getProperty("anteroom.app")), Path.of(corpus), table);
                }
                System.out.println(table);
                Files.writeString(results.resolve("bench.md"), table.toString());
            }
        } finally {
            delete(folder);
        }
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
            emergencies.all(practice, Integer.getInteger("bench.emergencies", 20));
        }
        double bare = BareDecoding.cpuSeconds(System.getProperty("anteroom.model"), messages.audio);
        rows(emergencies, table);
        rows(messages, table);
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
                String.format(Locale.ROOT, "%.1f", messages.talkSeconds / busy),
                "reported");
        table.row(
                String.format(
                        Locale.ROOT,
                        "resident memory and threads after %.0f s in %d calls",
                        messages.talkSeconds,
                        messages.calls),
                String.format(Locale.ROOT, "%.0f MB, %d threads", resident, threads),
                "reported");
    }

    private static void ladder(Path folder, Table table) throws Exception {
        LadderCalls ladder = new LadderCalls();
        try (Practice practice = new Practice(Files.createDirectory(folder.resolve("ladder")), CALLS_ON_THE_LADDER)) {
            ladder.all(practice, Integer.getInteger("bench.alarms", 100));
        }
        table.row(
                "key `*` held for 100 ms → INVITE at the PBX, p50 / p99 (" + ladder.inviteMs.count() + " of "
                        + ladder.alarms + " alarms, 10 others in conversation)",
                ladder.inviteMs.text(0.5, "ms") + " / " + ladder.inviteMs.text(0.99, "ms"),
                "p99 ≤ 50 ms");
        table.row(
                "first packet of key 1 of the on-call phone, held for 100 ms → both hear each other, p50 / p95 ("
                        + ladder.joinedMs.count() + " joined)",
                ladder.joinedMs.medianAndP95(),
                "p95 ≤ 150 ms");
        table.row("the 10 other conversations meanwhile", ladder.others, "reported");
    }

    private static void rows(EmergencyCalls emergencies, Table table) {
        table.row(
                "end of the decisive word → INVITE at the PBX, p50 / p95 (" + emergencies.inviteMs.count() + " of "
                        + emergencies.spoken
                        + " emergencies spoken over the greeting, 2 voices, 4 others in conversation)",
                emergencies.inviteMs.medianAndP95(),
                "reported");
        for (DecidedBy by : DecidedBy.values()) {
            Figures figures = emergencies.inviteByMs.getOrDefault(by, new Figures());
            table.row("— decided by " + by + " (" + figures.count() + ")", figures.medianAndP95(), by.target());
        }
        table.row(
                "embedding and scoring a clause meanwhile, p50 / p99 (" + emergencies.judgedMs.count() + " clauses)",
                emergencies.judgedMs.text(0.5, "ms") + " / " + emergencies.judgedMs.text(0.99, "ms"),
                "p99 ≤ 30 ms");
        table.row("the 4 other conversations meanwhile", emergencies.others, "reported");
        table.row(
                "key `*` held for 100 ms → INVITE at the PBX, p50 / p95 (" + emergencies.keyInviteMs.count() + " of "
                        + emergencies.keyed + " keys)",
                emergencies.keyInviteMs.medianAndP95(),
                "reported");
        table.row(
                "key `*` held for 100 ms → our greeting has stopped, p50 / p95 (" + emergencies.keySilentMs.count()
                        + " keys)",
                emergencies.keySilentMs.medianAndP95(),
                "≤ 60 ms");
        table.row(
                "one decisive word: INVITE → our greeting has stopped, p50 / p95 (" + emergencies.wordSilentMs.count()
                        + " calls)",
                emergencies.wordSilentMs.medianAndP95(),
                "≤ 60 ms");
        table.row(
                "one decisive word: its end → our greeting has stopped, p50 / p95 ("
                        + emergencies.wordToSilenceMs.count() + " calls)",
                emergencies.wordToSilenceMs.medianAndP95(),
                "reported");
        table.row(
                "sentences: our greeting, stopped by barge-in, was silent before the INVITE for, p50 / p95 ("
                        + emergencies.silentBeforeMs.count() + " calls)",
                emergencies.silentBeforeMs.medianAndP95(),
                "reported");
    }

    private static void rows(MessageCalls messages, Table table) {
        Figures all = messages.all();
        table.row(
                "caller's speech ends → first audio of the answer, p50 / p95 (" + all.count() + " turns)",
                all.medianAndP95(),
                "≤ 700 / ≤ 1,000 ms");
        messages.answerMs.forEach((what, figures) -> table.row(
                "— asked for: " + what + " (" + figures.count() + " turns)", figures.medianAndP95(), "reported"));
        table.row(
                "outgoing RTP, deviation from 20 ms, p99 (one call at a time)",
                messages.deviationMs.text(0.99, "ms"),
                "≤ 2 ms");
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

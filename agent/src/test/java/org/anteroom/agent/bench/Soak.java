package org.anteroom.agent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.rehearsal.PacketSeen;
import org.anteroom.agent.rehearsal.PhoneCall;

/** Holds one call for as long as it is told, with talk going on, and prints once a minute what the agent's process and the
 *  packets look like. A call that ends before its time is placed again and counted.
 */
final class Soak {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Path result;
    private final List<String> lines = new ArrayList<>();
    private int calls;
    private int turns;
    private int unanswered;
    private int minute;
    private double cpuBefore;
    private long minuteBegan;

    /** @param result where the table is written, anew after every minute */
    Soak(Path result) {
        this.result = result;
    }

    void hold(Path folder, Duration time) throws Exception {
        try (Practice practice = new Practice(folder)) {
            begin(practice);
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                calls++;
                try (PhoneCall call = practice.caller().dial("600")) {
                    if (!call.awaitAnswered(ANSWER)) {
                        throw new IllegalStateException("The agent did not answer: " + call.ending());
                    }
                    talk(practice, call, end);
                }
            }
        }
    }

    private void begin(Practice practice) throws IOException {
        print("| minute | calls | turns | unanswered | RSS MB | heap MB | threads | CPU of a core | RTP deviation p99 |"
                + " RTP packets | lost | recognisers replaced |");
        print("|---|---|---|---|---|---|---|---|---|---|---|---|");
        cpuBefore = practice.use().cpuSeconds();
        minuteBegan = System.nanoTime();
    }

    private void talk(Practice practice, PhoneCall call, long end) throws Exception {
        SmallTalk talk = new SmallTalk();
        while (System.nanoTime() < end && call.ending().isEmpty()) {
            if (!talk.turn(call)) {
                unanswered++;
            }
            turns++;
            if (System.nanoTime() - minuteBegan >= MINUTE) {
                minute(practice, call.takePackets());
            }
        }
        minute(practice, call.takePackets());
    }

    private void minute(Practice practice, List<PacketSeen> packets) throws IOException, InterruptedException {
        ProcessUse use = practice.use();
        double cpu = use.cpuSeconds();
        long now = System.nanoTime();
        print(String.format(
                Locale.ROOT,
                "| %d | %d | %d | %d | %.0f | %.0f | %d | %.3f | %s | %d | %d | %d |",
                ++minute,
                calls,
                turns,
                unanswered,
                use.residentMb(),
                use.heapMb(),
                use.threads(),
                (cpu - cpuBefore) / ((now - minuteBegan) / 1e9),
                Packets.deviation(packets).text(0.99, "ms"),
                packets.stream().filter(PacketSeen::incoming).count(),
                Packets.lost(packets),
                practice.recognisersReplaced()));
        cpuBefore = cpu;
        minuteBegan = now;
        Files.write(result, lines);
        Files.writeString(
                result,
                "\nNative libraries: " + String.join(", ", use.natives()) + "\n",
                java.nio.file.StandardOpenOption.APPEND);
    }

    private void print(String line) {
        lines.add(line);
        System.out.println(line);
    }
}

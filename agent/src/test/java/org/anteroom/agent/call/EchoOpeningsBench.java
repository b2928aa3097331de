package org.anteroom.agent.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.anteroom.agent.dialogue.Prompts;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.media.CancelledLine.Which;
import org.anteroom.speech.Render;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints how many callers with an emergency are heard over the greeting, by the strength of its echo: a table of decision 001. */
@Tag("bench")
final class EchoOpeningsBench {
    private static final int SAMPLES_PER_MS = 8;
    private static final int STEP_MS = 200;
    private static final int LATEST_MS = 2_600;
    /** Recordings of nothing but an emergency. */
    static final List<String> EMERGENCIES = List.of(
            "emergency-word",
            "emergency-breathe",
            "emergency-seizure",
            "emergency-unconscious",
            "emergency-overdose",
            "emergency-chest",
            "emergency-shout",
            "emergency-call");

    private static final List<String> CALLERS =
            Stream.concat(EMERGENCIES.stream(), Stream.of("hours-chest-pain")).toList();

    /** What comes back of our own voice. */
    private enum Line {
        SILENT(sent -> new short[sent.length]),
        WEAK(sent -> EchoingLine.late(sent, -30)),
        MIDDLING(sent -> EchoingLine.late(sent, -20)),
        STRONG(sent -> EchoingLine.late(sent, -10)),
        ROOM(EchoCase.ROOM_600_MS::of);

        private final UnaryOperator<short[]> echo;

        Line(UnaryOperator<short[]> echo) {
            this.echo = echo;
        }
    }

    @Test
    void countCallersWhoAreHeard() throws Exception {
        System.out.println("| canceller | no echo | -30 dB | -20 dB | -10 dB | room of 0.6 s, -10 dB |");
        ExecutorService lines = Executors.newFixedThreadPool(2);
        try {
            for (Which canceller : Which.values()) {
                StringBuilder row = new StringBuilder("| " + canceller + " |");
                List<String> lost = new ArrayList<>();
                for (Line line : Line.values()) {
                    int before = lost.size();
                    int openings = count(canceller, line, lines, lost);
                    row.append(' ').append(openings - lost.size() + before).append(" |");
                }
                System.out.println(row);
                if (canceller == Which.OURS) {
                    System.out.println("lost by ours: " + lost);
                }
            }
        } finally {
            lines.shutdownNow();
        }
    }

    private static int count(Which canceller, Line line, ExecutorService lines, List<String> lost) throws Exception {
        Render greeting = greeting();
        Map<String, Future<Boolean>> openings = new LinkedHashMap<>();
        for (String caller : CALLERS) {
            short[] clip = CallerAudio.clip(caller).pcm();
            for (int atMs = 0; atMs <= LATEST_MS; atMs += STEP_MS) {
                int at = atMs;
                openings.put(
                        caller + " at " + at + " ms, " + line,
                        lines.submit(() -> heard(canceller, greeting, line, clip, at)));
            }
        }
        for (Map.Entry<String, Future<Boolean>> opening : openings.entrySet()) {
            if (!opening.getValue().get()) {
                lost.add(opening.getKey());
            }
        }
        return openings.size();
    }

    private static Render greeting() throws Exception {
        return new BuiltPrompts().get(Prompts.fixed().get(0));
    }

    private static boolean heard(Which canceller, Render ours, Line line, short[] caller, int atMs) throws Exception {
        short[] late = new short[atMs * SAMPLES_PER_MS + caller.length];
        System.arraycopy(caller, 0, late, atMs * SAMPLES_PER_MS, caller.length);
        return !EchoingLine.decisions(canceller, ours, line.echo, late).isEmpty();
    }
}

package org.anteroom.agent.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.speech.Render;

/** Our own sentences, their echoes and callers over them, as an echo watch sees them: window by window. */
final class EchoWatchSignals {
    static final int WINDOW_MS = 700;
    private static final int FRAME = 160;
    private static final int SAMPLES_PER_MS = 8;
    private static final int BEFORE_MS = 1_000;
    private static final int STEP_MS = 300;
    private static final List<String> CALLERS = List.of(
            "over-emergency",
            "over-danger",
            "over-nine-one-one",
            "emergency-call",
            "emergency-seizure",
            "hours-chest-pain",
            "message-wish");

    /** What is wanted of each window. */
    interface Look<T> {
        T at(EchoWatch watch, int fromMs, int toMs);
    }

    private EchoWatchSignals() {}

    /** Every window in which the echo of our own fixed sentences can be heard. */
    static <T> List<T> echoes(EchoCase kind, Look<T> look) throws Exception {
        List<T> seen = new ArrayList<>();
        for (Render render : renders()) {
            short[] out = padded(render.pcm(), BEFORE_MS, 800);
            short[] in = kind.of(out);
            walk(in, out, BEFORE_MS / 2, in.length / SAMPLES_PER_MS, look, seen);
        }
        return seen;
    }

    /** Every window in which a caller speaks while we do; without an echo when there is no case. */
    static <T> List<T> callers(Optional<EchoCase> kind, Look<T> look) throws Exception {
        List<T> seen = new ArrayList<>();
        for (String name : CALLERS) {
            short[] clip = spoken(CallerAudio.clip(name).pcm());
            for (Render render : renders().subList(0, 8)) {
                for (int atMs = 300; atMs < 1_500; atMs += 500) {
                    short[] out = padded(render.pcm(), BEFORE_MS, clip.length / SAMPLES_PER_MS);
                    short[] in = kind.map(one -> one.of(out)).orElse(new short[out.length]);
                    int start = (BEFORE_MS + atMs) * SAMPLES_PER_MS;
                    for (int i = 0; i < clip.length && start + i < in.length; i++) {
                        in[start + i] += clip[i];
                    }
                    int end = BEFORE_MS + Math.min(atMs + clip.length / SAMPLES_PER_MS, render.durationMs());
                    walk(in, out, BEFORE_MS + atMs, end, look, seen);
                }
            }
        }
        return seen;
    }

    private static <T> void walk(short[] in, short[] out, int fromMs, int toMs, Look<T> look, List<T> seen) {
        EchoWatch watch = new EchoWatch();
        int nextMs = fromMs + WINDOW_MS;
        for (int at = 0; at + FRAME <= in.length; at += FRAME) {
            watch.frame(Arrays.copyOfRange(in, at, at + FRAME), Arrays.copyOfRange(out, at, at + FRAME));
            int nowMs = (at + FRAME) / SAMPLES_PER_MS;
            if (nowMs >= nextMs && nextMs <= toMs) {
                if (watch.share((nextMs - WINDOW_MS) * 4L, nextMs * 4L) > 0) {
                    seen.add(look.at(watch, nextMs - WINDOW_MS, nextMs));
                }
                nextMs += STEP_MS;
            }
        }
    }

    private static List<Render> renders() throws Exception {
        return new BuiltPrompts().fixed(24);
    }

    /** Without the silence around it. */
    private static short[] spoken(short[] clip) {
        int from = 0;
        int to = clip.length;
        while (from < to && Math.abs(clip[from]) < 500) {
            from++;
        }
        while (to > from && Math.abs(clip[to - 1]) < 500) {
            to--;
        }
        return Arrays.copyOfRange(clip, from, to);
    }

    private static short[] padded(short[] sound, int beforeMs, int afterMs) {
        short[] padded = new short[sound.length + (beforeMs + afterMs) * SAMPLES_PER_MS];
        System.arraycopy(sound, 0, padded, beforeMs * SAMPLES_PER_MS, sound.length);
        return padded;
    }
}

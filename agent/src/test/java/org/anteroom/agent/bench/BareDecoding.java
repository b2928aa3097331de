package org.anteroom.agent.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/** The reference for processor time: the recogniser alone, fed the same audio in 20 ms chunks on this thread. */
final class BareDecoding {

    private static final int CHUNK = 320;

    private BareDecoding() {}

    /** Processor seconds for decoding these calls, after a warm-up with the first one. */
    static double cpuSeconds(String model, List<short[]> calls) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        LibVosk.setLogLevel(LogLevel.WARNINGS);
        try (Model loaded = new Model(model)) {
            decode(loaded, calls.get(0));
            long before = threads.getCurrentThreadCpuTime();
            for (short[] call : calls) {
                decode(loaded, call);
            }
            return (threads.getCurrentThreadCpuTime() - before) / 1e9;
        }
    }

    private static void decode(Model model, short[] call) throws IOException {
        short[] chunk = new short[CHUNK];
        try (Recognizer recogniser = new Recognizer(model, 16_000f)) {
            recogniser.setWords(true);
            recogniser.setPartialWords(true);
            for (int at = 0; at + CHUNK / 2 <= call.length; at += CHUNK / 2) {
                for (int i = 0; i < CHUNK; i++) {
                    int left = call[at + i / 2];
                    int right = at + i / 2 + 1 < call.length ? call[at + i / 2 + 1] : left;
                    chunk[i] = (short) (i % 2 == 0 ? left : (left + right) / 2);
                }
                if (!recogniser.acceptWaveForm(chunk, CHUNK)) {
                    recogniser.getPartialResult();
                }
            }
            recogniser.getFinalResult();
        }
    }
}

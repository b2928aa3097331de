package org.anteroom.agent.interop;

import java.io.IOException;
import java.nio.file.Path;
import org.anteroom.media.ToneDetector;
import org.anteroom.media.Wav;

/** Where a tone is in a telephone's recording. */
final class Tones {

    private static final int WINDOW = 1_600;
    private static final double AUDIBLE_RMS = 450;

    private Tones() {}

    /** How many seconds of the recording carry the tone. */
    static double seconds(Path recording, double hertz) throws IOException {
        short[] pcm = Wav.read(recording);
        ToneDetector detector = new ToneDetector(hertz);
        int windows = 0;
        for (int at = 0; at + WINDOW <= pcm.length; at += WINDOW) {
            if (detector.present(pcm, at, WINDOW, AUDIBLE_RMS)) {
                windows++;
            }
        }
        return windows * WINDOW / 8_000.0;
    }

    /** How many seconds of the recording carry any sound that isn't one of these tones. */
    static double speechSeconds(Path recording, double... tones) throws IOException {
        short[] pcm = Wav.read(recording);
        int windows = 0;
        for (int at = 0; at + WINDOW <= pcm.length; at += WINDOW) {
            boolean tone = false;
            for (double hertz : tones) {
                tone |= new ToneDetector(hertz).present(pcm, at, WINDOW, AUDIBLE_RMS);
            }
            if (!tone && rms(pcm, at) > AUDIBLE_RMS) {
                windows++;
            }
        }
        return windows * WINDOW / 8_000.0;
    }

    private static double rms(short[] pcm, int at) {
        double energy = 0;
        for (int i = at; i < at + WINDOW; i++) {
            energy += (double) pcm[i] * pcm[i];
        }
        return Math.sqrt(energy / WINDOW);
    }
}

package org.anteroom.agent.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.media.Wav;

/** What a telephone without ears says in a call: recordings, tones and pauses one after the other, as one WAV file. */
final class Timeline {

    private static final int RATE = 8_000;
    private short[] samples = new short[0];

    Timeline pause(Duration length) {
        samples = Arrays.copyOf(samples, samples.length + samples(length));
        return this;
    }

    /** One of the recorded callers. */
    Timeline say(String clip) throws IOException {
        short[] pcm = CallerAudio.clip(clip).pcm();
        int at = samples.length;
        samples = Arrays.copyOf(samples, at + pcm.length);
        System.arraycopy(pcm, 0, samples, at, pcm.length);
        return this;
    }

    Timeline tone(double hertz, Duration length) {
        int at = samples.length;
        samples = Arrays.copyOf(samples, at + samples(length));
        for (int i = at; i < samples.length; i++) {
            samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * hertz * (i - at) / RATE));
        }
        return this;
    }

    Path write(Path file) throws IOException {
        Wav.write(file, samples);
        return file;
    }

    private static int samples(Duration length) {
        return (int) (length.toMillis() * RATE / 1_000);
    }
}

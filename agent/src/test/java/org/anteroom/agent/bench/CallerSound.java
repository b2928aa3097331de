package org.anteroom.agent.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.Spoken;

/** What a caller said in one call and when, so that the same audio can be decoded again by the bare recogniser. */
final class CallerSound {

    private static final int SAMPLES_PER_MS = 8;

    private record Part(short[] pcm, long startedNanos) {}

    private final List<Part> parts = new ArrayList<>();
    private final long startedNanos = System.nanoTime();
    private long endedNanos = startedNanos;

    /** Says a clip and notes when. */
    Spoken say(PhoneCall call, CallerAudio.Clip clip) throws InterruptedException {
        Spoken spoken = call.say(clip);
        parts.add(new Part(clip.pcm(), spoken.startedNanos()));
        return spoken;
    }

    void ended() {
        endedNanos = System.nanoTime();
    }

    double seconds() {
        return (endedNanos - startedNanos) / 1e9;
    }

    /** The whole call as the agent heard it, silence between the clips, 8 kHz. */
    short[] audio() {
        short[] audio = new short[samples(endedNanos - startedNanos)];
        for (Part part : parts) {
            int at = Math.min(audio.length, samples(part.startedNanos - startedNanos));
            System.arraycopy(part.pcm, 0, audio, at, Math.min(part.pcm.length, audio.length - at));
        }
        return audio;
    }

    private static int samples(long nanos) {
        return (int) TimeUnit.NANOSECONDS.toMillis(nanos) * SAMPLES_PER_MS;
    }
}

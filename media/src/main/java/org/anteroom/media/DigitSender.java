package org.anteroom.media;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sends keys as RFC 4733 events, one after the other, in place of sound. Keys are queued on any thread, {@link #tick} runs on the clock.
 *
 * <pre>
 *  tick (20 ms)   1    2    3    4    5    6    7    8    9 10 11   12
 *  packet         M    u    u    u    u    E    E    E    -  -  -   next key
 *  duration      160  320  480  640  800  800  800  800   pause, sound goes on
 * </pre>
 *
 * <p>The end is sent three times, 20 ms apart, so that a burst of loss does not take all three.
 */
final class DigitSender {
    static final int SHORTEST_MS = 40;
    static final int LONGEST_MS = 8000;
    private static final String KEYS = "0123456789*#ABCD";
    private static final int ENDS = 3;
    private static final int PAUSE_TICKS = 3;

    /** What to send at a tick. */
    enum Act {
        /** Sound. */
        SOUND,
        /** The event as it stands. */
        EVENT
    }

    private record Waiting(int event, int samples) {}

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private @Nullable Waiting current;
    private int duration;
    private int endsSent;
    private int pause;
    private boolean first;
    private boolean end;

    /** @throws IllegalArgumentException when it is no key or the duration is not 40-8000 ms */
    void send(char key, int durationMs) {
        int event = KEYS.indexOf(key);
        if (event < 0) {
            throw new IllegalArgumentException("'" + key + "' is not a key of a phone: use 0-9 * # A-D");
        }
        if (durationMs < SHORTEST_MS || durationMs > LONGEST_MS) {
            throw new IllegalArgumentException(
                    "a key may be held for " + SHORTEST_MS + "-" + LONGEST_MS + " ms, not " + durationMs);
        }
        waiting.add(new Waiting(event, (durationMs + Pcm.FRAME_MS - 1) / Pcm.FRAME_MS * Pcm.FRAME));
    }

    /** Moves on by one frame. */
    Act tick() {
        Waiting key = current;
        if (key == null) {
            if (pause > 0) {
                pause--;
                return Act.SOUND;
            }
            key = waiting.poll();
            if (key == null) {
                return Act.SOUND;
            }
            current = key;
            duration = 0;
            endsSent = 0;
        }
        first = duration == 0;
        end = duration >= key.samples();
        if (!end) {
            duration += Pcm.FRAME;
        } else if (++endsSent == ENDS) {
            pause = PAUSE_TICKS;
        }
        return Act.EVENT;
    }

    /** To be called after an event was sent. @return whether it was the last packet of its key */
    boolean sent() {
        if (endsSent == ENDS) {
            current = null;
            endsSent = 0;
            return true;
        }
        return false;
    }

    /** Event code of the present key. */
    int event() {
        return current == null ? 0 : current.event();
    }

    /** Samples since the key began, this frame included. */
    int duration() {
        return duration;
    }

    /** Whether this is the key's first packet. */
    boolean first() {
        return first;
    }

    boolean end() {
        return end;
    }

    /** The waiting key as tones, for a peer without telephone-event; null when none waits. */
    @Nullable
    Sound nextAsTone() {
        Waiting key = waiting.poll();
        return key == null ? null : new DtmfTone(KEYS.charAt(key.event()), key.samples() / Pcm.SAMPLES_PER_MS);
    }
}

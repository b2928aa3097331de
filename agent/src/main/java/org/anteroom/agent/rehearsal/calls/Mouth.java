package org.anteroom.agent.rehearsal.calls;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.anteroom.agent.rehearsal.Spoken;
import org.anteroom.media.Sound;

/** A caller's end of the line for a whole call: the noise of the room all the time, and what they say when they say it. Read on the
 *  media clock, spoken to from any thread.
 */
final class Mouth implements Sound {
    private static final long FRAME_NANOS = 20_000_000;

    private final short[] room;
    private final Queue<Saying> waiting = new ConcurrentLinkedQueue<>();
    private int roomAt;

    /** What is being said; media clock only. */
    private static final class Saying {
        private final short[] pcm;
        private final CompletableFuture<Spoken> done = new CompletableFuture<>();
        private int at;
        private long began;

        Saying(short[] pcm) {
            this.pcm = pcm;
        }
    }

    /** @param room what is heard of the room, over and over, 8 kHz; empty for a quiet one */
    Mouth(short[] room) {
        this.room = room;
    }

    /** Says it after what is still to be said; completes when its last sample is on its way. */
    CompletableFuture<Spoken> say(short[] pcm) {
        Saying saying = new Saying(pcm);
        waiting.add(saying);
        return saying.done;
    }

    @Override
    public int read(short[] into, int offset, int length) {
        noise(into, offset, length);
        Saying saying = waiting.peek();
        if (saying == null) {
            return length;
        }
        long now = System.nanoTime();
        if (saying.at == 0) {
            saying.began = now;
        }
        int some = Math.min(length, saying.pcm.length - saying.at);
        for (int i = 0; i < some; i++) {
            int sum = into[offset + i] + saying.pcm[saying.at + i];
            into[offset + i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum));
        }
        saying.at += some;
        if (saying.at == saying.pcm.length) {
            waiting.poll();
            saying.done.complete(new Spoken(saying.began, now + FRAME_NANOS));
        }
        return length;
    }

    private void noise(short[] into, int offset, int length) {
        if (room.length == 0) {
            Arrays.fill(into, offset, offset + length, (short) 0);
            return;
        }
        for (int i = 0; i < length; i++) {
            into[offset + i] = room[roomAt];
            roomAt = (roomAt + 1) % room.length;
        }
    }
}

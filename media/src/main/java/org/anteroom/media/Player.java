package org.anteroom.media;

import java.util.Arrays;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Plays sounds to one stream: pulled by the media clock, stops within one frame.
 *
 * <p>Sounds follow each other without a gap, even within a frame. Until the port is connected they wait; while the other side has us on
 * hold they go on unheard, so that nobody waits for a sound that never ends. A sound that throws counts as stopped.
 */
public final class Player {
    private static final int FADE = 5 * Pcm.SAMPLES_PER_MS;
    private static final int MOST_EVENTS = 16;

    private final MediaCounters counters;
    private final Queue<Playback> queue = new ConcurrentLinkedQueue<>();
    private final ComfortTone tone = new ComfortTone();
    private final Playback[] told = new Playback[MOST_EVENTS];
    private final PlaybackListener.Event[] tellings = new PlaybackListener.Event[MOST_EVENTS];
    private int tellingCount;
    private long orders;
    private boolean abandoned;
    private @Nullable Playback current;
    private volatile @Nullable Playback newest;
    private volatile long stoppedBefore;
    private volatile boolean comfort;

    Player(MediaCounters counters) {
        this.counters = counters;
    }

    /**
     * Queues a sound behind what plays; on a closed port it is stopped at once. Any thread.
     *
     * @param sound played once, on the media clock
     * @param listener told on the media clock what becomes of it
     */
    public Playback play(Sound sound, PlaybackListener listener) {
        Objects.requireNonNull(sound, "sound");
        Objects.requireNonNull(listener, "listener");
        Playback playback;
        synchronized (queue) {
            playback = new Playback(sound, listener, ++orders);
            if (!abandoned) {
                newest = playback;
                queue.add(playback);
                return playback;
            }
        }
        playback.end();
        listener.playback(playback, PlaybackListener.Event.STOPPED, System.nanoTime());
        return playback;
    }

    /** Queues a sound that nobody waits for. Any thread. */
    public Playback play(Sound sound) {
        return play(sound, (playback, event, nanoTime) -> {});
    }

    /**
     * Stops what plays and forgets what is queued: what plays fades out within the first 5 ms of the next frame, then there is silence.
     * Sounds queued afterwards are played. Any thread.
     */
    public void stop() {
        synchronized (queue) {
            stoppedBefore = orders + 1;
        }
    }

    /** Whether anything plays or waits to be played. Any thread. */
    public boolean playing() {
        Playback last = newest;
        return last != null && !last.over() && last.order >= stoppedBefore;
    }

    /** Switches a quiet tone on or off that is heard while nothing else plays. Any thread. */
    public void comfortTone(boolean on) {
        comfort = on;
    }

    /** Fills a frame. @return whether sound was there to play; otherwise the frame is untouched. Media clock only. */
    boolean next(short[] frame) {
        int filled = fadeOutStopped(frame);
        boolean playing = filled > 0;
        while (filled < Pcm.FRAME) {
            Playback playback = upcoming();
            if (playback == null) {
                break;
            }
            playing = true;
            int given = readFrom(playback, frame, filled);
            if (given < 0) {
                begin(playback);
                finish(playback, PlaybackListener.Event.FINISHED);
            } else if (given == 0) {
                break;
            } else {
                begin(playback);
                filled += given;
            }
        }
        if (playing) {
            Arrays.fill(frame, filled, Pcm.FRAME, (short) 0);
        }
        return playing;
    }

    private void begin(Playback playback) {
        if (!playback.begun) {
            playback.begun = true;
            tell(playback, PlaybackListener.Event.STARTED);
        }
    }

    private int fadeOutStopped(short[] frame) {
        Playback playback = current;
        if (playback == null || playback.order >= stoppedBefore) {
            return 0;
        }
        int given = playback.begun ? Math.max(0, readFrom(playback, frame, 0)) : 0;
        int fade = Math.min(FADE, given);
        for (int i = 0; i < fade; i++) {
            frame[i] = (short) (frame[i] * (fade - i) / (fade + 1));
        }
        finish(playback, PlaybackListener.Event.STOPPED);
        return fade;
    }

    private @Nullable Playback upcoming() {
        while (current == null && tellingCount < MOST_EVENTS - 2) {
            Playback next = queue.poll();
            if (next == null) {
                return null;
            }
            current = next;
            if (next.order < stoppedBefore) {
                finish(next, PlaybackListener.Event.STOPPED);
            }
        }
        return current;
    }

    private int readFrom(Playback playback, short[] frame, int filled) {
        int wanted = Pcm.FRAME - filled;
        try {
            int given = playback.sound.read(frame, filled, wanted);
            if (given <= wanted) {
                return given;
            }
        } catch (RuntimeException e) {
            counters.listenerFailures.increment();
        }
        finish(playback, PlaybackListener.Event.STOPPED);
        return 0;
    }

    private void finish(Playback playback, PlaybackListener.Event event) {
        if (playback == current) {
            current = null;
            playback.end();
            tell(playback, event);
        }
    }

    private void tell(Playback playback, PlaybackListener.Event event) {
        told[tellingCount] = playback;
        tellings[tellingCount++] = event;
    }

    /** Fills a frame with the comfort tone when it is on. Media clock only. */
    boolean comfort(short[] frame) {
        if (!comfort) {
            tone.restart();
            return false;
        }
        tone.read(frame);
        return true;
    }

    /** The frame last filled has been sent: tells the listeners. Media clock only. */
    void sent(long nanoTime) {
        for (int i = 0; i < tellingCount; i++) {
            Playback playback = told[i];
            try {
                playback.listener.playback(playback, tellings[i], nanoTime);
            } catch (RuntimeException e) {
                counters.listenerFailures.increment();
            }
        }
        tellingCount = 0;
    }

    /** Stops everything for good and tells the listeners. Media clock only. */
    void abandon(long nanoTime) {
        synchronized (queue) {
            abandoned = true;
            stoppedBefore = orders + 1;
        }
        do {
            sent(nanoTime);
            Playback playback = current;
            if (playback != null) {
                finish(playback, PlaybackListener.Event.STOPPED);
            }
            upcoming();
        } while (tellingCount > 0);
    }
}

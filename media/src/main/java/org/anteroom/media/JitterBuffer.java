package org.anteroom.media;

import java.util.Arrays;

/**
 * Turns packets that come unevenly, late, twice, in the wrong order or not at all into one frame every 20 ms. Pure: time comes in as
 * samples of 1/8000 s; media clock only.
 *
 * <pre>
 *  sent       |--A--|--B--|--C--|--D--|--E--|
 *  arrives      A      B       D C          (E lost)
 *              |&lt;- delay -&gt;|  between the least and the most configured
 *  played                  |--A--|--B--|--C--|--D--|~~e~~|
 *                                                   made up
 * </pre>
 *
 * <p>The delay is measured from the fastest packet of the last seconds ({@link DelayEstimator}). It is moved towards its target where
 * that isn't heard: freely in silence, by frames of low energy left out or played again, and, when it is more than 40 ms off, by single
 * pitch periods ({@link TimeScaler}). When nothing at all is at hand the playing position waits instead of moving on, up to the most
 * delay: sound that was held up in the network is then played, not thrown away.
 */
final class JitterBuffer {
    private static final int HALF_FRAME = Pcm.FRAME / 2;
    private static final int NOTICEABLE = 40 * Pcm.SAMPLES_PER_MS;
    private static final int JUMP = Pcm.RATE;
    private static final int STRANGERS = 3;
    private static final int HOPELESS = 6;
    private static final int SCALING_PAUSE = 3;
    private static final double ALWAYS_CALM_RMS = 60;
    private static final double CALM_SHARE = 0.1;

    private final int most;
    private final DelayEstimator delays;
    private final Timeline timeline = new Timeline();
    private final Concealment concealment = new Concealment();
    private final TimeScaler scaler = new TimeScaler();
    private final short[] ahead = new short[TimeScaler.NEEDED];
    private boolean started;
    private boolean playing;
    private long latest;
    private long playhead;
    private long quietFrom = Long.MAX_VALUE;
    private int strangers;
    private int lateInARow;
    private int sinceScaling;
    private double voiceRms;
    private long late;
    private long concealedFrames;
    private long delay;

    /** Keeps the delay between these, in ms. */
    JitterBuffer(int leastMs, int mostMs) {
        most = mostMs * Pcm.SAMPLES_PER_MS;
        delays = new DelayEstimator(leastMs * Pcm.SAMPLES_PER_MS, most);
    }

    /** Takes a packet of sound. */
    void put(long arrival, int timestamp, boolean newStream, byte[] payload, int length, Codec codec) {
        long position = started ? latest + (timestamp - (int) latest) : timestamp & 0xFFFF_FFFFL;
        if (!started || newStream) {
            restart(arrival, position);
        } else if (Math.abs(delays.excess(arrival, position)) > JUMP) {
            if (++strangers < STRANGERS) {
                return;
            }
            restart(arrival, position);
        }
        strangers = 0;
        delays.learn(arrival, position);
        latest = Math.max(latest, position);
        if (playing && position + length <= playhead) {
            late++;
            if (++lateInARow >= HOPELESS) {
                delays.forget();
                restart(arrival, position);
            } else {
                return;
            }
        }
        lateInARow = 0;
        timeline.put(position, payload, length, codec, playing ? playhead : position - Pcm.RATE / 2);
    }

    /** The sender says it is silent from here on: what is missing is silence, not loss. */
    void quiet(int timestamp) {
        quietFrom = latest + (timestamp - (int) latest);
    }

    private void restart(long arrival, long position) {
        delays.restart(arrival, position);
        timeline.clear(position);
        started = true;
        playing = false;
        latest = position;
        quietFrom = Long.MAX_VALUE;
        lateInARow = 0;
    }

    /**
     * Fills one frame of 160 samples.
     *
     * @param now the tick's own time, not the time it really ran at
     * @return whether any of it did not come from the wire
     */
    boolean pull(long now, short[] out) {
        if (!started) {
            Arrays.fill(out, 0, Pcm.FRAME, (short) 0);
            return true;
        }
        if (!playing) {
            playing = true;
            playhead = now - delays.base() - delays.target();
            timeline.forgetBefore(playhead);
            lateInARow = 0;
        }
        sinceScaling++;
        if (concealment.silent() || (!concealment.active() && timeline.run(playhead, 1) == 0)) {
            settle(now);
        }
        boolean silentBefore = concealment.silent();
        boolean madeUp = !scaled(now, out) && fill(now, out);
        if (madeUp && !silentBefore) {
            concealedFrames++;
        }
        delay = now - playhead - delays.base() + Pcm.FRAME;
        return madeUp;
    }

    private long error(long now) {
        return now - playhead - delays.base() - delays.target();
    }

    /** In silence the position may go anywhere: puts it where the delay is right for the sound that follows, if any has come. */
    private void settle(long now) {
        int gap = timeline.gap(playhead);
        if (gap < 0) {
            return;
        }
        int wanted = Math.max(delays.target(), Math.min(most, delays.latestExcess()));
        long right = now - delays.base() - wanted;
        long first = playhead + gap;
        if (right > playhead || concealment.silent()) {
            moveTo(Math.min(right, first));
        }
    }

    private void moveTo(long position) {
        if (position > playhead) {
            timeline.forget(playhead, position - playhead);
        }
        playhead = position;
    }

    /** Plays one frame faster or slower when the delay is off and it can be done unheard. @return whether the frame is filled */
    private boolean scaled(long now, short[] out) {
        long error = error(now);
        if (Math.abs(error) < HALF_FRAME || concealment.active()) {
            return false;
        }
        int run = timeline.run(playhead, TimeScaler.NEEDED);
        if (run < Pcm.FRAME) {
            return false;
        }
        timeline.copy(playhead, ahead, 0, run);
        double rms = Pcm.rms(ahead, 0, Pcm.FRAME);
        int used = Pcm.FRAME;
        if (rms < ALWAYS_CALM_RMS || rms < CALM_SHARE * voiceRms) {
            used = scaleCalm((int) Math.max(-Pcm.FRAME, Math.min(error, run - Pcm.FRAME)), out);
        } else if (run == TimeScaler.NEEDED && Math.abs(error) > NOTICEABLE && sinceScaling > SCALING_PAUSE) {
            boolean force = now - playhead - delays.base() > most + NOTICEABLE;
            used = error > 0 ? scaler.shorten(ahead, out, force) : scaler.lengthen(ahead, out, false);
        } else {
            return false;
        }
        sinceScaling = 0;
        play(out, 0, Pcm.FRAME);
        timeline.forget(playhead, used);
        playhead += used;
        return true;
    }

    private int scaleCalm(int leftOut, short[] out) {
        System.arraycopy(ahead, 0, out, 0, Pcm.FRAME);
        if (leftOut > 0) {
            Pcm.crossfade(out, 0, ahead, leftOut, HALF_FRAME);
            System.arraycopy(ahead, leftOut + HALF_FRAME, out, HALF_FRAME, HALF_FRAME);
        }
        return Pcm.FRAME + leftOut;
    }

    private boolean fill(long now, short[] out) {
        boolean madeUp = false;
        int filled = 0;
        while (filled < Pcm.FRAME) {
            int wanted = Pcm.FRAME - filled;
            int run = timeline.run(playhead, wanted);
            if (run > 0) {
                timeline.copy(playhead, out, filled, run);
                play(out, filled, run);
                moveTo(playhead + run);
                filled += run;
                continue;
            }
            int gap = timeline.gap(playhead);
            if (gap > 0 && concealment.active() && error(now) >= gap) {
                moveTo(playhead + gap);
                continue;
            }
            int missing = gap < 0 ? wanted : Math.min(gap, wanted);
            if (playhead >= quietFrom) {
                concealment.mute();
            }
            concealment.conceal(out, filled, missing);
            madeUp = true;
            filled += missing;
            if (gap >= 0 || now - playhead - delays.base() >= most) {
                moveTo(playhead + missing);
            }
        }
        return madeUp;
    }

    private void play(short[] out, int offset, int length) {
        concealment.heard(out, offset, length);
        if (playhead > quietFrom) {
            quietFrom = Long.MAX_VALUE;
        }
        double rms = Pcm.rms(out, offset, length);
        voiceRms = rms > voiceRms ? rms : voiceRms + (rms - voiceRms) * 0.005;
    }

    /** Packets that came after their time. */
    long late() {
        return late;
    }

    /** Frames of which a part was made up; silence after a gap has faded out is not counted. */
    long concealedFrames() {
        return concealedFrames;
    }

    /** Delay of the frame last pulled: how long its first sample waited had it come by the fastest packet, in samples. */
    long delay() {
        return Math.max(0, delay);
    }
}

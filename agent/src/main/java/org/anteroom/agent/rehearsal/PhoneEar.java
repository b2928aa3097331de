package org.anteroom.agent.rehearsal;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.anteroom.media.FrameTap;
import org.anteroom.media.ToneDetector;

/** What a phone hears: keeps it, and lets a script wait for speech, for quiet after speech, or for a tone, at most until
 *  the call is over. Frames come on the phone's media clock, waiting is done on the script's thread.
 */
final class PhoneEar implements FrameTap {

    private static final int FRAME = 160;
    private static final int FRAME_MS = 20;
    private static final int LONGEST = 8_000 * 600;
    private static final int TONE_WINDOW = 1_600;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();
    private short[] samples = new short[8_000 * 20];
    private int length;
    private int quietSamples;
    private int loudFrames;
    private int loudFramesAtMark;
    private boolean over;

    @Override
    public void frame(short[] pcm, long sampleOffset, boolean concealed) {
        double energy = 0;
        for (short sample : pcm) {
            energy += (double) sample * sample;
        }
        boolean loud = Math.sqrt(energy / pcm.length) >= PacketSeen.SPEECH_RMS;
        lock.lock();
        try {
            if (length + pcm.length <= LONGEST) {
                if (length + pcm.length > samples.length) {
                    samples = Arrays.copyOf(samples, samples.length * 2);
                }
                System.arraycopy(pcm, 0, samples, length, pcm.length);
                length += pcm.length;
            }
            quietSamples = loud ? 0 : quietSamples + pcm.length;
            loudFrames += loud ? 1 : 0;
            heard.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** From here on only what is heard later counts as the far end's next words. */
    void mark() {
        lock.lock();
        try {
            loudFramesAtMark = loudFrames;
        } finally {
            lock.unlock();
        }
    }

    /** The call is over: nobody waits for what can't come any more. */
    void end() {
        lock.lock();
        try {
            over = true;
            heard.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the far end spoke since the mark, within the time. */
    boolean awaitSpeech(Duration within) throws InterruptedException {
        return await(this::spoken, within);
    }

    /** Whether the far end spoke since the mark and was then quiet for so long, within the time. */
    boolean awaitTurn(Duration quiet, Duration within) throws InterruptedException {
        int samplesQuiet = (int) (quiet.toMillis() / FRAME_MS) * FRAME;
        return await(() -> spoken() && quietSamples >= samplesQuiet, within);
    }

    /** Whether a tone of that pitch is heard for a fifth of a second, within the time. */
    boolean awaitTone(double hertz, Duration within) throws InterruptedException {
        ToneDetector detector = new ToneDetector(hertz);
        int from = length();
        return await(
                () -> length - from >= TONE_WINDOW
                        && detector.present(samples, length - TONE_WINDOW, TONE_WINDOW, PacketSeen.SPEECH_RMS),
                within);
    }

    private boolean spoken() {
        return loudFrames - loudFramesAtMark >= 5;
    }

    private boolean await(BooleanSupplier condition, Duration within) throws InterruptedException {
        long left = within.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (left <= 0 || over) {
                    return false;
                }
                left = heard.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    int length() {
        lock.lock();
        try {
            return length;
        } finally {
            lock.unlock();
        }
    }

    /** What was heard from that sample on; empty when nothing was. */
    short[] from(int sample) {
        lock.lock();
        try {
            return Arrays.copyOfRange(samples, Math.min(sample, length), length);
        } finally {
            lock.unlock();
        }
    }

    /** Everything heard since the call was connected, 8 kHz; at most ten minutes. */
    short[] all() {
        lock.lock();
        try {
            return Arrays.copyOf(samples, length);
        } finally {
            lock.unlock();
        }
    }
}

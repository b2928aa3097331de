package org.anteroom.speech;

import com.sun.jna.Pointer;

/**
 * Tells speech from background, 20 ms at a time, by WebRTC's detector (libfvad, mode 2) and by level above an adaptive
 * noise floor.
 *
 * <p>The two fail differently: the detector hears no whisper and takes loud noise for speech, the level hears whispers
 * and slamming doors. Either is enough to feed the recogniser, because what isn't fed can't raise an alarm. One thread.
 */
final class VoiceActivity implements AutoCloseable {
    private static final int MODE = 2;
    /** Above the floor by this much is fed. */
    private static final double FEED_DB = 5;
    /** A frame this much above the floor counts as speech even when the detector hears none (a loud whisper). */
    private static final double LOUD_DB = 9;
    /** So does a tenth of a second that is this much above it on average (a whisper). */
    private static final double WHISPER_DB = 6;
    /** What the detector takes for speech must stand out by this much; otherwise it is steady noise. */
    private static final double VOICED_DB = 3;

    private static final double SMOOTHING = 0.25;

    private final Pointer detector;
    private final NoiseFloor noise = new NoiseFloor();
    private double smoothedAbove;
    private boolean closed;

    VoiceActivity() {
        detector = Fvad.open();
        Fvad.fvad_set_sample_rate(detector, 8_000);
        Fvad.fvad_set_mode(detector, MODE);
    }

    /** Takes the next frame: 160 samples at 8 kHz. */
    Activity step(short[] frame8k) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        double level = Pcm.level(frame8k, 0, Frames.SAMPLES_8K);
        double floorDb = noise.step(level);
        double above = level - floorDb;
        boolean voiced = Fvad.fvad_process(detector, frame8k, Frames.SAMPLES_8K) == 1;
        smoothedAbove += SMOOTHING * (above - smoothedAbove);
        boolean speech = above >= LOUD_DB || smoothedAbove >= WHISPER_DB || (above >= VOICED_DB && voiced);
        return new Activity(speech || above >= FEED_DB, speech, floorDb);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Fvad.fvad_free(detector);
        }
    }
}

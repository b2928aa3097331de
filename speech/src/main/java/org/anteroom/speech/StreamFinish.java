package org.anteroom.speech;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is done to a sentence while it is still being synthesised: silence before it is left out, silence inside it is
 * kept back until sound follows (so silence after it is left out too), the level is raised by a fixed gain, and a blast
 * ends it. One sentence, one thread.
 */
final class StreamFinish {
    /** The voice's own active level is 2.5 dB below the one wanted, within 1 dB for every sentence. */
    private static final double GAIN = Math.pow(10, 2.5 / 20);

    private static final int STEP = Frames.SAMPLES_8K;
    private static final int LONGEST_SILENCE = 8 * 900;

    private final short[] step = new short[STEP];
    private final ByteArrayOutputStream keptBack = new ByteArrayOutputStream();
    private int inStep;
    private boolean begun;

    /** The pieces to play for the next samples as they come from the synthesiser, at 8 kHz. */
    short[] process(short[] raw) throws RenderRejected {
        int most = raw.length + STEP + keptBack.size() / 2;
        short[] out = new short[most];
        int made = 0;
        for (short sample : raw) {
            step[inStep++] = sample;
            if (inStep == STEP) {
                inStep = 0;
                made = step(out, made);
            }
        }
        return Arrays.copyOf(out, made);
    }

    private int step(short[] out, int made) throws RenderRejected {
        Optional<String> fault = RenderCheck.raw(step);
        if (fault.isPresent()) {
            throw new RenderRejected(fault.get());
        }
        if (Loudness.isQuiet(step, 0, STEP)) {
            keepBack();
            return made;
        }
        short[] pause = released();
        System.arraycopy(pause, 0, out, made, pause.length);
        System.arraycopy(Loudness.amplified(step, GAIN), 0, out, made + pause.length, STEP);
        begun = true;
        return made + pause.length + STEP;
    }

    private void keepBack() {
        if (!begun) {
            keptBack.reset();
        }
        ByteBuffer bytes = ByteBuffer.allocate(2 * STEP).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(step);
        keptBack.writeBytes(bytes.array());
    }

    private short[] released() throws RenderRejected {
        short[] pause = new short[keptBack.size() / 2];
        if (pause.length > LONGEST_SILENCE) {
            throw new RenderRejected("it has a hole of " + pause.length / 8 + " ms");
        }
        ByteBuffer.wrap(keptBack.toByteArray())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(pause);
        keptBack.reset();
        return Loudness.amplified(pause, GAIN);
    }

    /** Whether there was any sound. */
    boolean begun() {
        return begun;
    }
}

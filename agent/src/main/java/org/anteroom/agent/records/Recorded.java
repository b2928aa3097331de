package org.anteroom.agent.records;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Part of a recording.
 *
 * @param pcm 16-bit samples as they were written
 * @param finished false when the recording was cut off, by a power cut for example, and its end was met while reading
 */
@SuppressWarnings("ArrayRecordComponent")
public record Recorded(short[] pcm, boolean finished) {

    /** Reads from a stream of samples; of one that was cut off, what comes before the cut. */
    static Recorded read(InputStream in, long from, int most, boolean finished) throws IOException {
        short[] pcm = new short[Math.min(most, 1 << 16)];
        int length = 0;
        long position = 0;
        try {
            while (length < most) {
                int low = in.read();
                int high = low < 0 ? -1 : in.read();
                if (high < 0) {
                    break;
                }
                if (position++ >= from) {
                    if (length == pcm.length) {
                        pcm = Arrays.copyOf(pcm, Math.min(most, length * 2));
                    }
                    pcm[length++] = (short) (high << 8 | low);
                }
            }
        } catch (IOException cut) {
            if (finished || position == 0) {
                throw cut;
            }
        }
        return new Recorded(Arrays.copyOf(pcm, length), finished);
    }
}

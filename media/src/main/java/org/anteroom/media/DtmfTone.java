package org.anteroom.media;

/** A key as two tones (ITU-T Q.23), for peers that have not agreed on telephone-event; also what a phone on an old line sends. */
public final class DtmfTone implements Sound {
    private static final String KEYS = "123A456B789C*0#D";
    private static final double[] ROWS = {697, 770, 852, 941};
    private static final double[] COLUMNS = {1209, 1336, 1477, 1633};
    private static final double AMPLITUDE = 6000;
    private static final int EDGE = 5 * Pcm.SAMPLES_PER_MS;

    private final double rowStep;
    private final double columnStep;
    private final int length;
    private int position;

    /**
     * The tones of a key.
     *
     * @param key one of {@code 0-9 * # A-D}
     * @param durationMs how long, in ms
     */
    public DtmfTone(char key, int durationMs) {
        int index = KEYS.indexOf(key);
        if (index < 0) {
            throw new IllegalArgumentException("'" + key + "' is not a key of a phone: use 0-9 * # A-D");
        }
        rowStep = 2 * Math.PI * ROWS[index / 4] / Pcm.RATE;
        columnStep = 2 * Math.PI * COLUMNS[index % 4] / Pcm.RATE;
        length = durationMs * Pcm.SAMPLES_PER_MS;
    }

    @Override
    public int read(short[] into, int offset, int wanted) {
        int given = Math.min(wanted, length - position);
        if (given == 0) {
            return -1;
        }
        for (int i = 0; i < given; i++, position++) {
            double edge = Math.min(1, Math.min(position + 1, length - position) / (double) EDGE);
            into[offset + i] =
                    Pcm.clip(edge * AMPLITUDE * (Math.sin(rowStep * position) + Math.sin(columnStep * position)));
        }
        return given;
    }
}

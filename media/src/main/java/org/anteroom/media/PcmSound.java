package org.anteroom.media;

/** Samples in memory, read once from front to end. */
final class PcmSound implements Sound {
    private final short[] pcm;
    private int position;

    PcmSound(short[] pcm) {
        this.pcm = pcm;
    }

    @Override
    public int read(short[] into, int offset, int length) {
        int left = pcm.length - position;
        if (left == 0) {
            return -1;
        }
        int given = Math.min(left, length);
        System.arraycopy(pcm, position, into, offset, given);
        position += given;
        return given;
    }
}

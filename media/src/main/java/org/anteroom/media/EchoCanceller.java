package org.anteroom.media;

/** Removes from what comes in the echo of what we sent. One per stream; created and closed off the media threads, used on the clock. */
interface EchoCanceller extends AutoCloseable {
    /**
     * Cancels one frame.
     *
     * @param near 160 samples that came in
     * @param far 160 samples that were sent in the same tick
     * @param out 160 samples without the echo
     */
    void cancel(short[] near, short[] far, short[] out);

    @Override
    void close();
}

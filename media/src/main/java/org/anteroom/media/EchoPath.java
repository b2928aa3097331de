package org.anteroom.media;

/**
 * Runs the canceller while we play, and for a second after, which is longer than any echo it can follow; the rest of the time the incoming
 * sound is left alone, and nothing is spent. A canceller that throws is given up for the rest of the stream. Media clock only.
 */
final class EchoPath {
    private static final int RUN_ON = 50;

    private final EchoCanceller canceller;
    private final MediaCounters counters;
    private int quietFrames = RUN_ON;
    private boolean broken;

    EchoPath(EchoCanceller canceller, MediaCounters counters) {
        this.canceller = canceller;
        this.counters = counters;
    }

    /**
     * Cancels one frame.
     *
     * @param played whether {@code far} holds sound of ours; it must be silent otherwise
     */
    void cancel(short[] near, short[] far, boolean played, short[] out) {
        quietFrames = played ? 0 : Math.min(quietFrames + 1, RUN_ON);
        if (!broken && quietFrames < RUN_ON) {
            try {
                canceller.cancel(near, far, out);
                return;
            } catch (RuntimeException | LinkageError e) {
                broken = true;
                counters.echoCancellerFailures.increment();
            }
        }
        System.arraycopy(near, 0, out, 0, Pcm.FRAME);
    }

    void close() {
        canceller.close();
    }
}

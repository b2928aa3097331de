package org.anteroom.media;

import java.util.Arrays;

/** What a call hears of a line, without packets and without waiting: the echo canceller that runs in a stream, frame by frame. */
public final class CancelledLine {
    /** What cancels. */
    public enum Which {
        NONE,
        SPEEXDSP,
        /** What a machine without libspeexdsp has. */
        LINE,
        /** What this machine has. */
        OURS;

        private EchoCancellers cancellers() {
            return switch (this) {
                case NONE -> EchoCancellers.none();
                case SPEEXDSP -> EchoCancellers.speexdsp();
                case LINE -> EchoCancellers.line();
                case OURS -> EchoCancellers.load();
            };
        }
    }

    private CancelledLine() {}

    /**
     * What is left of what came in.
     *
     * @param which the canceller
     * @param near what came in
     * @param far what we sent meanwhile
     * @param played how much of that was ours to say; the rest is silence
     */
    public static short[] of(Which which, short[] near, short[] far, int played) {
        EchoCanceller canceller = which.cancellers().create();
        if (canceller == null) {
            return near.clone();
        }
        EchoPath path = new EchoPath(canceller, new MediaCounters());
        short[] out = new short[near.length];
        short[] frame = new short[Pcm.FRAME];
        for (int at = 0; at + Pcm.FRAME <= near.length; at += Pcm.FRAME) {
            path.cancel(
                    Arrays.copyOfRange(near, at, at + Pcm.FRAME),
                    Arrays.copyOfRange(far, at, at + Pcm.FRAME),
                    at < played,
                    frame);
            System.arraycopy(frame, 0, out, at, Pcm.FRAME);
        }
        path.close();
        return out;
    }

    /** What mu-law makes of it. */
    public static short[] coded(short[] pcm) {
        short[] coded = new short[pcm.length];
        for (int i = 0; i < pcm.length; i++) {
            coded[i] = G711.decode(Codec.PCMU, G711.encode(Codec.PCMU, pcm[i]));
        }
        return coded;
    }
}

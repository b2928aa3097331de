package org.anteroom.speech;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that is synthesised while it plays, 8 kHz mono. One reader (the media clock); {@link #close} from any
 * thread, after which reads return -1 while the synthesiser finishes by itself.
 */
public final class SpokenSound implements AutoCloseable {
    private final ConcurrentLinkedQueue<short[]> pieces = new ConcurrentLinkedQueue<>();
    private volatile boolean complete;
    private volatile @Nullable String fault;
    private volatile boolean closed;
    private short @Nullable [] piece;
    private int at;

    SpokenSound() {}

    /** Copies up to length samples; 0 = not there yet, -1 = over (also after a failure). Never blocks. */
    public int read(short[] into, int offset, int length) {
        if (closed) {
            return -1;
        }
        int copied = 0;
        while (copied < length) {
            boolean last = complete;
            if (piece == null) {
                piece = pieces.poll();
                at = 0;
            }
            if (piece == null) {
                return copied == 0 && last ? -1 : copied;
            }
            int some = Math.min(length - copied, piece.length - at);
            System.arraycopy(piece, at, into, offset + copied, some);
            copied += some;
            at += some;
            if (at == piece.length) {
                piece = null;
            }
        }
        return copied;
    }

    /**
     * Why the sentence was cut short, if it was: synthesis failed, or produced audio that must not be played. Names what was
     * measured, never what is said.
     */
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }

    void add(short[] pcm) {
        if (pcm.length > 0 && !closed) {
            pieces.add(pcm);
        }
    }

    void complete() {
        complete = true;
    }

    void fail(String why) {
        fault = why;
        complete = true;
    }
}

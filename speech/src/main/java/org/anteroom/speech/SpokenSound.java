package org.anteroom.speech;

/**
 * A sentence that is synthesised while it plays, 8 kHz mono. One reader (the media clock); {@link #close} from any
 * thread, after which reads return -1 while the synthesiser finishes by itself.
 */
public final class SpokenSound implements AutoCloseable {
    SpokenSound() {}

    /** Copies up to length samples; 0 = not there yet, -1 = over (also after a failure). Never blocks. */
    public int read(short[] into, int offset, int length) {
        return -1;
    }

    /** Whether the sentence was cut short because synthesis failed or produced audio that must not be played. */
    public boolean failed() {
        return false;
    }

    @Override
    public void close() {}
}

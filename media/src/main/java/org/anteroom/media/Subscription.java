package org.anteroom.media;

/** Something that was attached to a stream; closing takes it off again, at the latest one frame later. Closing twice is harmless. */
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}

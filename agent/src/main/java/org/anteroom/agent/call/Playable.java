package org.anteroom.agent.call;

import org.anteroom.media.Sound;
import org.anteroom.speech.SpokenSound;
import org.jspecify.annotations.Nullable;

/**
 * One sentence ready for a player.
 *
 * @param stream its synthesis, to be closed when it was played or stopped; null when it was rendered before
 */
record Playable(Sound sound, @Nullable SpokenSound stream) implements AutoCloseable {

    /** Whether it was cut short because synthesis failed. */
    boolean failed() {
        return stream != null && stream.fault().isPresent();
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
    }
}

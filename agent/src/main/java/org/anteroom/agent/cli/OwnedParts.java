package org.anteroom.agent.cli;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parts that somebody made, closed in reverse. Invariant: a part that was given here is closed, also when a later one can't
 *  be made or doesn't close cleanly. Any thread.
 */
final class OwnedParts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnedParts.class);

    private final Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();

    /** From now on it is closed with the others; gives it back. */
    <T extends AutoCloseable> T own(T part) {
        parts.push(part);
        return part;
    }

    /** Last first; each part keeps its own deadline. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn(
                        "{} did not close cleanly: {}",
                        part.getClass().getSimpleName(),
                        e.getClass().getName());
            }
        }
    }
}

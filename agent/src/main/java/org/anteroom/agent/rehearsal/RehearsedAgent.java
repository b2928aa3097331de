package org.anteroom.agent.rehearsal;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.anteroom.agent.practice.Message;

/** The whole agent as a rehearsal sees it: started from a configuration file, watched, asked for its inbox, stopped. The
 *  composition root implements it, because this room knows neither calls nor records.
 */
public interface RehearsedAgent extends AutoCloseable {

    /** Starts it as the service would be, ready when this returns. */
    @FunctionalInterface
    interface Starter {
        /** @param told of everything that happens in calls, on the agent's threads: it must return at once */
        RehearsedAgent start(Path config, Consumer<Happening> told) throws Exception;
    }

    /** The stored messages, newest first. */
    List<Message> inbox() throws Exception;

    /** What the caller said in a stored message, out of the sealed recording: 8 kHz, 16 bit; empty when none is kept. */
    short[] callerVoice(Message message) throws Exception;

    /** Stops it as the service would be stopped; bounded. */
    @Override
    void close();
}

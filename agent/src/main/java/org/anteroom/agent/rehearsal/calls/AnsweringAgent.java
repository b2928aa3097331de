package org.anteroom.agent.rehearsal.calls;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.practice.Message;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.rehearsal.Happening;
import org.anteroom.agent.rehearsal.OnFile;
import org.anteroom.agent.rehearsal.TextPractice;

/** The whole agent for one call over the telephone, with records of its own that can be read when the call is over. The composition
 *  root implements it, because this room knows neither calls nor records.
 */
public interface AnsweringAgent extends AutoCloseable {

    /** Starts it as the service would be. */
    @FunctionalInterface
    interface Starter {
        /**
         * @param folder for everything it keeps
         * @param config what it goes by
         * @param practice whose callers are on file
         * @param onFile who and what is in its records before the call
         * @param now the time it begins at, by which it goes on
         * @param told of everything that happens in the call, on the agent's threads: it must return at once
         */
        AnsweringAgent start(
                Path folder,
                Config config,
                TextPractice practice,
                List<OnFile> onFile,
                Instant now,
                Consumer<Happening> told)
                throws Exception;
    }

    /** What came of the call. */
    LocalBook book() throws Exception;

    /** The stored messages, newest first. */
    List<Message> inbox() throws Exception;

    /** Stops it as the service would be stopped; bounded. */
    @Override
    void close();
}

package org.anteroom.agent.cli;

import java.util.function.Consumer;

/** Reads the configuration of the running service anew. */
@FunctionalInterface
interface Reloading {

    /** Where nothing can be read anew. */
    Reloading NONE = lines -> {
        throw Failure.failed("This service reads no configuration.");
    };

    /** Any thread; blocks until the new settings are in force, or refused.
     *
     *  @param lines told what has become of it
     *  @throws Failure with every problem; nothing has changed then
     */
    void reload(Consumer<String> lines) throws Failure;
}

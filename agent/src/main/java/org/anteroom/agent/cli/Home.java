package org.anteroom.agent.cli;

import java.nio.file.Path;

/** Where the program's own files lie: the application folder that the start script names, or, in a build, the folders
 *  it unpacks into.
 */
final class Home {

    private Home() {}

    /** The recognition model that was shipped. */
    static Path model() {
        return Path.of(
                System.getProperty("anteroom.model", home().resolve("model").toString()));
    }

    /** The sentences rendered in the build. */
    static Path prompts() {
        return Path.of(
                System.getProperty("anteroom.prompts", home().resolve("prompts").toString()));
    }

    private static Path home() {
        return Path.of(System.getProperty("anteroom.home", "."));
    }
}

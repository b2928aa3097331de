package org.anteroom.agent.cli.setup;

import java.util.Optional;

/** The person who installs, as far as lines go. */
public interface Terminal {

    /** Shows a line. */
    void line(String text);

    /** Shows a question and waits for a line.
     *
     *  @return empty at the end of input
     */
    Optional<String> ask(String question);

    /** The same without showing what is typed, where the terminal can do that. */
    Optional<String> askHidden(String question);
}

package org.anteroom.agent.dialogue;

/**
 * Something that keeps a catalogue from being used.
 *
 * @param line from 1; 0 for the file as a whole
 * @param sentence what is wrong and what to write instead
 */
public record CatalogueProblem(String file, int line, String sentence) {
    @Override
    public String toString() {
        return line == 0 ? file + ": " + sentence : file + ":" + line + ": " + sentence;
    }
}

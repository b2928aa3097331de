package org.anteroom.agent.config;

import static java.util.Objects.requireNonNull;

/**
 * One thing wrong with the configuration.
 *
 * @param line from 1; 0 when it belongs to no line
 * @param column from 1; 0 when it belongs to no column
 * @param key the key as a dotted path, empty for the file as a whole
 * @param sentence what is wrong and how to mend it
 */
public record Problem(int line, int column, String key, String sentence) {
    public Problem {
        requireNonNull(key, "key");
        requireNonNull(sentence, "sentence");
    }

    /** A problem found by a room's check, which knows the key but not the line. */
    public static Problem of(String key, String sentence) {
        return new Problem(0, 0, key, sentence);
    }

    /** One line: {@code line 12: sip.usr: unknown key; did you mean sip.user?} */
    @Override
    public String toString() {
        String where = line == 0 ? "" : "line " + line + ": ";
        return where + (key.isEmpty() ? "" : key + ": ") + sentence;
    }
}

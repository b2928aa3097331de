package org.anteroom.agent.config;

import static java.util.Objects.requireNonNull;

/**
 * Something that is valid but surely not meant: told as a notice, never a reason not to start.
 *
 * @param key the key or section to set, as a dotted path
 * @param sentence what it means for callers and what to do
 */
public record Doubt(String key, String sentence) {
    public Doubt {
        requireNonNull(key, "key");
        requireNonNull(sentence, "sentence");
    }

    /** One line: {@code desk.number: is not set, so ...} */
    @Override
    public String toString() {
        return key + ": " + sentence;
    }
}

package org.anteroom.agent.dialogue;

/**
 * What a turn was taken to mean.
 *
 * @param strength summed weight of the patterns that spoke for it; 0 for {@link Intent#NONE}
 * @param words how many words the turn had
 */
record Meaning(Intent intent, int strength, int words) {
    /** From here on a turn is taken to mean something, whatever was asked. */
    static final int CLEAR = 7;

    boolean is(Intent wanted) {
        return intent == wanted;
    }

    boolean clear() {
        return strength >= CLEAR;
    }
}

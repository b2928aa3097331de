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
    /** Gibberish is like a name to half of this. */
    private static final double SURE = 0.4;

    /** What the turn is for by all that is known of it, where its meaning was looked at; else what the patterns say. */
    static Meaning of(Input.Said said, Meaning pattern) {
        return said.understood()
                .filter(found -> !ends(found.intent()) || found.intent() == pattern.intent())
                .filter(found -> found.intent() != Intent.NONE || !pattern.clear())
                .filter(found -> !friendly(found.intent()) || found.intent() == pattern.intent() || sure(found))
                .map(found -> new Meaning(found.intent(), strength(found, pattern), pattern.words()))
                .orElse(pattern);
    }

    /** A wish that was clearly said is not put aside for what it is like; nobody is hung up on for what only sounds like a goodbye. */
    private static boolean ends(Intent intent) {
        return intent == Intent.GOODBYE || intent == Intent.WRONG_NUMBER;
    }

    private static boolean friendly(Intent intent) {
        return intent == Intent.IDENTIFY || intent == Intent.GREETING;
    }

    private static boolean sure(Understood found) {
        return !found.guesses().isEmpty() && found.guesses().get(0).score() >= SURE;
    }

    private static int strength(Understood found, Meaning pattern) {
        return found.intent() == pattern.intent() ? Math.max(pattern.strength(), CLEAR) : CLEAR;
    }

    boolean is(Intent wanted) {
        return intent == wanted;
    }

    boolean clear() {
        return strength >= CLEAR;
    }
}

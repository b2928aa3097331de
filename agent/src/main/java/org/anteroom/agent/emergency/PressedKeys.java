package org.anteroom.agent.emergency;

/**
 * The keys that a phone in the bridge has pressed and that may become a command.
 *
 * @param leg 0 for none
 * @param sinceMs when the last of them was pressed
 */
record PressedKeys(int leg, String keys, long sinceMs) {
    static final PressedKeys NONE = new PressedKeys(0, "", 0);

    private static final long NEXT_WITHIN_MS = 2_000;

    /** The same with one more key; what another phone pressed, or too long ago, is forgotten. */
    PressedKeys with(int by, char key, long nowMs) {
        boolean goesOn = leg == by && nowMs - sinceMs < NEXT_WITHIN_MS;
        return new PressedKeys(by, goesOn ? keys + key : String.valueOf(key), nowMs);
    }

    /** The last of them, as the first of a command. */
    PressedKeys lastAlone() {
        return new PressedKeys(leg, keys.substring(keys.length() - 1), sinceMs);
    }

    /** Whether no further key came in time. */
    boolean complete(long nowMs) {
        return leg != NONE.leg && nowMs - sinceMs >= NEXT_WITHIN_MS;
    }
}

package org.anteroom.agent.dialogue;

/**
 * How often a conversation had to be mended; bounds every loop.
 *
 * @param misses speech heard and not understood, in a row
 * @param silences no speech, in a row
 * @param repeats the same thing asked again at the caller's wish, in a row
 * @param total all mending in this call; never goes down
 */
public record Repairs(int misses, int silences, int repeats, int total) {

    static final Repairs NONE = new Repairs(0, 0, 0, 0);

    /** Speech heard but not understood so often in a row: the nearest person. */
    static final int MISSES = 2;
    /** The same sentence said so often in a row: offer help instead. */
    static final int REPEATS = 3;
    /** A message that goes on so often after the question whether it does is saved as it is. */
    static final int PIECES = 12;
    /** So many silences in a row: any key reaches a person. */
    static final int SPEECHLESS = 2;
    /** So many silences in a row: the line was open for another 60 s, goodbye. */
    static final int NOBODY = 6;
    /** So much mending in one call: it isn't working, the nearest person. */
    static final int TOTAL = 10;

    Repairs missed() {
        return new Repairs(misses + 1, 0, repeats, total + 1);
    }

    Repairs silent() {
        return new Repairs(misses, silences + 1, repeats, total);
    }

    /** Something was heard, whatever it was. */
    Repairs spoke() {
        return new Repairs(misses, 0, repeats, total);
    }

    Repairs repeated() {
        return new Repairs(misses, 0, repeats + 1, total + 1);
    }

    /** A message went on after a pause: no mending, but counted with the repetitions, so that it ends. */
    Repairs continued() {
        return new Repairs(0, 0, repeats + 1, total);
    }

    /** One more request lies with staff: nobody fills their list without end. */
    Repairs requested() {
        return new Repairs(misses, silences, repeats, total + 1);
    }

    /** Something was understood. */
    Repairs understood() {
        return new Repairs(0, 0, 0, total);
    }

    /** The caller was told that any key reaches a person. */
    boolean speechless() {
        return silences >= SPEECHLESS;
    }

    boolean exhausted() {
        return misses >= MISSES || total >= TOTAL;
    }
}

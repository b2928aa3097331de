package org.anteroom.agent.cli.setup;

import java.io.Serial;

/** Whoever was asked went away, or gave an answer by flag that can't be. Everything stays as it was. */
final class Stopped extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What whoever ends a setup reads while no file is changed. */
    static final String NOTHING_CHANGED = "Stopped; nothing was changed.";

    private final Ending ending;
    private final boolean wentAway;

    private Stopped(Ending ending, String sentence) {
        this(ending, sentence, false);
    }

    private Stopped(Ending ending, String sentence, boolean wentAway) {
        super(sentence);
        this.ending = ending;
        this.wentAway = wentAway;
    }

    /** The end of input. */
    static Stopped byPerson() {
        return new Stopped(Ending.NOT_PROVED, NOTHING_CHANGED, true);
    }

    static Stopped usage(String sentence) {
        return new Stopped(Ending.USAGE, sentence);
    }

    static Stopped configuration(String sentence) {
        return new Stopped(Ending.CONFIGURATION, sentence);
    }

    static Stopped failed(String sentence) {
        return new Stopped(Ending.NOT_PROVED, sentence);
    }

    /** Whether whoever was asked went away. */
    boolean wentAway() {
        return wentAway;
    }

    Ending ending() {
        return ending;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}

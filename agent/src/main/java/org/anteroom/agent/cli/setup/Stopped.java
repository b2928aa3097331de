package org.anteroom.agent.cli.setup;

import java.io.Serial;

/** Whoever was asked went away, or gave an answer by flag that can't be. Everything stays as it was. */
final class Stopped extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Ending ending;

    private Stopped(Ending ending, String sentence) {
        super(sentence);
        this.ending = ending;
    }

    /** The end of input. */
    static Stopped byPerson() {
        return new Stopped(Ending.NOT_PROVED, "Stopped: nothing was changed.");
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

    Ending ending() {
        return ending;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}

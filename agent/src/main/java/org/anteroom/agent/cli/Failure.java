package org.anteroom.agent.cli;

import java.io.Serial;

/** A command cannot go on. The message is the line, or the lines, that the person at the terminal reads. */
final class Failure extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    private Failure(ExitCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** What was asked for could not be done. */
    static Failure failed(String sentence) {
        return new Failure(ExitCode.FAILED, sentence);
    }

    /** The command line or an input file is wrong. */
    static Failure usage(String sentence) {
        return new Failure(ExitCode.USAGE, sentence);
    }

    /** It can't be done for now; the same later may do. */
    static Failure temporary(String sentence) {
        return new Failure(ExitCode.TEMPORARY, sentence);
    }

    /** The configuration, or a file that belongs to it, is wrong. */
    static Failure configuration(String sentence) {
        return new Failure(ExitCode.CONFIGURATION, sentence);
    }

    static Failure of(ExitCode code, String sentence) {
        return new Failure(code, sentence);
    }

    ExitCode code() {
        return code;
    }

    /** The message; exceptions always have one here. */
    String sentence() {
        String message = getMessage();
        return message == null ? "unknown failure" : message;
    }
}

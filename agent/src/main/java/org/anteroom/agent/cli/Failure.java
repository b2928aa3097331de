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

    /** The input is wrong. */
    static Failure usage(String sentence) {
        return new Failure(ExitCode.USAGE, sentence);
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

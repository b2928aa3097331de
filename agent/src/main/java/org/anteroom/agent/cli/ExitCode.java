package org.anteroom.agent.cli;

/** How a command ends: every exit status of the program stands here. */
enum ExitCode {
    /** What was asked for is done. */
    DONE(0),
    /** It could not be done, or a check did not hold; one line on standard error says why. */
    FAILED(1),
    /** The command line, the configuration or an input file is wrong: trying again changes nothing. */
    USAGE(2);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** The code with that status; anything unknown is {@link #FAILED}. */
    static ExitCode of(int status) {
        for (ExitCode code : values()) {
            if (code.status == status) {
                return code;
            }
        }
        return FAILED;
    }
}

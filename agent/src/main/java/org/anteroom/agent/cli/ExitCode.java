package org.anteroom.agent.cli;

/** How a command ends: every exit status of the program stands here. */
enum ExitCode {
    /** What was asked for is done. */
    DONE(0),
    /** It could not be done, or a check did not hold; one line on standard error says why. */
    FAILED(1),
    /** The command line or an input file is wrong. */
    USAGE(2),
    /** It can't be done for now, and what stands in the way may go by itself: another instance, a taken port, a full disk.
     *  EX_TEMPFAIL of sysexits.h; the service manager tries again.
     */
    TEMPORARY(75),
    /** The configuration, or a file that belongs to it, is wrong: trying again changes nothing. EX_CONFIG of sysexits.h; the
     *  service manager doesn't try again.
     */
    CONFIGURATION(78);

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

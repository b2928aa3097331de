package org.anteroom.agent.cli.setup;

/** How a setup ends. */
public enum Ending {
    /** Everything that was asked for is proved, the rest was skipped on purpose. */
    PROVED,
    /** Something that was asked for could not be proved, or somebody stopped it. */
    NOT_PROVED,
    /** The command line is wrong, or lacks an answer that nobody can be asked for. */
    USAGE,
    /** The configuration would be wrong, so it was not written. */
    CONFIGURATION
}

package org.anteroom.agent.config;

/** What becomes of a caller who asks for the clinician on call while nobody is at the desk. */
public enum ClinicianOutcome {
    /** The people on call are rung and connected. */
    CONNECT,
    /** Name, number and message are taken, a call-back is promised, and the people on call are told of it. */
    PAGE,
    /** A message is offered; the caller hears when it will be read. */
    MESSAGE
}

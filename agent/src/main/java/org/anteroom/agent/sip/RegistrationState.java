package org.anteroom.agent.sip;

import java.time.Duration;

/** Where the line's registration stands. */
public sealed interface RegistrationState {

    /** Asking for the first time, or again. */
    record Registering() implements RegistrationState {}

    /**
     * The PBX sends us its calls.
     *
     * @param expires what the PBX granted
     */
    record Registered(Duration expires) implements RegistrationState {}

    /**
     * Not registered; it is tried again.
     *
     * @param sentence what is wrong and what to do, for the operator
     * @param retryIn the pause until the next attempt
     * @param status what the PBX answered; 0 where it didn't
     */
    record Failing(String sentence, Duration retryIn, int status) implements RegistrationState {}

    /** Un-registered on purpose, because the service is not healthy: the PBX's own fall-back takes the calls. */
    record Withdrawn() implements RegistrationState {}

    /** Not started, or closed. */
    record Stopped() implements RegistrationState {}
}

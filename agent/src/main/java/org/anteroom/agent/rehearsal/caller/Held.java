package org.anteroom.agent.rehearsal.caller;

import java.time.LocalDateTime;

/**
 * An appointment that a caller has.
 *
 * @param provider id
 */
public record Held(String visitType, LocalDateTime at, String provider) {}

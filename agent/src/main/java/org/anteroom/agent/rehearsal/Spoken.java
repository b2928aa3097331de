package org.anteroom.agent.rehearsal;

/** When a phone played something, by {@link System#nanoTime()}.
 *
 *  @param startedNanos its first packet with sound was sent
 *  @param endedNanos its last packet had been sent, or it was stopped
 */
public record Spoken(long startedNanos, long endedNanos) {}

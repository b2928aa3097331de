package org.anteroom.speech;

/**
 * Whether the ears keep up.
 *
 * @param healthy false: calls should not be taken, because an emergency could be heard too late
 * @param waitingMs how long the oldest undecoded frame of any call has been waiting; 0 when nothing waits
 * @param lagP95Ms 95th percentile of arrival to decoded over the recent frames, in ms
 * @param spares warmed recognisers ready for the next calls
 * @param sentence for the operator: what is wrong and what to do, or that all is well
 */
public record EarHealth(boolean healthy, long waitingMs, double lagP95Ms, int spares, String sentence) {}

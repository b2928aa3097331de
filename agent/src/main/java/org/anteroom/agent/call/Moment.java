package org.anteroom.agent.call;

/**
 * One line of an emergency's timeline.
 *
 * @param ms since the decisive moment, below 0 before it
 * @param who {@code caller}, {@code we}, or an on-call target by its name
 * @param what in words for people; may hold what the caller said: PHI
 */
public record Moment(long ms, String who, String what) {
    @Override
    public String toString() {
        return "Moment[" + ms + " ms]";
    }
}

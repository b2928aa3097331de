package org.anteroom.agent.rehearsal;

/** UDP ports on which a phone takes sound.
 *
 *  @param first 0 for whatever the system gives
 */
public record SoundPorts(int first, int last) {
    /** Whatever the system gives. */
    public static final SoundPorts ANY = new SoundPorts(0, 0);

    boolean any() {
        return first == 0;
    }
}

package org.anteroom.media;

/**
 * Whether an echo has really been found: how much a canceller leaves of what came in while we were to be heard. Frames that are loud in
 * spite of it, a caller's, weigh little. Media clock only.
 */
final class EchoProof {
    private final float keep;

    private float came;
    private float left;

    /** Keeps that share of what it knew with each frame. */
    EchoProof(float keep) {
        this.keep = keep;
    }

    void add(float weight, float cameEnergy, float leftEnergy) {
        came = keep * came + weight * cameEnergy;
        left = keep * left + weight * leftEnergy;
    }

    /** Share that is left, 1 when nothing was taken out, more when something was added. */
    float share() {
        return came == 0 ? 1 : left / came;
    }

    void forget() {
        came = 0;
        left = 0;
    }
}

package org.anteroom.agent.practice.reception;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How the records stand to whom a caller speaks of. For staff: it is never spoken.
 *
 * @param patient id of the one who fits
 * @param listed whether the caller is somebody else, a proxy who may
 */
public record Regard(Optional<String> patient, boolean listed) {
    public Regard {
        requireNonNull(patient, "patient");
    }
}

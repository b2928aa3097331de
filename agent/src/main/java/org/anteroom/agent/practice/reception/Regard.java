package org.anteroom.agent.practice.reception;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How the records stand to whom a caller speaks of. For staff: it is never spoken.
 *
 * @param patient id of the one who fits
 * @param byOther whether the caller is somebody else than the patient
 * @param listed whether that somebody is a proxy who may
 */
public record Regard(Optional<String> patient, boolean byOther, boolean listed) {
    public Regard {
        requireNonNull(patient, "patient");
    }
}

package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A patient of a veterinary practice. Who brings it is the patient's name on file, so that a client may have many.
 *
 * @param name it is called by
 * @param species as the practice writes it
 */
public record Animal(String name, Optional<String> species) {
    public Animal {
        requireNonNull(name, "name");
        requireNonNull(species, "species");
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "Animal[]";
    }
}

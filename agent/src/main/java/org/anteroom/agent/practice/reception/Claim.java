package org.anteroom.agent.practice.reception;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who the patient is, as a caller says it. All of it is PHI.
 *
 * @param names of the patient as they were heard, the likeliest first; what was spelled stands first; an owner's surname for
 *     an animal
 * @param birth the patient's date of birth; none for an animal
 * @param animal its name as heard; empty for people
 * @param phone digits by which an owner of an animal is on file
 * @param proxy name of the caller, where it is somebody else
 * @param from digits of the number the call comes from; never proves anything, counts for lock-outs
 */
public record Claim(
        List<String> names,
        Optional<LocalDate> birth,
        Optional<String> animal,
        Optional<String> phone,
        Optional<String> proxy,
        Optional<String> from) {
    public Claim {
        names = List.copyOf(names);
        requireNonNull(birth, "birth");
        requireNonNull(animal, "animal");
        requireNonNull(phone, "phone");
        requireNonNull(proxy, "proxy");
        requireNonNull(from, "from");
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "Claim[" + (proxy.isPresent() ? "proxy" : "self") + (animal.isPresent() ? ", animal" : "") + "]";
    }
}

package org.anteroom.agent.rehearsal.caller;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who calls: the patient, or the owner of an animal. Invented.
 *
 * @param phone ten digits
 * @param pin the one on file; empty where they have none
 * @param animal its name; empty for people
 */
public record Self(
        String first, String last, LocalDate birth, String phone, Optional<String> pin, Optional<String> animal) {

    /** First and last name. */
    public String name() {
        return first + " " + last;
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "Self[]";
    }
}

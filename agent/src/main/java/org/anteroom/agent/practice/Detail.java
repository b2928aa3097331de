package org.anteroom.agent.practice;

import static java.util.Objects.requireNonNull;

/**
 * One thing that a caller told and staff need, under its name: "member id", "visit". PHI.
 *
 * @param label as staff read it, in lower case; one of a few words of the program's, never a caller's
 * @param value as understood
 */
public record Detail(String label, String value) {
    public Detail {
        requireNonNull(label, "label");
        requireNonNull(value, "value");
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "Detail[" + label + "]";
    }
}

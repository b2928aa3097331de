package org.anteroom.agent.practice;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One thing that a caller told and staff need, under its name: "member id", "visit". PHI.
 *
 * @param label as staff read it, in lower case; one of a few words of the program's, never a caller's
 * @param value as understood
 */
public record Detail(String label, String value) {
    /** How the records stand to whom it is about. */
    public static final String ON_FILE = "on file";

    public static final String PATIENT = "patient";
    public static final String BIRTH = "date of birth";
    public static final String ANIMAL = "animal";
    /** What callers hear nothing of. */
    public static final String FOR_CLINICIAN = "for the clinician";

    /** Under {@link #ON_FILE}. */
    public static final String NOBODY = "no patient was found by that";

    private static final String ONE = "patient ";

    public Detail {
        requireNonNull(label, "label");
        requireNonNull(value, "value");
    }

    /**
     * Under {@link #ON_FILE}.
     *
     * @param known number or id
     */
    public static String patient(String known) {
        return ONE + known;
    }

    /** Id or number of the patient that it is about, where this says so. */
    public Optional<String> patient() {
        return label.equals(ON_FILE) && value.startsWith(ONE)
                ? Optional.of(value.substring(ONE.length()))
                : Optional.empty();
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "Detail[" + label + "]";
    }
}

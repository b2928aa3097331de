package org.anteroom.agent.practice.reception;

import static java.util.Objects.requireNonNull;

/**
 * Where somebody can be called back who says that they are a patient. PHI; nothing that speaks may hold the number.
 *
 * @param patient id
 * @param number digits, as long as a public number
 */
public record NumberOnFile(String patient, String number) {
    public NumberOnFile {
        requireNonNull(patient, "patient");
        requireNonNull(number, "number");
    }

    @Override
    public String toString() {
        return "NumberOnFile[]";
    }
}

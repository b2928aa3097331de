package org.anteroom.agent.practice.reception;

import static java.util.Objects.requireNonNull;

import java.time.LocalTime;

/**
 * Where somebody can be called back who says that they are a patient. PHI; nothing that speaks may hold the number.
 *
 * @param patient id
 * @param number digits, as long as a public number
 */
public record NumberOnFile(String patient, String number) {
    /** Nobody's phone rings at night because somebody could name them. */
    private static final LocalTime EARLIEST = LocalTime.of(8, 0);

    private static final LocalTime LATEST = LocalTime.of(21, 0);

    public NumberOnFile {
        requireNonNull(patient, "patient");
        requireNonNull(number, "number");
    }

    /** Whether any such number may be rung at that time of the practice's day; at others staff see to it. */
    public static boolean mayRingAt(LocalTime here) {
        return !here.isBefore(EARLIEST) && here.isBefore(LATEST);
    }

    @Override
    public String toString() {
        return "NumberOnFile[]";
    }
}

package org.anteroom.agent.practice.reception;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Set;

/**
 * Somebody who may act for a patient, as staff listed them.
 *
 * @param number for people, from 1
 * @param id for machines and the audit trail
 * @param patient id of the patient
 * @param relation to the patient, in staff's words
 * @param tasks what they may do
 * @param until the last day, by the practice's calendar
 * @param blocked whether a court's order keeps them away, whatever else is listed
 * @param pin whether they have a PIN: where PINs are asked for, nothing is told to them without one
 */
public record Proxy(
        long number,
        String id,
        String patient,
        String name,
        String relation,
        Set<Task> tasks,
        LocalDate until,
        boolean blocked,
        boolean pin) {
    public Proxy {
        requireNonNull(id, "id");
        requireNonNull(patient, "patient");
        requireNonNull(name, "name");
        requireNonNull(relation, "relation");
        requireNonNull(until, "until");
        tasks = Set.copyOf(tasks);
    }

    /** Whether they may do that on a day. */
    boolean may(Task task, LocalDate day) {
        return !blocked && tasks.contains(task) && !day.isAfter(until);
    }

    /** Never who. */
    @Override
    public String toString() {
        return "Proxy[" + number + "]";
    }
}

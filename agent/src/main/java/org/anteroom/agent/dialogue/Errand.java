package org.anteroom.agent.dialogue;

import java.util.Optional;

/**
 * What a caller is having done beside the message form: which job, for whom, and its slots.
 *
 * @param job empty while there is none; then name, number and words of the {@link Form} are a message
 * @param bookings how many appointments were made in this call
 * @param toStaff whether staff will see to it, because the proof was not enough or the rules want it
 */
record Errand(Optional<Job> job, boolean toStaff, int bookings, Who who, Visiting visit, Cover cover, Supply supply) {
    static final Errand NONE =
            new Errand(Optional.empty(), false, 0, Who.NOBODY, Visiting.NOTHING, Cover.NONE, Supply.NONE);

    boolean active() {
        return job.isPresent();
    }

    boolean is(Job wanted) {
        return job.equals(Optional.of(wanted));
    }

    /** Another job for the same patient. */
    Errand begun(Job wanted) {
        return new Errand(Optional.of(wanted), false, bookings, who, Visiting.NOTHING, Cover.NONE, Supply.NONE);
    }

    /** The same appointment, but something else with it: a proof for one is none for the other. */
    Errand instead(Job wanted) {
        return new Errand(Optional.of(wanted), toStaff, bookings, who.unstood(), visit, cover, supply);
    }

    /** It is done, or given up; who the patient is stays known. */
    Errand over() {
        return new Errand(Optional.empty(), false, bookings, who, Visiting.NOTHING, Cover.NONE, Supply.NONE);
    }

    Errand booked() {
        return new Errand(job, toStaff, bookings + 1, who, visit, cover, supply);
    }

    Errand staff() {
        return new Errand(job, true, bookings, who, visit, cover, supply);
    }

    Errand who(Who changed) {
        return new Errand(job, toStaff, bookings, changed, visit, cover, supply);
    }

    Errand visit(Visiting changed) {
        return new Errand(job, toStaff, bookings, who, changed, cover, supply);
    }

    Errand cover(Cover changed) {
        return new Errand(job, toStaff, bookings, who, visit, changed, supply);
    }

    Errand supply(Supply changed) {
        return new Errand(job, toStaff, bookings, who, visit, cover, changed);
    }

    @Override
    public String toString() {
        return "Errand[" + job.map(Enum::name).orElse("none") + "]";
    }
}

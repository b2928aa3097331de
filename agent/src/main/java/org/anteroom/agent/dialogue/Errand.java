package org.anteroom.agent.dialogue;

import java.util.Optional;

/**
 * What a caller is having done beside the message form: which job, for whom, and its slots.
 *
 * @param job empty while there is none; then name, number and words of the {@link Form} are a message
 * @param bookings how many appointments were made in this call
 * @param toStaff whether staff will see to it, because the proof was not enough or the rules want it
 * @param back how it stands with being called back for it
 * @param later what it leaves for later in the call
 */
record Errand(
        Optional<Job> job,
        boolean toStaff,
        int bookings,
        Who who,
        Visiting visit,
        Cover cover,
        Supply supply,
        Back back,
        Later later) {
    static final Errand NONE = new Errand(
            Optional.empty(), false, 0, Who.NOBODY, Visiting.NOTHING, Cover.NONE, Supply.NONE, Back.NOT, Later.NOTHING);

    /**
     * @param forThis whether we have called back for this very errand, which staff have too
     * @param mismatches how often whoever answered gave what is not the patient's, in the whole call
     */
    record Back(boolean forThis, int mismatches) {
        static final Back NOT = new Back(false, 0);

        private Back over() {
            return new Back(false, mismatches);
        }
    }

    /**
     * What outlives an errand.
     *
     * @param also what was wanted in the same sentence, and is not begun yet
     * @param stored the kind of the last request of this call, where it lies with staff and nothing was begun since
     */
    record Later(Optional<Also> also, Optional<Category> stored) {
        static final Later NOTHING = new Later(Optional.empty(), Optional.empty());

        /** What is begun is not to be begun once more. */
        private Later begun(Job job) {
            return new Later(also.filter(each -> !each.job().equals(Optional.of(job))), Optional.empty());
        }
    }

    boolean active() {
        return job.isPresent();
    }

    boolean is(Job wanted) {
        return job.equals(Optional.of(wanted));
    }

    /** Another job for the same patient. */
    Errand begun(Job wanted) {
        return new Errand(
                Optional.of(wanted),
                false,
                bookings,
                who,
                Visiting.NOTHING,
                Cover.NONE,
                Supply.NONE,
                back.over(),
                later.begun(wanted));
    }

    /** The same appointment, but something else with it: a proof for one is none for the other. */
    Errand instead(Job wanted) {
        return new Errand(Optional.of(wanted), toStaff, bookings, who.unstood(), visit, cover, supply, back, later);
    }

    /** It is done, or given up; who the patient is stays known. */
    Errand over() {
        return new Errand(
                Optional.empty(), false, bookings, who, Visiting.NOTHING, Cover.NONE, Supply.NONE, back.over(), later);
    }

    /** Wanted in the same sentence; seen to when this is over. */
    Errand also(Optional<Also> wish) {
        return new Errand(job, toStaff, bookings, who, visit, cover, supply, back, new Later(wish, later.stored()));
    }

    /** The last request lies with staff, and may be taken back. */
    Errand stored(Category kind) {
        return stored(Optional.of(kind));
    }

    /** It was taken back, or is not the last thing any more that the caller may speak of. */
    Errand notStored() {
        return stored(Optional.empty());
    }

    private Errand stored(Optional<Category> kind) {
        return new Errand(job, toStaff, bookings, who, visit, cover, supply, back, new Later(later.also(), kind));
    }

    Errand booked() {
        return new Errand(job, toStaff, bookings + 1, who, visit, cover, supply, back, later);
    }

    Errand staff() {
        return new Errand(job, true, bookings, who, visit, cover, supply, back, later);
    }

    Errand who(Who changed) {
        return new Errand(job, toStaff, bookings, changed, visit, cover, supply, back, later);
    }

    Errand visit(Visiting changed) {
        return new Errand(job, toStaff, bookings, who, changed, cover, supply, back, later);
    }

    Errand cover(Cover changed) {
        return new Errand(job, toStaff, bookings, who, visit, changed, supply, back, later);
    }

    Errand supply(Supply changed) {
        return new Errand(job, toStaff, bookings, who, visit, cover, changed, back, later);
    }

    /** We have called back for it: who answered is to be found out first, whatever was found before. */
    Errand resumed() {
        return new Errand(job, false, 0, who.unidentified(), visit, cover, supply, new Back(true, 0), later);
    }

    /** Whoever answered gave what is not the patient's. */
    Errand mismatched() {
        return new Errand(
                job,
                toStaff,
                bookings,
                who,
                visit,
                cover,
                supply,
                new Back(back.forThis(), back.mismatches() + 1),
                later);
    }

    /** Whether we have called back for this very errand, which staff have too. */
    boolean ofCallBack() {
        return back.forThis();
    }

    int mismatches() {
        return back.mismatches();
    }

    @Override
    public String toString() {
        return "Errand[" + job.map(Enum::name).orElse("none") + "]";
    }
}

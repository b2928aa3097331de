package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Hold;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Wish;

/**
 * An appointment as far as it is agreed. Immutable; each method changes one thing.
 *
 * @param type name of the visit type
 * @param asked how often the kind of visit was asked for
 * @param firstVisit whether the patient has not been here before, where it was told
 * @param search for a time
 * @param hold the time that is kept for the caller
 * @param before a time that was kept and is not wanted any more, until it is let go
 * @param moving the appointment that is to be moved, cancelled or confirmed
 * @param which what was said of when that one is
 */
record Visiting(
        Optional<String> type,
        int asked,
        Optional<Boolean> firstVisit,
        Search search,
        Optional<Hold> hold,
        Optional<Hold> before,
        Optional<Appointment> moving,
        Optional<Preference> which) {
    static final Visiting NOTHING = new Visiting(
            Optional.empty(),
            0,
            Optional.empty(),
            Search.OPEN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    Visiting of(String visitType) {
        return new Visiting(Optional.of(visitType), asked, firstVisit, search.anew(), hold, before, moving, which);
    }

    Visiting typeAsked() {
        return new Visiting(type, asked + 1, firstVisit, search, hold, before, moving, which);
    }

    Visiting first(boolean never) {
        return new Visiting(type, asked, Optional.of(never), search, hold, before, moving, which);
    }

    Visiting onTheSameDay() {
        return searching(search.onTheSameDay());
    }

    Visiting when(Preference suits) {
        return searching(search.when(suits));
    }

    Visiting providers(Set<String> wanted, Set<String> unwanted) {
        return searching(search.providers(wanted, unwanted));
    }

    Visiting widen() {
        return searching(search.widen());
    }

    Visiting offering(List<Offer> now) {
        return searching(search.offering(now));
    }

    /** None of what was offered was right. */
    Visiting refused() {
        return searching(search.refused());
    }

    private Visiting searching(Search changed) {
        return new Visiting(type, asked, firstVisit, changed, hold, before, moving, which);
    }

    Visiting holding(Hold kept) {
        return keeping(Optional.of(kept), Optional.empty());
    }

    /** The time that was kept is not wanted any more. */
    Visiting letGo() {
        return keeping(Optional.empty(), kept()).offering(List.of());
    }

    /** The time that was kept is the appointment's now. */
    Visiting spent() {
        return keeping(Optional.empty(), before).offering(List.of());
    }

    private Visiting keeping(Optional<Hold> now, Optional<Hold> unwanted) {
        return new Visiting(type, asked, firstVisit, search, now, unwanted, moving, which);
    }

    Visiting about(Appointment appointment) {
        return new Visiting(
                Optional.of(appointment.time().visitType()),
                asked,
                firstVisit,
                search,
                hold,
                before,
                Optional.of(appointment),
                which);
    }

    /** The appointment it is about was told of so. */
    Visiting which(Preference told) {
        return new Visiting(type, asked, firstVisit, search, hold, before, moving, Optional.of(told));
    }

    /** A time that is kept for nobody any more, or soon will be. */
    Optional<Hold> kept() {
        return hold.or(() -> before);
    }

    /** What is to be looked for now; empty when there is no further to look. */
    Optional<Wish> wish() {
        return search.wish(type.orElse(""), firstVisit.orElse(false));
    }

    boolean sameDay() {
        return search.sameDay();
    }

    Optional<Preference> when() {
        return search.when();
    }

    Set<String> with() {
        return search.with();
    }

    Set<String> without() {
        return search.without();
    }

    int widened() {
        return search.widened();
    }

    List<Offer> offers() {
        return search.offers();
    }

    int rounds() {
        return search.rounds();
    }
}

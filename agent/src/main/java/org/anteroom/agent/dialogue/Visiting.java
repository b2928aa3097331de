package org.anteroom.agent.dialogue;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Hold;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Window;
import org.anteroom.agent.practice.book.Wish;
import org.anteroom.agent.words.SpokenShift;

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
 * @param by how much later or earlier it is to be, until it is known when it is
 */
record Visiting(
        Optional<String> type,
        int asked,
        Optional<Boolean> firstVisit,
        Search search,
        Optional<Hold> hold,
        Optional<Hold> before,
        Optional<Appointment> moving,
        Optional<Preference> which,
        Optional<SpokenShift.Shift> by) {
    static final Visiting NOTHING = new Visiting(
            Optional.empty(),
            0,
            Optional.empty(),
            Search.OPEN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    Visiting of(String visitType) {
        return new Visiting(Optional.of(visitType), asked, firstVisit, search.anew(), hold, before, moving, which, by);
    }

    Visiting typeAsked() {
        return new Visiting(type, asked + 1, firstVisit, search, hold, before, moving, which, by);
    }

    Visiting first(boolean never) {
        return new Visiting(type, asked, Optional.of(never), search, hold, before, moving, which, by);
    }

    Visiting onTheSameDay() {
        return searching(search.onTheSameDay());
    }

    Visiting when(Preference suits) {
        return searching(search.when(suits));
    }

    /** It shall be so much later or earlier than it is. */
    Visiting by(SpokenShift.Shift shift) {
        return new Visiting(type, asked, firstVisit, search, hold, before, moving, which, Optional.of(shift));
    }

    /** What was told of how much later or earlier it shall be is counted from when it is. */
    Visiting shifted(ZoneId zone) {
        Visiting counted = new Visiting(type, asked, firstVisit, search, hold, before, moving, which, Optional.empty());
        return by.flatMap(shift -> moving.map(now ->
                        Preference.by(shift, now.time().start().atZone(zone).toLocalDateTime())))
                .filter(to -> search.when().isEmpty())
                .map(counted::when)
                .orElse(counted);
    }

    /** What won't do, whatever else is told. */
    Visiting never(List<Window> unfit) {
        return searching(search.never(unfit));
    }

    /** Another day than today was asked for, so that the rule for the same day does not hold. */
    Visiting onAnyDay() {
        return searching(search.onAnyDay());
    }

    /** Whether it is the first visit is to be asked again. */
    Visiting firstUnknown() {
        return new Visiting(type, asked, Optional.empty(), search, hold, before, moving, which, by);
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
        return new Visiting(type, asked, firstVisit, changed, hold, before, moving, which, by);
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
        return new Visiting(type, asked, firstVisit, search, now, unwanted, moving, which, by);
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
                which,
                by);
    }

    /** The appointment it is about was told of so. */
    Visiting which(Preference told) {
        return new Visiting(type, asked, firstVisit, search, hold, before, moving, Optional.of(told), by);
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

    /** Whether what is offered is not what was asked for. */
    boolean widely() {
        return search.widened() > 0 && search.when().map(Preference::narrows).orElse(false);
    }

    /** For staff. */
    Optional<String> wanted() {
        return search.when()
                .map(Preference::written)
                .or(() -> by.map(
                        shift -> shift.most() + " " + shift.unit().toString().toLowerCase(Locale.ROOT)
                                + (shift.later() ? " later" : " earlier") + " than it is"));
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

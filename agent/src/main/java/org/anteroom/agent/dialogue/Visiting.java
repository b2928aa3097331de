package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Hold;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Wish;
import org.anteroom.agent.practice.book.Wish.Pace;

/**
 * An appointment as far as it is agreed. Immutable; each method changes one thing.
 *
 * @param type name of the visit type
 * @param asked how often the kind of visit was asked for
 * @param firstVisit whether the patient has not been here before, where it was told
 * @param sameDay whether the practice's same-day rule holds
 * @param when what suits; empty until it was told
 * @param with ids of the providers that are wanted
 * @param without ids of those that are not
 * @param widened how far the search had to go beyond what suits
 * @param offers what was offered last
 * @param rounds how often none of them was right
 * @param hold the time that is kept for the caller
 * @param moving the appointment that is to be moved, cancelled or confirmed
 * @param which what was said of when that one is
 * @param before a time that was kept and is not wanted any more, until it is let go
 */
record Visiting(
        Optional<String> type,
        int asked,
        Optional<Boolean> firstVisit,
        boolean sameDay,
        Optional<Preference> when,
        Set<String> with,
        Set<String> without,
        int widened,
        List<Offer> offers,
        int rounds,
        Optional<Hold> hold,
        Optional<Appointment> moving,
        Optional<Preference> which,
        Optional<Hold> before) {
    static final Visiting NOTHING = new Visiting(
            Optional.empty(),
            0,
            Optional.empty(),
            false,
            Optional.empty(),
            Set.of(),
            Set.of(),
            0,
            List.of(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    Visiting {
        with = Set.copyOf(with);
        without = Set.copyOf(without);
        offers = List.copyOf(offers);
    }

    Visiting of(String visitType) {
        return new Visiting(
                Optional.of(visitType),
                asked,
                firstVisit,
                sameDay,
                when,
                with,
                without,
                0,
                List.of(),
                rounds,
                hold,
                moving,
                which,
                before);
    }

    Visiting typeAsked() {
        return new Visiting(
                type,
                asked + 1,
                firstVisit,
                sameDay,
                when,
                with,
                without,
                widened,
                offers,
                rounds,
                hold,
                moving,
                which,
                before);
    }

    Visiting first(boolean never) {
        return new Visiting(
                type,
                asked,
                Optional.of(never),
                sameDay,
                when,
                with,
                without,
                widened,
                offers,
                rounds,
                hold,
                moving,
                which,
                before);
    }

    Visiting onTheSameDay(boolean rule) {
        return new Visiting(
                type, asked, firstVisit, rule, when, with, without, 0, List.of(), rounds, hold, moving, which, before);
    }

    Visiting when(Preference suits) {
        return new Visiting(
                type,
                asked,
                firstVisit,
                sameDay,
                Optional.of(suits),
                with,
                without,
                0,
                List.of(),
                rounds,
                hold,
                moving,
                which,
                before);
    }

    Visiting providers(Set<String> wanted, Set<String> unwanted) {
        return new Visiting(
                type,
                asked,
                firstVisit,
                sameDay,
                when,
                wanted,
                unwanted,
                0,
                List.of(),
                rounds,
                hold,
                moving,
                which,
                before);
    }

    Visiting widen() {
        return new Visiting(
                type,
                asked,
                firstVisit,
                sameDay,
                when,
                with,
                without,
                widened + 1,
                offers,
                rounds,
                hold,
                moving,
                which,
                before);
    }

    Visiting offering(List<Offer> now) {
        return new Visiting(
                type,
                asked,
                firstVisit,
                sameDay,
                when,
                with,
                without,
                widened,
                now,
                rounds,
                hold,
                moving,
                which,
                before);
    }

    /** None of what was offered was right. */
    Visiting refused() {
        return new Visiting(
                type,
                asked,
                firstVisit,
                sameDay,
                when,
                with,
                without,
                0,
                List.of(),
                rounds + 1,
                hold,
                moving,
                which,
                before);
    }

    Visiting holding(Hold kept) {
        return new Visiting(
                type,
                asked,
                firstVisit,
                sameDay,
                when,
                with,
                without,
                widened,
                offers,
                rounds,
                Optional.of(kept),
                moving,
                which,
                Optional.empty());
    }

    /** The time that was kept is not wanted any more. */
    Visiting letGo() {
        return new Visiting(
                type,
                asked,
                firstVisit,
                sameDay,
                when,
                with,
                without,
                widened,
                List.of(),
                rounds,
                Optional.empty(),
                moving,
                which,
                hold.or(() -> before));
    }

    Visiting about(Appointment appointment) {
        return new Visiting(
                Optional.of(appointment.time().visitType()),
                asked,
                firstVisit,
                sameDay,
                when,
                with,
                without,
                widened,
                offers,
                rounds,
                hold,
                Optional.of(appointment),
                which,
                before);
    }

    /** The appointment it is about was told of so. */
    Visiting which(Preference told) {
        return new Visiting(
                type,
                asked,
                firstVisit,
                sameDay,
                when,
                with,
                without,
                widened,
                offers,
                rounds,
                hold,
                moving,
                Optional.of(told),
                before);
    }

    /** The time that was kept is the appointment's now. */
    Visiting spent() {
        return new Visiting(
                type,
                asked,
                firstVisit,
                sameDay,
                when,
                with,
                without,
                widened,
                List.of(),
                rounds,
                Optional.empty(),
                moving,
                which,
                before);
    }

    /** A time that is kept for nobody any more, or soon will be. */
    Optional<Hold> kept() {
        return hold.or(() -> before);
    }

    /** What is to be looked for now; empty when there is no further to look. */
    Optional<Wish> wish() {
        Preference suits = when.orElse(Preference.ANY);
        Optional<Preference> looked = widened == 0 ? Optional.of(suits) : suits.widened(widened);
        return looked.map(preference -> new Wish(
                type.orElse(""),
                firstVisit.orElse(false),
                preference.windows(),
                preference.except(),
                with,
                without,
                sameDay ? Pace.SAME_DAY : preference.soonest() ? Pace.SOONEST : Pace.CHOICE));
    }
}

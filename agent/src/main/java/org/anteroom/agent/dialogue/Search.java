package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Window;
import org.anteroom.agent.practice.book.Wish;
import org.anteroom.agent.practice.book.Wish.Pace;

/**
 * The search for a time that suits, as far as it has come. What suits otherwise than before is looked for from the beginning.
 *
 * @param when what suits; empty until it was told
 * @param with ids of the providers that are wanted
 * @param without ids of those that are not
 * @param never what won't do, as was told of the appointment that is moved: a day counts again once it is asked for
 * @param sameDay whether the practice's same-day rule holds
 * @param widened how far it had to go beyond what suits
 * @param offers what was offered last
 * @param rounds how often none of them was right
 */
record Search(
        Optional<Preference> when,
        Set<String> with,
        Set<String> without,
        List<Window> never,
        boolean sameDay,
        int widened,
        List<Offer> offers,
        int rounds) {
    /** Nothing was told. */
    static final Search OPEN = new Search(Optional.empty(), Set.of(), Set.of(), List.of(), false, 0, List.of(), 0);

    Search {
        with = Set.copyOf(with);
        without = Set.copyOf(without);
        never = List.copyOf(never);
        offers = List.copyOf(offers);
    }

    Search anew() {
        return new Search(when, with, without, never, sameDay, 0, List.of(), rounds);
    }

    Search when(Preference suits) {
        List<Window> still =
                never.stream().filter(window -> !asksFor(suits, window)).toList();
        return new Search(Optional.of(suits), with, without, still, sameDay, 0, List.of(), rounds);
    }

    private static boolean asksFor(Preference suits, Window window) {
        return suits.days().stream()
                .anyMatch(day -> day.from().isPresent()
                        && day.to().isPresent()
                        && !day.to().get().isAfter(day.from().get().plusDays(1))
                        && window.from().equals(day.from()));
    }

    Search never(List<Window> unfit) {
        return new Search(when, with, without, unfit, sameDay, 0, List.of(), rounds);
    }

    /** Another day was asked for. */
    Search onAnyDay() {
        return new Search(when, with, without, never, false, 0, List.of(), rounds);
    }

    Search providers(Set<String> wanted, Set<String> unwanted) {
        return new Search(when, wanted, unwanted, never, sameDay, 0, List.of(), rounds);
    }

    Search onTheSameDay() {
        return new Search(when, with, without, never, true, 0, List.of(), rounds);
    }

    /** None of what was offered was right. */
    Search refused() {
        return new Search(when, with, without, never, sameDay, 0, List.of(), rounds + 1);
    }

    Search widen() {
        return new Search(when, with, without, never, sameDay, widened + 1, offers, rounds);
    }

    Search offering(List<Offer> now) {
        return new Search(when, with, without, never, sameDay, widened, now, rounds);
    }

    /** What is to be looked for now; empty when there is no further to look. */
    Optional<Wish> wish(String visitType, boolean firstVisit) {
        Preference suits = when.orElse(Preference.ANY);
        Optional<Preference> looked = widened == 0 ? Optional.of(suits) : suits.widened(widened);
        return looked.map(preference -> new Wish(
                visitType,
                firstVisit,
                preference.windows(),
                Stream.concat(preference.except().stream(), never.stream()).toList(),
                with,
                without,
                sameDay ? Pace.SAME_DAY : preference.soonest() ? Pace.SOONEST : Pace.CHOICE));
    }
}

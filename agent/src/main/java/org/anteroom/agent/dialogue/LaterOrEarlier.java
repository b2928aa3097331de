package org.anteroom.agent.dialogue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Window;
import org.anteroom.agent.words.SpokenShift;
import org.anteroom.agent.words.SpokenWhen;

/**
 * Times that are asked for beside those that are on the table: "anything later that day", "do you have something earlier", "an hour
 * later", "the later one".
 */
final class LaterOrEarlier {
    private static final int DAY = 24 * 60;
    private static final Set<String> LATER = Set.of("later", "further");
    private static final Set<String> EARLIER = Set.of("earlier", "sooner");

    private static final List<String> SAME_DAY = List.of(
            " that day ",
            " same day ",
            " in the day ",
            " on the day ",
            " that morning ",
            " that afternoon ",
            " that evening ",
            " today ");
    private static final List<String> THAT_DAY = List.of(" that day ", " same day ");
    /** "No later than that will do" asks for none that is. */
    private static final List<String> STAYS = List.of(" no later ", " not later ", " no earlier ", " not earlier ");

    private static final List<String> ONE_OF_THEM = List.of(
            " later one ",
            " earlier one ",
            " later time ",
            " earlier time ",
            " later of ",
            " earlier of ",
            " later slot ",
            " earlier slot ",
            " later appointment ",
            " earlier appointment ");

    private LaterOrEarlier() {}

    /** So much later than the last of them, or earlier than the first. */
    static Optional<Preference> by(List<String> words, List<Offer> offers, Services services, LocalDateTime here) {
        return shift(words, here)
                .map(shift -> Preference.by(shift, services.start(offers.get(shift.later() ? offers.size() - 1 : 0))));
    }

    /** How much later or earlier, where nothing else is told of when. */
    static Optional<SpokenShift.Shift> shift(List<String> words, LocalDateTime here) {
        return SpokenShift.find(words, true)
                .filter(found -> SpokenWhen.find(without(words, found), here).isEmpty())
                .map(SpokenShift.Found::shift);
    }

    /** What else was said. */
    static List<String> without(List<String> words, SpokenShift.Found found) {
        List<String> kept = new ArrayList<>(words);
        for (int at = found.from(); at < found.to(); at++) {
            kept.set(at, "-");
        }
        return kept;
    }

    /** One of them, or others, in words that only compare. */
    static Optional<Picked> than(List<String> words, List<Offer> offers, Services services) {
        boolean later = words.stream().anyMatch(LATER::contains);
        boolean earlier = words.stream().anyMatch(EARLIER::contains);
        if (later == earlier || Phrases.any(words, STAYS)) {
            return Optional.empty();
        }
        if (words.contains("the") && offers.size() > 1 && Phrases.any(words, ONE_OF_THEM)) {
            return Optional.of(new Picked.One(offers.get(later ? offers.size() - 1 : 0)));
        }
        return Optional.of(
                new Picked.Another(later ? after(words, offers, services) : before(words, offers, services)));
    }

    /** Whether it is asked for on the day that is spoken of. */
    static boolean ofThatDay(List<String> words) {
        return Phrases.any(words, THAT_DAY);
    }

    /** Later on that day; where only "later" was said, on the days after it as well. */
    private static Preference after(List<String> words, List<Offer> offers, Services services) {
        LocalDateTime last = services.start(offers.get(offers.size() - 1));
        int minute = Math.min(Preference.minute(last.toLocalTime()) + 1, DAY - 1);
        Window thatDay = Window.on(last.toLocalDate()).during(new TimeRange(minute, DAY));
        Window daysAfter = Window.from(last.toLocalDate().plusDays(1).atStartOfDay());
        return new Preference(
                Phrases.any(words, SAME_DAY) ? List.of(thatDay) : List.of(thatDay, daysAfter),
                List.of(),
                List.of(),
                false);
    }

    /** Of times of one day, an earlier hour of it; of several days, or "sooner", an earlier day as well. */
    private static Preference before(List<String> words, List<Offer> offers, Services services) {
        LocalDateTime first = services.start(offers.get(0));
        boolean oneDay = !words.contains("sooner")
                && services.start(offers.get(offers.size() - 1)).toLocalDate().equals(first.toLocalDate());
        boolean thatDay = oneDay || Phrases.any(words, SAME_DAY);
        Window window = thatDay
                ? Window.on(first.toLocalDate())
                        .during(new TimeRange(0, Math.max(1, Preference.minute(first.toLocalTime()))))
                : Window.before(first);
        return new Preference(List.of(window), List.of(), List.of(), false);
    }
}

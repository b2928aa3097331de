package org.anteroom.agent.dialogue;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Window;

/** "What do you have that's closest to that": of the times that were offered, the one nearest to what was asked for before. */
final class Nearest {
    private static final Set<String> SAID = Set.of("closest", "nearest");
    private static final int DAY = 24 * 60;

    private Nearest() {}

    static boolean asked(List<String> words) {
        return words.stream().anyMatch(SAID::contains);
    }

    /** @param offers at least one */
    static Offer of(List<Offer> offers, Optional<Preference> wish, Services services) {
        List<Window> windows = wish.map(Preference::windows).orElse(List.of());
        return offers.stream()
                .min(Comparator.comparingLong(offer -> distance(services.start(offer), windows)))
                .orElseThrow();
    }

    private static long distance(LocalDateTime start, List<Window> windows) {
        return windows.stream()
                .mapToLong(window -> days(start, window) * DAY + minutes(start, window))
                .min()
                .orElse(0);
    }

    private static long days(LocalDateTime start, Window window) {
        long early = window.from()
                .map(from -> ChronoUnit.DAYS.between(start.toLocalDate(), from.toLocalDate()))
                .orElse(0L);
        long late = window.to()
                .map(to -> ChronoUnit.DAYS.between(to.minusMinutes(1).toLocalDate(), start.toLocalDate()))
                .orElse(0L);
        return Math.max(0, Math.max(early, late));
    }

    private static long minutes(LocalDateTime start, Window window) {
        int minute = Preference.minute(start.toLocalTime());
        return window.times().stream()
                .mapToLong(hours -> Math.max(0, Math.max(hours.from() - minute, minute - hours.to() + 1)))
                .min()
                .orElse(0);
    }
}

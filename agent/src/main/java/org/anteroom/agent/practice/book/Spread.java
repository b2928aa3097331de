package org.anteroom.agent.practice.book;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Chooses three of the times that fit, so that they are a choice: three quarters of an hour in a row are none. The first is
 * the earliest there is. The others come from other half days, soon after; where there are too few half days, from what
 * lies an hour apart, then half an hour, then with somebody else. Fed day by day, in order.
 */
final class Spread {
    private static final int MOST = 3;
    private static final int NOON = 12;
    private static final Duration APART = Duration.ofHours(1);
    private static final Duration CLOSE = Duration.ofMinutes(30);

    /** Half a day of the wall clock. */
    private record Half(LocalDate day, boolean afternoon) {}

    private final boolean halves;
    private final ZoneId zone;
    private final List<Offer> chosen = new ArrayList<>(MOST);
    private final List<Offer> rest = new ArrayList<>();

    /** @param halves whether a half day gives one offer as long as there are others; else the soonest are taken */
    Spread(boolean halves, ZoneId zone) {
        this.halves = halves;
        this.zone = zone;
    }

    boolean enough() {
        return chosen.size() == MOST;
    }

    /** What fits on the next day, the earliest first. */
    void day(List<Offer> fitting) {
        if (!halves) {
            fitting.forEach(offer -> take(offer, apart(CLOSE)));
            return;
        }
        Map<Half, List<Offer>> byHalf = new LinkedHashMap<>();
        fitting.forEach(offer ->
                byHalf.computeIfAbsent(half(offer), none -> new ArrayList<>()).add(offer));
        for (List<Offer> half : byHalf.values()) {
            Offer best = somebodyElse(half);
            take(best, other -> true);
        }
        rest.addAll(fitting);
    }

    /** The earliest first. */
    List<Offer> offers() {
        for (Predicate<Offer> rule : List.of(apart(APART), apart(CLOSE), this::withSomebodyElse)) {
            rest.forEach(offer -> take(offer, rule));
        }
        chosen.sort(Comparator.comparing(Offer::start));
        return List.copyOf(chosen);
    }

    private void take(Offer offer, Predicate<Offer> rule) {
        if (chosen.size() < MOST && rule.test(offer)) {
            chosen.add(offer);
        }
    }

    /** Of those that begin first, one with a provider who is not among the chosen. */
    private Offer somebodyElse(List<Offer> half) {
        Offer first = half.get(0);
        Optional<Offer> other = half.stream()
                .takeWhile(offer -> offer.start().equals(first.start()))
                .filter(this::withSomebodyElse)
                .findFirst();
        return other.orElse(first);
    }

    private boolean withSomebodyElse(Offer offer) {
        return chosen.stream().noneMatch(each -> each.provider().equals(offer.provider()));
    }

    private Predicate<Offer> apart(Duration least) {
        return offer -> chosen.stream()
                .noneMatch(each ->
                        Duration.between(each.start(), offer.start()).abs().compareTo(least) < 0);
    }

    private Half half(Offer offer) {
        ZonedDateTime here = offer.start().atZone(zone);
        return new Half(here.toLocalDate(), here.getHour() >= NOON);
    }
}

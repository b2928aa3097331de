package org.anteroom.agent.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Window;

/** Times of visits in words: "Tuesday, December first at ten fifteen", "tomorrow at two". */
final class OfferWords {
    /** Hours of business: "at seven" is meant in the morning before noon there. */
    private static final int EARLY = 7 * 60;

    private static final int LATE = 19 * 60;
    private static final int DAY = 24 * 60;
    private static final int STEP = 5;
    private static final int NOON = 12 * 60;
    /** As callers' words are read. */
    private static final Map<String, TimeRange> PARTS = Map.of(
            "in the morning",
            new TimeRange(EARLY, NOON),
            "in the afternoon",
            new TimeRange(NOON, 17 * 60),
            "in the evening",
            new TimeRange(17 * 60, 21 * 60));

    private final Services services;
    private final LocalDate today;

    OfferWords(Services services, Instant now) {
        this.services = services;
        this.today = services.today(now);
    }

    /** Day and hour. */
    String moment(Offer offer) {
        ZonedDateTime start = offer.start().atZone(services.zone());
        return day(start.toLocalDate()) + " at " + clock(start);
    }

    /** The hour of a visit on a day that was named just before, with the provider where they differ. */
    String hour(Offer offer, boolean provider) {
        return (provider ? "at " : "") + clock(offer.start().atZone(services.zone())) + (provider ? with(offer) : "");
    }

    boolean sameDay(Offer one, Offer other) {
        return date(one).equals(date(other));
    }

    private LocalDate date(Offer offer) {
        return offer.start().atZone(services.zone()).toLocalDate();
    }

    /** The same with the provider, where there is a choice of them. */
    String whole(Offer offer) {
        return moment(offer) + with(offer);
    }

    /** " with Doctor Ortiz", or nothing where nobody else does that. */
    String with(Offer offer) {
        return services.choiceOfProviders(offer.visitType())
                ? services.provider(offer.provider())
                        .map(PracticeProvider::name)
                        .map(name -> " with " + name)
                        .orElse("")
                : "";
    }

    private String day(LocalDate day) {
        if (day.equals(today)) {
            return "today";
        }
        if (day.equals(today.plusDays(1))) {
            return "tomorrow, " + InWords.day(day.getDayOfWeek()) + ",";
        }
        return InWords.day(day.getDayOfWeek()) + ", " + InWords.date(day) + ",";
    }

    /** That there is nothing as it was asked for: when that was, where it can be told in few words. */
    Act.Say nothing(Visiting visit) {
        return visit.when()
                .filter(when -> when.except().isEmpty()
                        && visit.without().isEmpty()
                        && visit.with().size() < 2)
                .flatMap(this::asked)
                .map(when -> Act.Say.of(TemplateId.NOTHING_WHEN, Slot.WHEN, when + named(visit.with())))
                .orElse(Act.Say.of(TemplateId.NOTHING_THEN));
    }

    private String named(Set<String> providers) {
        return providers.stream()
                .flatMap(id -> services.provider(id).stream())
                .map(provider -> " with " + provider.name())
                .findFirst()
                .orElse("");
    }

    /** One day, weekday, or none, and one stretch of the day, or none: "Friday, December fourth, from five on". */
    private Optional<String> asked(Preference when) {
        if (when.windows().size() != 1 || when.windows().get(0).times().size() > 1) {
            return Optional.empty();
        }
        Window window = when.windows().get(0);
        Optional<String> time = window.times().stream().findFirst().map(OfferWords::stretch);
        if (window.from().isEmpty() && window.to().isEmpty()) {
            Optional<String> weekday = window.days().stream().findFirst().map(day -> "on a " + InWords.day(day));
            return window.days().size() > 1
                    ? Optional.empty()
                    : weekday.map(day -> day + time.map(" "::concat).orElse("")).or(() -> time);
        }
        return window.from()
                .map(LocalDateTime::toLocalDate)
                .filter(day ->
                        window.days().isEmpty() && window.equals(Window.on(day).during(hours(window))))
                .filter(day -> !day.isBefore(today))
                .map(this::day)
                .map(day -> time.map(of -> day + " " + of)
                        .orElse(day.endsWith(",") ? day.substring(0, day.length() - 1) : day));
    }

    private static TimeRange[] hours(Window window) {
        return window.times().toArray(TimeRange[]::new);
    }

    private static String stretch(TimeRange hours) {
        if (hours.to() - hours.from() == 1) {
            return "at " + clock(hours.from());
        }
        if (hours.to() == DAY) {
            // What lies after a time that was offered begins a minute later.
            return hours.from() % STEP == 1
                    ? "after " + clock(hours.from() - 1)
                    : "from " + clock(hours.from()) + " on";
        }
        Optional<String> part = PARTS.entrySet().stream()
                .filter(named -> named.getValue().equals(hours))
                .map(Map.Entry::getKey)
                .findFirst();
        if (part.isPresent()) {
            return part.get();
        }
        return hours.from() == 0
                ? "before " + clock(hours.to())
                : "between " + clock(hours.from()) + " and " + clock(hours.to());
    }

    private static String clock(ZonedDateTime start) {
        return clock(start.getHour() * 60 + start.getMinute());
    }

    private static String clock(int minute) {
        return minute >= EARLY && minute < LATE ? InWords.clock(minute) : InWords.moment(minute);
    }

    /** A date of birth: "March third, nineteen forty one". */
    static String birth(LocalDate born) {
        return InWords.date(born) + ", " + InWords.year(born.getYear());
    }
}

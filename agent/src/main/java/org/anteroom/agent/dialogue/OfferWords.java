package org.anteroom.agent.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.practice.book.Offer;

/** Times of visits in words: "Tuesday, December first at ten fifteen", "tomorrow at two". */
final class OfferWords {
    /** Hours of business: "at seven" is meant in the morning before noon there. */
    private static final int EARLY = 7 * 60;

    private static final int LATE = 19 * 60;

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

    private static String clock(ZonedDateTime start) {
        int minute = start.getHour() * 60 + start.getMinute();
        return minute >= EARLY && minute < LATE ? InWords.clock(minute) : InWords.moment(minute);
    }

    /** A date of birth: "March third, nineteen forty one". */
    static String birth(LocalDate born) {
        return InWords.date(born) + ", " + InWords.year(born.getYear());
    }
}

package org.anteroom.agent.dialogue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Window;
import org.anteroom.agent.words.SpokenNumbers;
import org.anteroom.agent.words.SpokenWhen;
import org.anteroom.agent.words.YesNo;

/** What a caller answers to up to three times that were offered. */
sealed interface Picked {

    /** One of them. */
    record One(Offer offer) implements Picked {}

    /** More than one fits what was said. */
    record Several(List<Offer> offers) implements Picked {}

    /** None of them, without saying what else. */
    record None() implements Picked {}

    /** Another time. */
    record Another(Preference when) implements Picked {}

    /** No answer. */
    record Unclear() implements Picked {}

    Set<String> FIRST = Set.of("first", "one", "earliest", "soonest");
    Set<String> SECOND = Set.of("second", "two", "middle");
    Set<String> THIRD = Set.of("third", "three");
    Set<String> LAST = Set.of("last", "latest");
    /** What may stand beside a number that picks. */
    Set<String> BESIDE = Set.of(
            "the",
            "number",
            "option",
            "one",
            "time",
            "please",
            "is",
            "good",
            "fine",
            "works",
            "that",
            "would",
            "be",
            "i'll",
            "take",
            "let's",
            "do",
            "yes",
            "yeah",
            "okay",
            "ok",
            "sure",
            "um",
            "uh",
            "will",
            "great",
            "perfect",
            "go",
            "with",
            "for",
            "me",
            "i",
            "want",
            "thanks",
            "thank",
            "you",
            "slot",
            "choice",
            "could",
            "can",
            "have",
            "appointment",
            "of",
            "them",
            "those",
            "a",
            "think",
            "maybe",
            "best",
            "sounds",
            "well",
            "just",
            "guess",
            "prefer",
            "like",
            "i'd");

    Set<String> WEEKDAYS = Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    Set<String> ANY = Set.of("any", "either", "whichever", "whatever", "doesn't");

    /** @param here where the practice is */
    static Picked of(Input.Said said, List<Offer> offers, Services services, LocalDateTime here) {
        List<String> words = said.words();
        Optional<Offer> counted = counted(words, offers, services);
        if (counted.isPresent()) {
            return new One(counted.get());
        }
        Optional<Preference> when =
                SpokenWhen.of(withoutOne(words), here).map(Preference::of).filter(Preference::narrows);
        YesNo answer = Answers.yesNo(said);
        if (when.isPresent()) {
            return named(when.get(), weekday(words), offers, services, answer);
        }
        ProviderWords providers = ProviderWords.in(words, services.providers());
        List<Offer> with = offers.stream()
                .filter(offer -> providers.with().contains(offer.provider()))
                .toList();
        if (!with.isEmpty()) {
            return with.size() == 1 ? new One(with.get(0)) : new Several(with);
        }
        if (later(words)) {
            return new Another(after(offers.get(offers.size() - 1), services));
        }
        if (answer == YesNo.NO || refuses(words)) {
            return new None();
        }
        boolean one = offers.size() == 1 && (answer == YesNo.YES || picks(words));
        boolean any = words.stream().anyMatch(ANY::contains);
        return one || any ? new One(offers.get(0)) : new Unclear();
    }

    /** "The nine thirty one" is the one at nine thirty. */
    private static List<String> withoutOne(List<String> words) {
        int last = words.size() - 1;
        boolean one = last > 0
                && words.get(last).equals("one")
                && !words.get(last - 1).equals("number");
        return one ? words.subList(0, last) : words;
    }

    /** @param weekday whether a day was named by its name alone: then the one that was offered is meant */
    private static Picked named(Preference when, boolean weekday, List<Offer> offers, Services services, YesNo answer) {
        boolean denied =
                answer == YesNo.NO && when.days().isEmpty() && when.times().isEmpty();
        List<Offer> fit = denied
                ? List.of()
                : offers.stream()
                        .filter(offer -> fits(when, offer, services)
                                || (weekday && fits(when.beside(day(offer, services)), offer, services)))
                        .toList();
        if (fit.size() == 1) {
            return new One(fit.get(0));
        }
        return fit.isEmpty() || (fit.size() == offers.size() && answer == YesNo.NO)
                ? new Another(when)
                : new Several(fit);
    }

    private static boolean weekday(List<String> words) {
        return words.stream().anyMatch(WEEKDAYS::contains)
                && words.stream().noneMatch(word -> word.equals("next") || word.equals("this"));
    }

    private static LocalDate day(Offer offer, Services services) {
        return offer.start().atZone(services.zone()).toLocalDate();
    }

    static boolean fits(Preference when, Offer offer, Services services) {
        ZonedDateTime start = offer.start().atZone(services.zone());
        int minute = start.getHour() * 60 + start.getMinute();
        List<Window> windows = when.windows();
        return (windows.isEmpty() ? when.soonest() : windows.stream().anyMatch(window -> holds(window, start, minute)))
                && when.except().stream().noneMatch(window -> holds(window, start, minute));
    }

    /** "At ten" means the one at ten fifteen where that is the only one near. */
    private static boolean holds(Window window, ZonedDateTime start, int minute) {
        List<TimeRange> times = window.times();
        return window.holds(start.toLocalDate(), minute)
                || (!times.isEmpty()
                        && times.stream().allMatch(time -> time.to() - time.from() == 1)
                        && times.stream().anyMatch(time -> hourOf(time, minute))
                        && window.during().holds(start.toLocalDate(), minute));
    }

    private static boolean hourOf(TimeRange said, int minute) {
        return said.from() % 60 == 0 && minute / 60 == said.from() / 60;
    }

    private static Optional<Offer> counted(List<String> words, List<Offer> offers, Services services) {
        boolean dated = words.stream().anyMatch(Picked::month);
        List<String> telling = words.stream()
                .filter(word -> !BESIDE.contains(word) || SECOND.contains(word))
                .toList();
        if (dated || telling.size() > 1) {
            return Optional.empty();
        }
        String word = telling.isEmpty() ? (words.contains("one") ? "one" : "") : telling.get(0);
        boolean thatOne = telling.isEmpty() && offers.size() > 1 && words.size() > 1 && !words.contains("number");
        if (thatOne && word.equals("one")) {
            return Optional.empty();
        }
        Optional<Offer> hour = hour(word, offers, services);
        if (hour.isPresent() && !words.contains("number") && !words.contains("option")) {
            return hour;
        }
        if (FIRST.contains(word)) {
            return Optional.of(offers.get(0));
        }
        if (SECOND.contains(word) && offers.size() > 1) {
            return Optional.of(offers.get(1));
        }
        if (THIRD.contains(word) && offers.size() > 2) {
            return Optional.of(offers.get(2));
        }
        return LAST.contains(word) ? Optional.of(offers.get(offers.size() - 1)) : Optional.empty();
    }

    /** "Two, please" is the one at two where there is one. */
    private static Optional<Offer> hour(String word, List<Offer> offers, Services services) {
        OptionalInt hour = SpokenNumbers.of(List.of(word));
        List<Offer> then = offers.stream()
                .filter(offer -> hour.isPresent()
                        && offer.start().atZone(services.zone()).getHour() % 12 == hour.getAsInt() % 12)
                .toList();
        return then.size() == 1 ? Optional.of(then.get(0)) : Optional.empty();
    }

    private static boolean month(String word) {
        return Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL, Locale.US).toLowerCase(Locale.US))
                .anyMatch(word::equals);
    }

    private static boolean picks(List<String> words) {
        return words.contains("take") || words.contains("works") || words.contains("fine") || words.contains("good");
    }

    private static boolean later(List<String> words) {
        return words.contains("later") || words.contains("further");
    }

    private static boolean refuses(List<String> words) {
        String said = " " + String.join(" ", words) + " ";
        return said.contains(" none ")
                || said.contains(" neither ")
                || said.contains(" something else ")
                || said.contains(" anything else ")
                || said.contains(" other ")
                || said.contains(" others ")
                || said.contains(" another ")
                || said.contains(" different ")
                || said.contains(" earlier ")
                || said.contains(" sooner ")
                || said.contains(" doesn't work ")
                || said.contains(" don't work ")
                || said.contains(" won't work ")
                || said.contains(" can't make ");
    }

    private static Preference after(Offer last, Services services) {
        LocalDateTime from = last.start().atZone(services.zone()).toLocalDateTime();
        return new Preference(
                List.of(Window.from(
                        from.toLocalTime().isAfter(LocalTime.NOON)
                                ? from.toLocalDate().plusDays(1).atStartOfDay()
                                : from.toLocalDate().atTime(LocalTime.NOON))),
                List.of(),
                List.of(),
                false);
    }
}

package org.anteroom.agent.dialogue;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
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
    Set<String> COUNTED = Set.of("first", "second", "third", "last", "middle");
    Set<String> CHOOSES = Set.of("take", "want", "choose", "pick", "prefer", "like");
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

    /** With these a weekday is one date. */
    Set<String> NEARER = Set.of("this", "next", "week", "weeks", "after", "before", "following", "not", "no");

    /** Behind these "one" is an hour, or the first of what is offered. */
    Set<String> HOUR = Set.of(
            "number", "at", "by", "around", "about", "before", "after", "past", "to", "until", "till", "from", "or",
            "and", "than", "between", "option");

    Set<String> ANY = Set.of("any", "either", "whichever", "whatever", "doesn't");

    /**
     * What was heard, and where that is no answer the first of its other readings that picks one.
     *
     * @param here where the practice is
     */
    static Picked of(Input.Said said, List<Offer> offers, Services services, LocalDateTime here) {
        Picked heard = heard(said, offers, services, here);
        if (!(heard instanceof Unclear)) {
            return heard;
        }
        return said.others().stream()
                .map(words -> heard(new Input.Said(words, List.of(), said.clip()), offers, services, here))
                .filter(One.class::isInstance)
                .findFirst()
                .orElse(heard);
    }

    private static Picked heard(Input.Said said, List<Offer> offers, Services services, LocalDateTime here) {
        List<String> words = said.words();
        Optional<Offer> counted = counted(words, offers, services)
                .or(() -> counted(chosen(words), offers, services))
                .or(() -> Ordinal.in(words, offers.size()).stream()
                        .mapToObj(offers::get)
                        .findFirst());
        if (counted.isPresent()) {
            return new One(counted.get());
        }
        Optional<Preference> moved = LaterOrEarlier.by(words, offers, services, here);
        if (moved.isPresent()) {
            return new Another(moved.get());
        }
        Optional<Preference> when = SpokenWhen.of(withoutOne(words), here)
                .map(found -> Preference.of(found, words, here))
                .filter(Preference::narrows);
        YesNo answer = Answers.yesNo(said);
        if (otherDay(words) && weekday(words).isEmpty()) {
            return new Another(daysAfter(offers.get(offers.size() - 1), services));
        }
        Optional<Picked> beside = LaterOrEarlier.than(words, offers, services);
        Optional<Picked> named = when.map(wish -> named(wish, words, offers, services, answer));
        boolean all = named.isEmpty()
                || (named.get() instanceof Several several && several.offers().size() == offers.size());
        if (beside.isPresent() && (all || beside.get() instanceof One || LaterOrEarlier.ofThatDay(words))) {
            return beside.get();
        }
        if (named.isPresent()) {
            return named.get();
        }
        ProviderWords providers = ProviderWords.in(words, services.providers());
        List<Offer> with = offers.stream()
                .filter(offer -> providers.with().contains(offer.provider()))
                .toList();
        if (!with.isEmpty()) {
            return with.size() == 1 ? new One(with.get(0)) : new Several(with);
        }
        if (answer == YesNo.NO || refuses(words)) {
            return new None();
        }
        boolean one = offers.size() == 1 && (answer == YesNo.YES || picks(words));
        boolean any = words.stream().anyMatch(ANY::contains);
        return one || any ? new One(offers.get(0)) : new Unclear();
    }

    private static Picked named(
            Preference when, List<String> words, List<Offer> offers, Services services, YesNo answer) {
        Picked named = named(when, offers, services, answer);
        return named instanceof Another
                ? onWeekday(words, when, offers, services).orElse(named)
                : named;
    }

    /** "The nine thirty one" is the one at nine thirty; "at one" is an hour. */
    static List<String> withoutOne(List<String> words) {
        int last = words.size() - 1;
        boolean one = last > 0 && words.get(last).equals("one") && !HOUR.contains(words.get(last - 1));
        // "Nineteen seventy one" is a year.
        boolean year = last > 1 && words.get(last - 2).equals("nineteen");
        return one && !year ? words.subList(0, last) : words;
    }

    private static Picked named(Preference when, List<Offer> offers, Services services, YesNo answer) {
        boolean denied =
                answer == YesNo.NO && when.days().isEmpty() && when.times().isEmpty();
        List<Offer> fit = denied
                ? List.of()
                : offers.stream().filter(offer -> fits(when, offer, services)).toList();
        // "At one" is the one at one, though one thirty is near.
        List<Offer> exact = fit.stream()
                .filter(offer -> when.windows().stream().anyMatch(window -> exactly(window, offer, services)))
                .toList();
        for (List<Offer> meant : List.of(fit, exact)) {
            if (meant.size() == 1) {
                return new One(meant.get(0));
            }
        }
        return fit.isEmpty() || (fit.size() == offers.size() && answer == YesNo.NO)
                ? new Another(when)
                : new Several(fit);
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
                || (pointed(times)
                        && times.stream().anyMatch(time -> hourOf(time, minute))
                        && window.during().holds(start.toLocalDate(), minute));
    }

    private static boolean exactly(Window window, Offer offer, Services services) {
        ZonedDateTime start = offer.start().atZone(services.zone());
        return pointed(window.times()) && window.holds(start.toLocalDate(), start.getHour() * 60 + start.getMinute());
    }

    /** Points of time, not stretches. */
    private static boolean pointed(List<TimeRange> times) {
        return !times.isEmpty() && times.stream().allMatch(time -> time.to() - time.from() == 1);
    }

    private static boolean hourOf(TimeRange said, int minute) {
        return said.from() % 60 == 0 && minute / 60 == said.from() / 60;
    }

    private static Optional<Offer> counted(List<String> words, List<Offer> offers, Services services) {
        boolean dated = words.stream().anyMatch(InWords.MONTHS::contains);
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

    /** What stands behind the last word of choosing: "I have it written down here, I'll take the first one". */
    private static List<String> chosen(List<String> words) {
        int last = -1;
        for (int at = 0; at < words.size(); at++) {
            last = CHOOSES.contains(words.get(at)) ? at : last;
        }
        List<String> behind = words.subList(last + 1, words.size());
        return last < 0 || behind.stream().noneMatch(COUNTED::contains) ? List.of() : behind;
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

    private static boolean picks(List<String> words) {
        return words.contains("take") || words.contains("works") || words.contains("fine") || words.contains("good");
    }

    /** "Tuesday works" is the Tuesday that was offered, though another comes before it. */
    private static Optional<Picked> onWeekday(
            List<String> words, Preference when, List<Offer> offers, Services services) {
        Optional<DayOfWeek> day = weekday(words);
        boolean dated = words.stream().anyMatch(word -> InWords.MONTHS.contains(word) || NEARER.contains(word));
        if (day.isEmpty() || dated) {
            return Optional.empty();
        }
        Preference hours = new Preference(
                when.days().stream()
                        .map(window -> Window.at(window.times().toArray(TimeRange[]::new)))
                        .toList(),
                when.times(),
                List.of(),
                false);
        List<Offer> fit = offers.stream()
                .filter(offer -> services.start(offer).getDayOfWeek() == day.get())
                .filter(offer -> fits(hours, offer, services))
                .toList();
        return fit.isEmpty() ? Optional.empty() : Optional.of(fit.size() == 1 ? new One(fit.get(0)) : new Several(fit));
    }

    /** The one that was named; none where there are two. */
    private static Optional<DayOfWeek> weekday(List<String> words) {
        List<DayOfWeek> named = Arrays.stream(DayOfWeek.values())
                .filter(day -> words.contains(InWords.WEEKDAYS.get(day.getValue() - 1)))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** "Another day, please". */
    private static boolean otherDay(List<String> words) {
        String said = Phrases.spaced(words);
        return said.contains(" another day ")
                || said.contains(" other day ")
                || said.contains(" other days ")
                || said.contains(" different day ")
                || said.contains(" some other day ")
                || said.contains(" day after ");
    }

    private static boolean refuses(List<String> words) {
        String said = Phrases.spaced(words);
        return said.contains(" none ")
                || said.contains(" neither ")
                || said.contains(" something else ")
                || said.contains(" anything else ")
                || said.contains(" other ")
                || said.contains(" others ")
                || said.contains(" another ")
                || said.contains(" different ")
                || said.contains(" doesn't work ")
                || said.contains(" don't work ")
                || said.contains(" won't work ")
                || said.contains(" can't make ");
    }

    private static Preference days(Window window) {
        return new Preference(List.of(window), List.of(), List.of(), false);
    }

    private static Preference daysAfter(Offer last, Services services) {
        return days(Window.from(services.start(last).toLocalDate().plusDays(1).atStartOfDay()));
    }
}

package org.anteroom.agent.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.words.DayMeaning.Kind;
import org.anteroom.agent.words.WhenGroup.Special;

/** Turns wishes that have been put together into times. */
final class WhenBuilder {
    private static final Set<DayOfWeek> ALL_DAYS = EnumSet.allOf(DayOfWeek.class);
    /** Longer than this, "mondays in ..." are simply mondays. */
    private static final int LISTED_DAYS = 62;

    private WhenBuilder() {}

    static Optional<When> when(List<WhenGroup> said) {
        said.forEach(WhenGroup::takeFromCorrected);
        List<WhenGroup> groups = new ArrayList<>(said);
        share(groups);
        List<WhenGroup> wanted = wanted(groups);
        List<WhenGroup> unwanted = groups.stream()
                .filter(group -> group.negative && group.special == Special.NONE)
                .filter(group -> !isBesides(group, wanted))
                .toList();
        if (wanted.stream().allMatch(group -> group.special != Special.NONE)) {
            Optional<When> limited = limited(unwanted);
            if (limited.isPresent() || wanted.isEmpty()) {
                return limited.or(() -> onlyUnwanted(unwanted));
            }
        }
        int most = wanted.stream()
                .mapToInt(group -> group.day().map(day -> day.readings().size()).orElse(1))
                .max()
                .orElse(1);
        List<List<WhenItem>> readings = new ArrayList<>();
        for (int reading = 0; reading < Math.max(1, most); reading++) {
            int which = reading;
            readings.add(together(wanted.stream()
                    .flatMap(group -> items(group, which).stream())
                    .distinct()
                    .toList()));
        }
        return Optional.of(new When(readings.stream().distinct().toList(), excluded(unwanted)));
    }

    /** Days and times if there are any; "as soon as possible" and "any time" only where nothing says more. */
    private static List<WhenGroup> wanted(List<WhenGroup> groups) {
        List<WhenGroup> all = groups.stream().filter(group -> !group.negative).toList();
        List<WhenGroup> said =
                all.stream().filter(group -> group.special == Special.NONE).toList();
        if (!said.isEmpty()) {
            return said;
        }
        List<WhenGroup> soonest =
                all.stream().filter(group -> group.special == Special.SOONEST).toList();
        return soonest.isEmpty() ? all : soonest.subList(0, 1);
    }

    private static Optional<When> onlyUnwanted(List<WhenGroup> unwanted) {
        if (unwanted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new When(List.of(List.of(new WhenItem.Anytime())), excluded(unwanted)));
    }

    /** "As soon as possible, but not before ten and not on mondays": the limit is what is wished. */
    private static Optional<When> limited(List<WhenGroup> unwanted) {
        List<WhenGroup> limits =
                unwanted.stream().filter(group -> turned(group).isPresent()).toList();
        if (limits.size() != 1) {
            return Optional.empty();
        }
        List<WhenGroup> others =
                unwanted.stream().filter(group -> group != limits.get(0)).toList();
        return turned(limits.get(0)).map(item -> new When(List.of(List.of(item)), excluded(others)));
    }

    /** "I can't before ten" is from ten on. */
    private static Optional<WhenItem> turned(WhenGroup group) {
        if (group.day == null) {
            return group.hours().flatMap(HourMeaning::turned).map(hours -> new WhenItem.TimeOfDay(hours.hours()));
        }
        Optional<Span> bound = group.day()
                .filter(day -> day.kind() == Kind.BOUND && group.hours == null)
                .map(DayMeaning::likeliest);
        return bound.map(span -> span.to().equals(LocalDateTime.MAX)
                ? range(new Span(LocalDateTime.MIN, span.from()), Optional.empty())
                : range(Span.from(span.to()), Optional.empty()));
    }

    private static List<WhenItem> excluded(List<WhenGroup> unwanted) {
        return together(unwanted.stream()
                .flatMap(group -> unwanted(group).stream())
                .distinct()
                .toList());
    }

    private static List<WhenItem> unwanted(WhenGroup group) {
        // "Not monday" rules out every monday.
        Set<DayOfWeek> days = group.day().map(DayMeaning::weekly).orElse(Set.of());
        if (!days.isEmpty() && (group.isKind(Kind.WEEKDAY) || group.isKind(Kind.PERIOD))) {
            return List.of(new WhenItem.Weekly(days, group.hours().map(HourMeaning::hours)));
        }
        return items(group, 0);
    }

    /** "Not tuesday, wednesday": what is wanted lies beside it anyway. */
    private static boolean isBesides(WhenGroup unwanted, List<WhenGroup> wanted) {
        return !wanted.isEmpty()
                && unwanted.day().filter(day -> !day.weekly().isEmpty()).isPresent()
                && wanted.stream().allMatch(group -> group.day()
                        .filter(day ->
                                !day.readings().isEmpty() && day.likeliest().isDay())
                        .filter(day -> unwanted.day()
                                .filter(other -> !other.weekly()
                                        .contains(day.likeliest().firstDay().getDayOfWeek()))
                                .isPresent())
                        .isPresent());
    }

    /** "Mondays and wednesdays after five" as one. */
    private static List<WhenItem> together(List<WhenItem> items) {
        List<WhenItem> all = new ArrayList<>();
        for (WhenItem item : items) {
            WhenItem last = all.isEmpty() ? item : all.get(all.size() - 1);
            if (!all.isEmpty()
                    && item instanceof WhenItem.Weekly next
                    && last instanceof WhenItem.Weekly before
                    && next.hours().equals(before.hours())) {
                Set<DayOfWeek> days = EnumSet.copyOf(before.weekdays());
                days.addAll(next.weekdays());
                all.set(all.size() - 1, new WhenItem.Weekly(days, before.hours()));
            } else {
                all.add(item);
            }
        }
        return all;
    }

    // ---- what is said once for several ------------------------------------------------------------------------------

    private static void share(List<WhenGroup> groups) {
        for (int i = 0; i < groups.size(); i++) {
            WhenGroup group = groups.get(i);
            if (group.special != Special.NONE || group.negative) {
                continue;
            }
            if (group.day == null) {
                group.day = dayBeside(groups, i).orElse(null);
            }
        }
        for (int i = 0; i < groups.size(); i++) {
            WhenGroup group = groups.get(i);
            if (group.special == Special.NONE && group.hours == null && group.day != null) {
                group.hours = hoursBeside(groups, i).orElse(null);
            }
        }
    }

    /** The day of the one before, else of the one it is joined to. */
    private static Optional<DayMeaning> dayBeside(List<WhenGroup> groups, int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (groups.get(i).day != null && !groups.get(i).negative) {
                return groups.get(i).day();
            }
        }
        for (int i = at + 1; i < groups.size() && groups.get(i).joined; i++) {
            if (groups.get(i).day != null && groups.get(i).negative == groups.get(at).negative) {
                return groups.get(i).day();
            }
        }
        return Optional.empty();
    }

    private static Optional<HourMeaning> hoursBeside(List<WhenGroup> groups, int at) {
        boolean negative = groups.get(at).negative;
        for (int i = at; i > 0 && groups.get(i).joined && groups.get(i - 1).negative == negative; i--) {
            WhenGroup before = groups.get(i - 1);
            if (before.hours != null) {
                if (before.hoursFirst && before.day != null) {
                    return before.hours();
                }
                break;
            }
        }
        for (int i = at + 1; i < groups.size() && groups.get(i).joined && groups.get(i).negative == negative; i++) {
            WhenGroup after = groups.get(i);
            if (after.apart || isMany(after) != isMany(groups.get(at))) {
                // "Weekends or fridays after four" limits the fridays.
                return Optional.empty();
            }
            if (after.hours != null) {
                return after.hoursFirst ? Optional.empty() : after.hours();
            }
        }
        return Optional.empty();
    }

    /** "Weekends", unlike "fridays" and "friday". */
    private static boolean isMany(WhenGroup group) {
        return group.isKind(Kind.WEEKLY)
                && group.day().filter(day -> day.weekly().size() > 1).isPresent();
    }

    // ---- items ------------------------------------------------------------------------------------------------------

    private static List<WhenItem> items(WhenGroup group, int reading) {
        if (group.special != Special.NONE) {
            return List.of(group.special == Special.SOONEST ? new WhenItem.Soonest() : new WhenItem.Anytime());
        }
        Optional<Hours> hours = group.hours().map(HourMeaning::hours);
        boolean every = group.hours().filter(HourMeaning::every).isPresent();
        if (group.day == null) {
            return hours.<List<WhenItem>>map(said ->
                            List.of(every ? new WhenItem.Weekly(ALL_DAYS, hours) : new WhenItem.TimeOfDay(said)))
                    .orElse(List.of());
        }
        DayMeaning day = group.day;
        if (day.kind() == Kind.WEEKLY) {
            return weekly(day, hours);
        }
        if (every && day.kind() == Kind.WEEKDAY) {
            return List.of(new WhenItem.Weekly(day.weekly(), hours));
        }
        Span span = day.readings().get(Math.min(reading, day.readings().size() - 1));
        return List.of(item(span, hours));
    }

    private static List<WhenItem> weekly(DayMeaning day, Optional<Hours> hours) {
        Optional<Span> period = day.around()
                .filter(span -> !span.isOpen() && ChronoUnit.DAYS.between(span.from(), span.to()) <= LISTED_DAYS);
        if (period.isEmpty()) {
            return List.of(new WhenItem.Weekly(day.weekly(), hours));
        }
        List<WhenItem> items = new ArrayList<>();
        LocalDate end = period.get().to().toLocalDate();
        for (LocalDate date = period.get().firstDay(); date.isBefore(end); date = date.plusDays(1)) {
            if (day.weekly().contains(date.getDayOfWeek())) {
                items.add(item(Span.day(date), hours));
            }
        }
        return items.isEmpty() ? List.of(new WhenItem.Weekly(day.weekly(), hours)) : items;
    }

    private static WhenItem item(Span span, Optional<Hours> hours) {
        if (span.from().equals(span.to())) {
            return new WhenItem.Point(span.from());
        }
        if (hours.isEmpty() || !span.isDay()) {
            return range(span, hours);
        }
        Hours said = hours.get();
        LocalDate date = span.firstDay();
        if (said.exact()) {
            return new WhenItem.Point(date.atTime(said.from().orElse(LocalTime.MIDNIGHT)));
        }
        LocalDateTime from = said.from().map(date::atTime).orElse(date.atStartOfDay());
        LocalDateTime to = said.to().map(date::atTime).orElse(date.plusDays(1).atStartOfDay());
        Span part = new Span(from, to);
        return range(span.and(part).orElse(part), Optional.empty());
    }

    private static WhenItem range(Span span, Optional<Hours> hours) {
        return new WhenItem.Range(
                Optional.of(span.from()).filter(from -> !from.equals(LocalDateTime.MIN)),
                Optional.of(span.to()).filter(to -> !to.equals(LocalDateTime.MAX)),
                hours);
    }
}

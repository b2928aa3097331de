package org.anteroom.agent.practice.book;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.config.BookingConfig;
import org.anteroom.agent.config.PracticeClosure;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.config.PracticeRoom;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.config.VisitType.ByPhone;
import org.anteroom.agent.practice.Hours;

/** Who sees patients when, where and what for, as the configuration and the closures in force say. Never changes: a reload
 *  makes another.
 */
public final class Timetable {
    private final Map<String, PracticeProvider> providers = new LinkedHashMap<>();
    private final Map<String, VisitType> visitTypes = new LinkedHashMap<>();
    private final Map<String, Week> weeks = new HashMap<>();
    private final List<PracticeRoom> rooms;
    private final BookingConfig rules;
    private final ZoneId zone;

    /**
     * Hours of a provider.
     *
     * @param usual what is open on each day of a week, Monday first, without breaks and where nothing else is taken away
     */
    private record Week(Hours hours, List<TimeRange> breaks, List<List<TimeRange>> usual) {}

    private Timetable(PracticeConfig practice, List<PracticeClosure> closures) {
        this.rooms = practice.rooms();
        this.rules = practice.booking();
        this.zone = practice.timezone();
        practice.visitTypes().forEach(type -> visitTypes.put(type.name(), type));
        Hours whole = Hours.of(practice, closures);
        for (PracticeProvider provider : practice.providers()) {
            Set<LocalDate> closed = new HashSet<>(whole.closed());
            closed.addAll(provider.off());
            providers.put(provider.id(), provider);
            weeks.put(
                    provider.id(),
                    new Week(
                            new Hours(provider.hours(), closed, zone, Map.of(), whole.closures()),
                            provider.breaks(),
                            Stream.of(DayOfWeek.values())
                                    .map(day -> without(
                                            provider.breaks(), provider.hours().of(day)))
                                    .toList()));
        }
    }

    public static Timetable of(PracticeConfig practice, List<PracticeClosure> closures) {
        return new Timetable(practice, closures);
    }

    public BookingConfig rules() {
        return rules;
    }

    public ZoneId zone() {
        return zone;
    }

    public Optional<VisitType> visitType(String name) {
        return Optional.ofNullable(visitTypes.get(name));
    }

    public Optional<PracticeProvider> provider(String id) {
        return Optional.ofNullable(providers.get(id));
    }

    /** By the name that is spoken. */
    Optional<PracticeProvider> named(String name) {
        return providers.values().stream()
                .filter(provider -> provider.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** All, in the order of the configuration. */
    public List<PracticeProvider> providers() {
        return List.copyOf(providers.values());
    }

    String providerIds() {
        return String.join(", ", providers.keySet());
    }

    String visitTypeNames() {
        return String.join(", ", visitTypes.keySet());
    }

    boolean hasRoom(String name) {
        return rooms.stream().anyMatch(room -> room.name().equals(name));
    }

    /** Those who do a kind of visit, in the order of the configuration. */
    public List<PracticeProvider> providersOf(VisitType visit) {
        return providers.values().stream().filter(visit::doneBy).toList();
    }

    /** The rooms a visit with a provider may be in, the preferred first; empty where it needs none. */
    List<String> roomsOf(VisitType visit, PracticeProvider provider) {
        List<String> named = visit.rooms().isEmpty() ? provider.rooms() : visit.rooms();
        return named.stream()
                .filter(room -> provider.rooms().isEmpty() || provider.rooms().contains(room))
                .filter(room -> isAt(room, provider.location()))
                .toList();
    }

    /** Whether a visit with a provider can't be without a room. */
    static boolean needsRoom(VisitType visit, PracticeProvider provider) {
        return !visit.rooms().isEmpty() || !provider.rooms().isEmpty();
    }

    private boolean isAt(String room, Optional<String> location) {
        return location.isEmpty()
                || rooms.stream()
                        .filter(each -> each.name().equals(room))
                        .allMatch(each ->
                                each.location().isEmpty() || each.location().equals(location));
    }

    /** When a provider sees patients on a date, without breaks and whatever else is taken away. */
    List<TimeRange> open(String provider, LocalDate day) {
        Week week = weeks.get(provider);
        if (week == null || week.hours().closed().contains(day)) {
            return List.of();
        }
        return week.hours().closures().isEmpty()
                ? week.usual().get(day.getDayOfWeek().getValue() - 1)
                : without(week.breaks(), week.hours().on(day));
    }

    /** How the time of an appointment is outside of its provider's hours, as a sentence without its beginning; empty within. */
    Optional<String> outside(Offer offer) {
        ZonedDateTime start = offer.start().atZone(zone);
        LocalDate day = start.toLocalDate();
        int from = start.getHour() * 60 + start.getMinute();
        long to = from + ChronoUnit.MINUTES.between(offer.start(), offer.end());
        List<TimeRange> open = open(offer.provider(), day);
        if (open.stream().anyMatch(range -> range.from() <= from && to <= range.to())) {
            return Optional.empty();
        }
        String name = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        String hours = open.stream().map(TimeRange::toString).collect(Collectors.joining(", "));
        return Optional.of("is outside the hours of " + offer.provider() + ", who has "
                + (hours.isEmpty() ? "none on that " + name : hours + " on that " + name));
    }

    private static List<TimeRange> without(List<TimeRange> breaks, List<TimeRange> whole) {
        List<TimeRange> open = whole;
        for (TimeRange pause : breaks) {
            open = open.stream().flatMap(range -> range.without(pause).stream()).toList();
        }
        return open;
    }

    /** What an offer takes, the buffers of its visit type included. */
    Cells cells(Offer offer) {
        Optional<VisitType> visit = visitType(offer.visitType());
        int before = visit.map(VisitType::bufferBeforeMinutes).orElse(0);
        int after = visit.map(VisitType::bufferAfterMinutes).orElse(0);
        return Cells.touched(
                offer.start().minus(before, ChronoUnit.MINUTES), offer.end().plus(after, ChronoUnit.MINUTES));
    }

    /** What a new patient with pain is looked for on the same day; empty where such a request goes to staff. */
    public Optional<Wish> sameDay() {
        return rules.sameDayVisit()
                .filter(visitTypes::containsKey)
                .map(name -> Wish.any(name).forNewPatient().paced(Wish.Pace.SAME_DAY));
    }

    /** Why a visit can't be had by phone whatever the time; empty when it can. */
    public Optional<Refusal> refusal(String visitType, boolean newPatient) {
        Optional<VisitType> visit = visitType(visitType);
        if (visit.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_VISIT_TYPE);
        }
        if (!visit.get().patients().admits(newPatient)) {
            return Optional.of(newPatient ? Refusal.NOT_FOR_NEW_PATIENTS : Refusal.FOR_NEW_PATIENTS_ONLY);
        }
        return visit.get().byPhone() == ByPhone.STAFF_ONLY ? Optional.of(Refusal.STAFF_ONLY) : Optional.empty();
    }
}

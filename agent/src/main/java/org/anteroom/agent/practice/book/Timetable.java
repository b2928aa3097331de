package org.anteroom.agent.practice.book;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Map<String, Hours> hours = new HashMap<>();
    private final List<PracticeRoom> rooms;
    private final BookingConfig rules;
    private final ZoneId zone;

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
            hours.put(provider.id(), new Hours(provider.hours(), closed, zone, Map.of(), whole.closures()));
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

    /** Those who do a kind of visit, in the order of the configuration. */
    public List<PracticeProvider> providersOf(VisitType visit) {
        return providers.values().stream()
                .filter(provider -> visit.providers().isEmpty()
                        ? provider.visitTypes().isEmpty()
                                || provider.visitTypes().contains(visit.name())
                        : visit.providers().contains(provider.id()))
                .toList();
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
        List<TimeRange> open = Optional.ofNullable(hours.get(provider))
                .map(each -> each.on(day))
                .orElse(List.of());
        for (TimeRange pause : provider(provider).map(PracticeProvider::breaks).orElse(List.of())) {
            open = without(pause, open);
        }
        return open;
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

    static List<TimeRange> without(TimeRange away, List<TimeRange> open) {
        List<TimeRange> left = new ArrayList<>(open.size() + 1);
        for (TimeRange range : open) {
            if (range.from() < Math.min(range.to(), away.from())) {
                left.add(new TimeRange(range.from(), Math.min(range.to(), away.from())));
            }
            if (Math.max(range.from(), away.to()) < range.to()) {
                left.add(new TimeRange(Math.max(range.from(), away.to()), range.to()));
            }
        }
        return left;
    }
}

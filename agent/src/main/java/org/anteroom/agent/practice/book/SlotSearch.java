package org.anteroom.agent.practice.book;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.practice.book.Wish.Pace;

/** Finds times that fit a wish. Pure: what is taken and what time it is come in as values. */
final class SlotSearch {
    /** A provider who may be offered, with the rooms a visit with them may be in, and what is taken of each. */
    private record Choice(String provider, Taken.Row taken, List<Room> rooms, boolean needsRoom) {
        /** The first room that is free; the provider is. */
        Optional<String> room(Cells cells) {
            return rooms.stream()
                    .filter(room -> room.taken().free(cells))
                    .map(Room::name)
                    .findFirst();
        }
    }

    private record Room(String name, Taken.Row taken) {}

    private static final Comparator<Offer> EARLIEST = Comparator.comparing(Offer::start);

    private final Timetable timetable;

    SlotSearch(Timetable timetable) {
        this.timetable = timetable;
    }

    /** At most three, the earliest first; none when nothing fits, or the visit can't be had by phone. */
    List<Offer> offers(Wish wish, Taken taken, Instant now) {
        if (timetable.refusal(wish.visitType(), wish.newPatient()).isPresent()) {
            return List.of();
        }
        VisitType visit = timetable.visitType(wish.visitType()).orElseThrow();
        List<Choice> choices = choices(visit, wish, taken);
        boolean sameDay = wish.pace() == Pace.SAME_DAY;
        Instant earliest = earliest(now, sameDay);
        LocalDate today = LocalDate.ofInstant(now, timetable.zone());
        LocalDate last = sameDay ? today : today.plusDays(timetable.rules().horizonDays());
        Spread spread = new Spread(wish.pace() == Pace.CHOICE, timetable.zone());
        for (LocalDate day = LocalDate.ofInstant(earliest, timetable.zone());
                !day.isAfter(last) && !spread.enough();
                day = day.plusDays(1)) {
            if (mayBegin(wish, day)) {
                spread.day(onDay(visit, choices, wish, WallDay.of(day, timetable.zone()), earliest));
            }
        }
        return spread.offers();
    }

    /** Whether an offer keeps the hours and the horizon, and begins at {@code earliest} or later, whoever has the time. */
    boolean fits(Offer offer, Instant now, Instant earliest) {
        Optional<VisitType> visit = timetable.visitType(offer.visitType());
        LocalDate day = LocalDate.ofInstant(offer.start(), timetable.zone());
        LocalDate today = LocalDate.ofInstant(now, timetable.zone());
        if (visit.isEmpty()
                || !offer.end().equals(offer.start().plus(visit.get().minutes(), ChronoUnit.MINUTES))
                || offer.start().isBefore(earliest)
                || day.isAfter(today.plusDays(timetable.rules().horizonDays()))) {
            return false;
        }
        long start = Math.floorDiv(offer.start().getEpochSecond(), 60L);
        WallDay wall = WallDay.of(day, timetable.zone());
        return timetable.open(offer.provider(), day).stream()
                .flatMap(range -> wall.within(range).stream())
                .anyMatch(open -> open.from() <= start - visit.get().bufferBeforeMinutes()
                        && start + visit.get().minutes() + visit.get().bufferAfterMinutes() <= open.to());
    }

    Instant earliest(Instant now, boolean sameDay) {
        Duration lead =
                sameDay ? timetable.rules().sameDayLead() : timetable.rules().lead();
        return now.plus(lead);
    }

    private List<Choice> choices(VisitType visit, Wish wish, Taken taken) {
        return timetable.providersOf(visit).stream()
                .filter(provider -> wish.wants(provider.id()))
                .map(provider -> new Choice(
                        provider.id(),
                        taken.row(Resource.provider(provider.id())),
                        timetable.roomsOf(visit, provider).stream()
                                .map(room -> new Room(room, taken.row(Resource.room(room))))
                                .toList(),
                        Timetable.needsRoom(visit, provider)))
                .filter(choice -> !choice.needsRoom() || !choice.rooms().isEmpty())
                .toList();
    }

    private static boolean mayBegin(Wish wish, LocalDate day) {
        return wish.within().isEmpty() || wish.within().stream().anyMatch(window -> window.touches(day));
    }

    private static boolean mayBegin(Wish wish, LocalDate day, int minute) {
        return (wish.within().isEmpty() || wish.within().stream().anyMatch(window -> window.holds(day, minute)))
                && wish.except().stream().noneMatch(window -> window.holds(day, minute));
    }

    private List<Offer> onDay(VisitType visit, List<Choice> choices, Wish wish, WallDay wall, Instant earliest) {
        List<Offer> found = new ArrayList<>();
        long soonest = -Math.floorDiv(-earliest.getEpochSecond() - (earliest.getNano() > 0 ? 1 : 0), 60L);
        for (Choice choice : choices) {
            for (TimeRange range : timetable.open(choice.provider(), wall.day())) {
                for (WallDay.Minutes open : wall.within(range)) {
                    long from = Math.max(open.from() + visit.bufferBeforeMinutes(), soonest);
                    within(new WallDay.Minutes(from, open.to()), visit, choice, wish, wall, found);
                }
            }
        }
        found.sort(EARLIEST);
        return found;
    }

    /** Looks at every beginning in one stretch of open time; one that is taken leads to the first after what took it. */
    private void within(
            WallDay.Minutes open, VisitType visit, Choice choice, Wish wish, WallDay wall, List<Offer> found) {
        int grid = timetable.rules().slotMinutes();
        int before = visit.bufferBeforeMinutes();
        int after = visit.minutes() + visit.bufferAfterMinutes();
        long start = wall.next(open.from(), grid);
        while (start != Long.MAX_VALUE && start + after <= open.to()) {
            Cells cells = Cells.ofMinutes(start - before, start + after);
            long free = choice.taken().freeFrom(cells);
            if (free > cells.from()) {
                start = wall.next(free * Cells.MINUTES + before, grid);
                continue;
            }
            if (mayBegin(wish, wall.day(), wall.shown(start))) {
                Optional<String> room = choice.room(cells);
                if (room.isPresent() || !choice.needsRoom()) {
                    found.add(offer(visit, choice.provider(), room, start));
                }
            }
            start = wall.next(start + 1, grid);
        }
    }

    private static Offer offer(VisitType visit, String provider, Optional<String> room, long minute) {
        Instant start = Instant.ofEpochSecond(minute * 60);
        return new Offer(provider, room, visit.name(), start, start.plus(visit.minutes(), ChronoUnit.MINUTES));
    }
}

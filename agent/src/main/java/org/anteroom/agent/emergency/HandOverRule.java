package org.anteroom.agent.emergency;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.OncallPerson;
import org.anteroom.agent.config.OncallRota;
import org.anteroom.agent.config.OncallShift;
import org.anteroom.agent.config.TargetKind;

/**
 * Which hand-overs of a plan are possible, and what overrides they come to. Nobody gives away more than their own duty: a
 * hand-over ends at the rota's next one at the latest, and who else is on call stays so. Pure.
 *
 * @param overrides those put in by command or by phone
 * @param zone the practice's
 */
public record HandOverRule(OncallConfig config, List<OncallOverride> overrides, ZoneId zone) {
    private static final int MOST_OTHERS = 9;
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final int SPOKEN_MINUTES = 5;
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Duration AHEAD = OnCallCheck.AHEAD;

    public HandOverRule {
        overrides = List.copyOf(overrides);
    }

    /** What somebody may change now: rotas that name them, or all where none does. */
    public List<DutyChoice> choices(String who, Instant now) {
        List<OncallRota> theirs = config.rotas().stream()
                .filter(rota -> named(rota).contains(who))
                .toList();
        return (theirs.isEmpty() ? config.rotas() : theirs)
                .stream().map(rota -> choice(rota, who, now)).toList();
    }

    private DutyChoice choice(OncallRota rota, String who, Instant now) {
        OnCall onCall = OnCall.of(config, overrides, zone);
        List<String> on = onCall.names(rota.name(), now);
        boolean giving = on.contains(who);
        List<String> others =
                giving ? takers(rota, on) : on.stream().filter(this::person).toList();
        return new DutyChoice(
                rota.name(),
                on,
                giving,
                others.stream().limit(MOST_OTHERS).toList(),
                ends(onCall, rota.name(), on.size() > 1, now));
    }

    /** People of the rota who are not on call; where there are none, everybody else who is named. */
    private List<String> takers(OncallRota rota, List<String> on) {
        List<String> own = free(named(rota).stream(), on);
        return own.isEmpty() ? free(config.people().stream().map(OncallPerson::name), on) : own;
    }

    private List<String> free(Stream<String> names, List<String> on) {
        return names.filter(name -> !on.contains(name)).filter(this::person).toList();
    }

    private boolean person(String name) {
        return config.people().stream().anyMatch(each -> each.name().equals(name) && each.kind() == TargetKind.PERSON);
    }

    private Set<String> named(OncallRota rota) {
        Set<String> names = new LinkedHashSet<>(rota.turns());
        Stream.concat(rota.shifts().stream(), rota.overrides().stream())
                .map(OncallShift::who)
                .forEach(names::add);
        overrides.stream()
                .filter(override -> override.rota().equals(rota.name()))
                .map(OncallOverride::who)
                .forEach(names::add);
        return names;
    }

    /** The next hand-over, and where nobody else is on call too, twelve hours from now and the next morning before it. */
    private List<LocalDateTime> ends(OnCall onCall, String rota, boolean several, Instant now) {
        Optional<LocalDateTime> next = next(onCall, rota, now);
        Set<LocalDateTime> ends = new LinkedHashSet<>();
        next.ifPresent(ends::add);
        if (!several) {
            LocalDateTime here = local(now);
            Set<LocalDateTime> earlier = new TreeSet<>(List.of(
                    spoken(local(now.plus(HALF_A_DAY))),
                    here.toLocalDate().plusDays(1).atTime(MORNING)));
            earlier.stream().filter(end -> next.map(end::isBefore).orElse(true)).forEach(ends::add);
        }
        return List.copyOf(ends);
    }

    private Optional<LocalDateTime> next(OnCall onCall, String rota, Instant now) {
        return onCall.changes(now, AHEAD).stream()
                .filter(change -> change.rota().equals(rota))
                .findFirst()
                .map(change -> local(change.at()));
    }

    /** The next time that is said in few words. */
    private static LocalDateTime spoken(LocalDateTime time) {
        int over = time.getMinute() % SPOKEN_MINUTES;
        return over == 0 ? time : time.plusMinutes(SPOKEN_MINUTES - over);
    }

    /** Whole minutes, as overrides are written. */
    private LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.MINUTES);
    }

    /**
     * All overrides after a hand-over that begins now. Empty when it is not possible (any more): the giver is not on call or
     * the taker is, or an override of the configuration holds whom it names, or it would reach past the next hand-over.
     */
    public Optional<List<OncallOverride>> applied(HandOver wanted, Instant now) {
        OnCall before = OnCall.of(config, overrides, zone);
        List<String> on = before.names(wanted.rota(), now);
        LocalDateTime from = local(now);
        if (!on.contains(wanted.giver())
                || on.contains(wanted.taker())
                || !person(wanted.taker())
                || !from.isBefore(wanted.until())) {
            return Optional.empty();
        }
        List<OncallOverride> after = new ArrayList<>();
        int number = overrides.stream().mapToInt(OncallOverride::number).max().orElse(0);
        for (OncallOverride override : overrides) {
            if (!override.who().equals(wanted.giver()) || !overlaps(override, wanted, from)) {
                after.add(override);
                continue;
            }
            if (override.from().isBefore(from)) {
                after.add(between(override.number(), override, override.from(), from));
            }
            if (wanted.until().isBefore(override.to())) {
                after.add(between(++number, override, wanted.until(), override.to()));
            }
        }
        after.add(new OncallOverride(++number, wanted.rota(), wanted.taker(), from, wanted.until()));
        for (String other : on) {
            boolean stays = overridden(wanted, other, from);
            if (!other.equals(wanted.giver()) && !stays) {
                after.add(new OncallOverride(++number, wanted.rota(), other, from, wanted.until()));
            }
        }
        return keepsEverybodyElse(before, OnCall.of(config, after, zone), wanted, now)
                ? Optional.of(List.copyOf(after))
                : Optional.empty();
    }

    private static OncallOverride between(int number, OncallOverride of, LocalDateTime from, LocalDateTime to) {
        return new OncallOverride(number, of.rota(), of.who(), from, to);
    }

    private static boolean overlaps(OncallOverride override, HandOver wanted, LocalDateTime from) {
        return override.rota().equals(wanted.rota())
                && override.from().isBefore(wanted.until())
                && from.isBefore(override.to());
    }

    /** Whether one override, also one written into the configuration, has them on call all the while anyway. */
    private boolean overridden(HandOver wanted, String who, LocalDateTime from) {
        Stream<OncallShift> put = overrides.stream()
                .filter(each -> each.rota().equals(wanted.rota()))
                .map(each -> new OncallShift(each.who(), each.from(), each.to()));
        Stream<OncallShift> written = config.rotas().stream()
                .filter(each -> each.name().equals(wanted.rota()))
                .flatMap(each -> each.overrides().stream());
        return Stream.concat(put, written)
                .anyMatch(each -> each.who().equals(who)
                        && !from.isBefore(each.from())
                        && !each.to().isBefore(wanted.until()));
    }

    /** Whether exactly the giver is replaced by exactly the taker, without a break, and nothing else than before follows. */
    private boolean keepsEverybodyElse(OnCall before, OnCall after, HandOver wanted, Instant now) {
        Instant until = Moments.of(wanted.until(), zone);
        Set<String> expected = new LinkedHashSet<>(before.names(wanted.rota(), now));
        expected.remove(wanted.giver());
        expected.add(wanted.taker());
        Duration length = Duration.between(now, until);
        boolean steady = Set.copyOf(after.names(wanted.rota(), now)).equals(expected)
                && changes(after, wanted.rota(), now, length).isEmpty()
                && changes(before, wanted.rota(), now, length).isEmpty();
        return steady
                && Set.copyOf(after.names(wanted.rota(), until)).equals(Set.copyOf(before.names(wanted.rota(), until)));
    }

    private static List<DutyChange> changes(OnCall onCall, String rota, Instant from, Duration length) {
        return onCall.changes(from, length).stream()
                .filter(change -> change.rota().equals(rota))
                .filter(change -> !Set.copyOf(change.before()).equals(Set.copyOf(change.after())))
                .toList();
    }
}

package org.anteroom.agent.config;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold between providers, visit types, rooms and the rules for booking. */
final class BookingRules {
    private static final int CELL = 5;

    private final PracticeConfig practice;
    private final Problems problems;

    private BookingRules(PracticeConfig practice, Problems problems) {
        this.practice = practice;
        this.problems = problems;
    }

    static void check(PracticeConfig practice, Problems problems) {
        BookingRules rules = new BookingRules(practice, problems);
        rules.names();
        rules.both();
        for (int i = 0; i < practice.rooms().size(); i++) {
            PracticeRoom room = practice.rooms().get(i);
            String key = key("room", i) + ".location";
            room.location().ifPresent(name -> rules.known(name, rules.locations(), "location", key));
        }
        for (int i = 0; i < practice.visitTypes().size(); i++) {
            rules.visitType(practice.visitTypes().get(i), key("visit-type", i));
        }
        for (int i = 0; i < practice.providers().size(); i++) {
            rules.provider(practice.providers().get(i), key("provider", i));
        }
        rules.grid(practice.booking());
        rules.sameDay(practice.booking());
    }

    private static String key(String section, int index) {
        return "practice." + section + "[" + (index + 1) + "]";
    }

    private String key(PracticeProvider provider) {
        return key("provider", practice.providers().indexOf(provider));
    }

    private void names() {
        TakenNames places = new TakenNames(problems);
        TakenNames rooms = new TakenNames(problems);
        TakenNames visits = new TakenNames(problems);
        TakenNames people = new TakenNames(problems);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < practice.locations().size(); i++) {
            PracticeLocation location = practice.locations().get(i);
            places.take(location.name(), location.aliases(), key("location", i));
        }
        for (int i = 0; i < practice.rooms().size(); i++) {
            rooms.take(practice.rooms().get(i).name(), List.of(), key("room", i));
        }
        for (int i = 0; i < practice.visitTypes().size(); i++) {
            VisitType type = practice.visitTypes().get(i);
            visits.take(type.name(), type.aliases(), key("visit-type", i));
        }
        for (int i = 0; i < practice.providers().size(); i++) {
            PracticeProvider provider = practice.providers().get(i);
            people.take(provider.name(), provider.aliases(), key("provider", i));
            if (!ids.add(provider.id())) {
                problems.add(key("provider", i) + ".id", "is taken by an earlier provider: give each an id of its own");
            }
        }
    }

    private void both() {
        if (!practice.providers().isEmpty()
                && practice.visitTypes().isEmpty()
                && problems.read("practice.visit-type")) {
            problems.add(
                    "practice.provider",
                    "there is no [[practice.visit-type]], so nothing could be booked: write one with name and minutes");
        }
        if (practice.providers().isEmpty() && !practice.visitTypes().isEmpty() && problems.read("practice.provider")) {
            problems.add(
                    "practice.visit-type",
                    "there is no [[practice.provider]], so nobody could be booked: write one with id, name and hours");
        }
    }

    private void visitType(VisitType type, String key) {
        fives(type.minutes(), key + ".minutes");
        fives(type.bufferBeforeMinutes(), key + ".buffer-before-minutes");
        fives(type.bufferAfterMinutes(), key + ".buffer-after-minutes");
        each(type.rooms(), rooms(), "room", key + ".rooms");
        each(type.providers(), ids(), "provider", key + ".providers");
        if (practice.providers().isEmpty()) {
            return;
        }
        List<PracticeProvider> able = practice.providers().stream()
                .filter(provider -> type.doneBy(provider) || doubtful(type, key, provider))
                .toList();
        if (able.isEmpty() && problems.read(key + ".name")) {
            problems.add(
                    key,
                    "no provider does it: add \"" + type.name() + "\" to the visit-types of one, or to providers here"
                            + " the id of one");
            return;
        }
        fits(type, key, able);
        for (PracticeProvider provider : able) {
            if (type.doneBy(provider) && roomless(type, provider)) {
                problems.add(
                        key + ".rooms",
                        "none of them is a room of " + provider.id() + ", who does it"
                                + provider.location().map(at -> " at " + at).orElse("")
                                + ": add a room that suits both");
            }
        }
    }

    /** Whether a provider may be meant to do it where either names what there isn't, or what can't be read. */
    private boolean doubtful(VisitType type, String key, PracticeProvider provider) {
        String other = key(provider);
        return type.providers().isEmpty()
                ? !problems.read(key + ".name")
                        || !problems.read(other + ".visit-types")
                        || !visitTypes().containsAll(provider.visitTypes())
                : !problems.read(key + ".providers")
                        || !problems.read(other + ".id")
                        || !ids().containsAll(type.providers());
    }

    private void fits(VisitType type, String key, List<PracticeProvider> able) {
        boolean read = Stream.of(".minutes", ".buffer-before-minutes", ".buffer-after-minutes")
                        .allMatch(each -> problems.read(key + each))
                && able.stream()
                        .map(this::key)
                        .allMatch(other -> problems.read(other + ".hours") && problems.read(other + ".breaks"));
        int longest = able.stream().mapToInt(BookingRules::longest).max().orElse(0);
        if (read && longest > 0 && type.blockedMinutes() > longest) {
            problems.add(
                    key + ".minutes",
                    "with its buffers it takes " + type.blockedMinutes()
                            + " minutes, but nobody who does it has more than " + longest
                            + " in a row: shorten it or a buffer, or widen the hours of a provider");
        }
    }

    private void provider(PracticeProvider provider, String key) {
        each(provider.visitTypes(), visitTypes(), "visit type", key + ".visit-types");
        each(provider.rooms(), rooms(), "room", key + ".rooms");
        provider.location().ifPresent(name -> known(name, locations(), "location", key + ".location"));
        for (int i = 0; i < provider.visitTypes().size(); i++) {
            String name = provider.visitTypes().get(i);
            String at = key + ".visit-types[" + (i + 1) + "]";
            practice.visitTypes().stream()
                    .filter(type -> type.name().equals(name))
                    .filter(type ->
                            !type.providers().isEmpty() && !type.providers().contains(provider.id()))
                    .filter(type -> ids().containsAll(type.providers()))
                    .findFirst()
                    .ifPresent(type -> problems.add(
                            at,
                            "\"" + name + "\" names its providers, without " + provider.id()
                                    + ": add the id there, or remove the name here"));
        }
        for (int i = 1; i < provider.breaks().size(); i++) {
            if (provider.breaks().get(i).from() <= provider.breaks().get(i - 1).to()) {
                problems.add(
                        key + ".breaks",
                        "must be in order and apart: " + provider.breaks().get(i) + " does not start after "
                                + provider.breaks().get(i - 1));
            }
        }
        if (!problems.read(key + ".hours")) {
            return;
        }
        if (Arrays.stream(DayOfWeek.values())
                .allMatch(day -> provider.hours().of(day).isEmpty())) {
            problems.add(
                    key,
                    "has no hours, so nobody could be booked with " + provider.id() + ": add [practice.provider.hours]"
                            + " below it, with monday = [\"08:00-12:00\", \"13:00-17:00\"] and the other days");
        } else if (longest(provider) == 0) {
            problems.add(key + ".breaks", "take all the hours of every day: shorten them");
        }
    }

    private void grid(BookingConfig booking) {
        if (60 % booking.slotMinutes() != 0 || booking.slotMinutes() % CELL != 0) {
            problems.add("practice.booking.slot-minutes", "must be one of 5, 10, 15, 20, 30, 60");
        }
        if (problems.read("practice.booking.horizon-days") && booking.leadMinutes() > booking.horizonDays() * 24 * 60) {
            problems.add(
                    "practice.booking.lead-minutes",
                    "is longer than horizon-days, so nothing could ever be offered: make it shorter");
        }
    }

    private void sameDay(BookingConfig booking) {
        if (practice.visitTypes().isEmpty() || booking.sameDayVisit().isEmpty()) {
            return;
        }
        String key = "practice.booking.same-day-visit";
        String name = booking.sameDayVisit().get();
        known(name, visitTypes(), "visit type", key);
        practice.visitTypes().stream()
                .filter(type -> type.name().equals(name) && !type.patients().admits(true))
                .findFirst()
                .ifPresent(type -> problems.add(
                        key,
                        "\"" + name + "\" is for existing patients only: name one for new patients, or set its patients"
                                + " to \"all\""));
    }

    private void fives(int minutes, String key) {
        if (minutes % CELL != 0) {
            int near = Math.max(CELL, (minutes + 2) / CELL * CELL);
            problems.add(key, "must be a multiple of 5, such as " + near);
        }
    }

    private void each(List<String> names, List<String> known, String what, String key) {
        for (int i = 0; i < names.size(); i++) {
            known(names.get(i), known, what, key + "[" + (i + 1) + "]");
        }
    }

    private void known(String name, List<String> known, String what, String key) {
        if (!known.contains(name) && told(what)) {
            problems.add(
                    key,
                    "there is no " + what + " \"" + name + "\"; "
                            + (known.isEmpty()
                                    ? "none is written yet"
                                    : "there are: "
                                            + known.stream()
                                                    .distinct()
                                                    .map(each -> "\"" + each + "\"")
                                                    .collect(Collectors.joining(", "))));
        }
    }

    /** Whether everything of a sort has the name, or the id, that others use for it. */
    private boolean told(String what) {
        return switch (what) {
            case "location" -> problems.readInEach(
                    "practice.location", practice.locations().size(), "name");
            case "room" -> problems.readInEach("practice.room", practice.rooms().size(), "name");
            case "provider" -> problems.readInEach(
                    "practice.provider", practice.providers().size(), "id");
            default -> problems.readInEach(
                    "practice.visit-type", practice.visitTypes().size(), "name");
        };
    }

    /** Whether it needs a room and there is none that both allow; unknown rooms are told of elsewhere. */
    private boolean roomless(VisitType type, PracticeProvider provider) {
        List<String> named = type.rooms().isEmpty() ? provider.rooms() : type.rooms();
        return !named.isEmpty()
                && rooms().containsAll(named)
                && rooms().containsAll(provider.rooms())
                && practice.rooms().stream()
                        .filter(room -> named.contains(room.name()))
                        .filter(room ->
                                provider.rooms().isEmpty() || provider.rooms().contains(room.name()))
                        .noneMatch(room -> room.location().isEmpty()
                                || provider.location().isEmpty()
                                || room.location().equals(provider.location()));
    }

    /** The longest stretch in a week without a break, minutes. */
    private static int longest(PracticeProvider provider) {
        return Arrays.stream(DayOfWeek.values())
                .flatMap(day -> open(provider, day).stream())
                .mapToInt(range -> range.to() - range.from())
                .max()
                .orElse(0);
    }

    private static List<TimeRange> open(PracticeProvider provider, DayOfWeek day) {
        List<TimeRange> open = joined(provider.hours().of(day));
        for (TimeRange pause : provider.breaks()) {
            List<TimeRange> left = new ArrayList<>();
            open.forEach(range -> left.addAll(range.without(pause)));
            open = left;
        }
        return open;
    }

    /** Ranges that overlap as one, which is the longest they can mean; that they do is told where they stand. */
    private static List<TimeRange> joined(List<TimeRange> ranges) {
        List<TimeRange> joined = new ArrayList<>();
        for (TimeRange range : ranges) {
            TimeRange last = joined.isEmpty() ? range : joined.get(joined.size() - 1);
            if (!joined.isEmpty() && range.from() <= last.to() && last.from() <= range.to()) {
                joined.set(
                        joined.size() - 1,
                        new TimeRange(Math.min(last.from(), range.from()), Math.max(last.to(), range.to())));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }

    private List<String> locations() {
        return practice.locations().stream().map(PracticeLocation::name).toList();
    }

    private List<String> rooms() {
        return practice.rooms().stream().map(PracticeRoom::name).toList();
    }

    private List<String> visitTypes() {
        return practice.visitTypes().stream().map(VisitType::name).toList();
    }

    private List<String> ids() {
        return practice.providers().stream().map(PracticeProvider::id).toList();
    }
}

package org.anteroom.agent.practice.calendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anteroom.agent.practice.book.Busy;

/**
 * Time zones of a calendar: places by their names ({@code America/New_York}) as this machine knows them, others as the file
 * describes them ({@code VTIMEZONE}). Neither asks anybody on the network.
 */
final class Zones {
    private static final Set<String> PLACES = ZoneId.getAvailableZoneIds();
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d\\d)(\\d\\d)(\\d\\d)?");
    /** Some change of the clock lies in any stretch of that length, where there are any each year. */
    private static final int MARGIN_DAYS = 800;

    private final ZoneRules floating;
    private final Busy window;
    private final Budget budget;
    private final Map<String, Component> described = new HashMap<>();
    private final Map<String, ZoneRules> known = new HashMap<>();
    /** Found out once: a file may name such a zone in each of its events. */
    private final Map<String, Unusable> broken = new HashMap<>();

    /** A change of the clock: when, by the clock before it. */
    private record Onset(LocalDateTime wall, ZoneOffset before, ZoneOffset after) {
        long second() {
            return wall.toEpochSecond(before);
        }
    }

    /**
     * @param floating the clock of times without a zone
     * @param window in which changes of the clock are of interest
     */
    Zones(List<Component> described, ZoneId floating, Busy window, Budget budget) {
        this.floating = floating.getRules();
        this.window = window;
        this.budget = budget;
        described.forEach(each -> each.first("TZID")
                .ifPresent(id -> this.described.putIfAbsent(id.value().strip(), each)));
    }

    ZoneRules floating() {
        return floating;
    }

    /** The clock of a line. */
    ZoneRules of(ContentLine line) throws Unusable {
        String id = line.parameters().getOrDefault("TZID", "").strip();
        if (id.isEmpty()) {
            return floating;
        }
        Unusable before = broken.get(id);
        if (before != null) {
            throw before;
        }
        ZoneRules rules = known.get(id);
        if (rules == null) {
            rules = found(line, id);
            known.put(id, rules);
        }
        return rules;
    }

    private ZoneRules found(ContentLine line, String id) throws Unusable {
        try {
            return find(line, id);
        } catch (Unusable trouble) {
            if (described.containsKey(id)) {
                broken.put(id, trouble);
            }
            throw trouble;
        }
    }

    private ZoneRules find(ContentLine line, String id) throws Unusable {
        Optional<String> place = place(id);
        if (place.isPresent()) {
            return ZoneId.of(place.get()).getRules();
        }
        Component zone = described.get(id);
        if (zone == null) {
            throw new Unusable(
                    line,
                    "has a TZID that is no place such as America/New_York, and the file has no VTIMEZONE for it: export the"
                            + " calendar with its time zones");
        }
        return rules(zone);
    }

    /** Some programs write {@code /mozilla.org/20050126_1/America/New_York}. */
    private static Optional<String> place(String id) {
        String rest = id;
        while (!PLACES.contains(rest)) {
            int slash = rest.indexOf('/');
            if (slash < 0 || !id.startsWith("/")) {
                return Optional.empty();
            }
            rest = rest.substring(slash + 1);
        }
        return Optional.of(rest);
    }

    private ZoneRules rules(Component zone) throws Unusable {
        List<Onset> onsets = new ArrayList<>();
        for (Component part : zone.parts()) {
            if (part.name().equals("STANDARD") || part.name().equals("DAYLIGHT")) {
                onsets.addAll(onsets(part));
            }
        }
        if (onsets.isEmpty()) {
            throw new Unusable(
                    zone.line(),
                    zone.name(),
                    "says nothing of its clock: export the calendar anew, or name a place as TZID");
        }
        onsets.sort(Comparator.comparingLong(Onset::second));
        ZoneOffset first = onsets.get(0).before();
        ZoneOffset now = first;
        TreeMap<Long, ZoneOffsetTransition> changes = new TreeMap<>();
        for (Onset onset : onsets) {
            if (!now.equals(onset.after())) {
                LocalDateTime wall = LocalDateTime.ofEpochSecond(onset.second(), 0, now);
                changes.put(onset.second(), ZoneOffsetTransition.of(wall, now, onset.after()));
                now = onset.after();
            }
        }
        return ZoneRules.of(first, first, List.of(), List.copyOf(changes.values()), List.of());
    }

    private List<Onset> onsets(Component part) throws Unusable {
        ContentLine begins = part.required("DTSTART");
        ZoneOffset before = offset(part.required("TZOFFSETFROM"));
        ZoneOffset after = offset(part.required("TZOFFSETTO"));
        LocalDateTime wall = Moments.wall(begins, begins.value().strip());
        Moment start = new Moment(wall, false, before.getRules());
        List<LocalDateTime> times = new ArrayList<>(List.of(wall));
        for (ContentLine rule : part.all("RRULE")) {
            times.addAll(Recurrence.times(
                    rule,
                    start,
                    LocalDateTime.ofInstant(window.from(), ZoneOffset.UTC).minusDays(MARGIN_DAYS),
                    LocalDateTime.ofInstant(window.to(), ZoneOffset.UTC).plusDays(MARGIN_DAYS),
                    budget));
        }
        for (ContentLine dates : part.all("RDATE")) {
            for (String each : dates.value().split(",", -1)) {
                times.add(Moments.wall(dates, each.strip()));
            }
        }
        return times.stream().map(time -> new Onset(time, before, after)).toList();
    }

    private static ZoneOffset offset(ContentLine line) throws Unusable {
        Matcher written = OFFSET.matcher(line.value().strip());
        if (!written.matches()) {
            throw new Unusable(line, "must be an offset such as -0500");
        }
        int sign = written.group(1).equals("-") ? -1 : 1;
        String seconds = written.group(3 + 1);
        int total = Integer.parseInt(written.group(2)) * 3600
                + Integer.parseInt(written.group(3)) * 60
                + (seconds == null ? 0 : Integer.parseInt(seconds));
        if (total > ZoneOffset.MAX.getTotalSeconds()) {
            throw new Unusable(line, "must be an offset such as -0500");
        }
        return ZoneOffset.ofTotalSeconds(sign * total);
    }
}

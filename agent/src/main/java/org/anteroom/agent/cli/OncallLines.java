package org.anteroom.agent.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.WallClock;
import org.anteroom.agent.emergency.DutyChange;
import org.anteroom.agent.emergency.Group;
import org.anteroom.agent.emergency.OnCall;
import org.anteroom.agent.emergency.Target;

/** The on-call plan as lines for the terminal. */
final class OncallLines {

    private static final int LONGEST = 40;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private OncallLines() {}

    /** Who rings in which order; kinds of emergency that ring others have lines of their own. */
    static List<String> now(OnCall onCall, Instant now, boolean open) {
        List<String> lines = new ArrayList<>();
        lines.add(time(now, onCall.zone()) + " " + onCall.zone() + ", " + (open ? "open" : "closed"));
        List<Group> usual = onCall.at(now, open, "");
        Map<List<Group>, List<String>> others = new LinkedHashMap<>();
        for (String category : onCall.categories()) {
            List<Group> groups = onCall.at(now, open, category);
            if (!groups.equals(usual)) {
                others.computeIfAbsent(groups, same -> new ArrayList<>()).add(category);
            }
        }
        plan(lines, others.isEmpty() ? "Every emergency" : "Every other emergency", usual);
        others.forEach((groups, categories) -> plan(lines, String.join(", ", categories), groups));
        byKey(lines, onCall);
        return lines;
    }

    private static void plan(List<String> lines, String what, List<Group> groups) {
        lines.add(what + " rings");
        int number = 0;
        for (Group group : groups) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %d. %s, for %d s",
                    ++number,
                    Text.plain(group.name(), LONGEST),
                    group.ring().toSeconds()));
            group.targets().forEach(target -> lines.add(target(target)));
        }
    }

    private static void byKey(List<String> lines, OnCall onCall) {
        List<Target> usual = onCall.byKey("");
        List<Target> all = Stream.concat(
                        usual.stream(),
                        onCall.categories().stream().flatMap(category -> onCall.byKey(category).stream()))
                .distinct()
                .toList();
        if (!all.isEmpty()) {
            lines.add("Added by key only, by whoever has the call");
            all.forEach(target -> lines.add(target(target)));
        }
    }

    private static String target(Target target) {
        return String.format(Locale.ROOT, "     %-30s %s", Text.plain(target.name(), 30), target.number());
    }

    static String change(DutyChange change, ZoneId zone) {
        return String.format(
                Locale.ROOT,
                "  %s  %-20s %s -> %s",
                time(change.at(), zone),
                Text.plain(change.rota(), 20),
                names(change.before()),
                names(change.after()));
    }

    static String override(OncallOverride override) {
        return String.format(
                Locale.ROOT,
                "  %3d  %-20s %-20s %s to %s",
                override.number(),
                Text.plain(override.rota(), 20),
                Text.plain(override.who(), 20),
                WallClock.written(override.from()),
                WallClock.written(override.to()));
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "nobody" : Text.plain(String.join(" and ", names), LONGEST);
    }

    private static String time(Instant moment, ZoneId zone) {
        return MINUTE.format(moment.atZone(zone));
    }
}

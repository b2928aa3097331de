package org.anteroom.agent.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.anteroom.agent.call.DrillLog.Drill;
import org.anteroom.agent.call.DrillLog.Outcome;
import org.anteroom.agent.call.DrillLog.Phrase;
import org.anteroom.agent.config.DrillConfig;
import org.anteroom.agent.rehearsal.DrillSchedule;

/** Drills as the commands show them. Pure. */
final class DrillLines {

    static final String SCHEDULED = "scheduled";
    static final String ASKED_FOR = "asked for";
    /** With some of its phrases. */
    static final String IN_PART = "in part";

    static final String FROZEN = "frozen";
    static final String UNREACHABLE = "unreachable";
    /** Drills without the receptionist, of the PBX's fall-back. */
    static final Set<String> OUTAGES = Set.of(FROZEN, UNREACHABLE);

    private static final int LISTED = 10;
    private static final int NAME = 24;
    private static final int LONG = 160;

    private DrillLines() {}

    /** What the figures of {@link #phrase} mean. */
    static String heading() {
        return String.format(
                        Locale.ROOT,
                        "  %-24s %-8s %7s %8s %9s  %s",
                        "phrase",
                        "decided",
                        "rang",
                        "accepted",
                        "connected",
                        "")
                .stripTrailing();
    }

    /** One phrase; seconds from the end of its decisive word. */
    static String phrase(Phrase phrase) {
        return String.format(
                        Locale.ROOT,
                        "  %-24s %-8s %7s %8s %9s  %s",
                        Text.plain(phrase.name(), NAME),
                        phrase.grade().isEmpty() ? "-" : phrase.grade().toLowerCase(Locale.ROOT),
                        seconds(phrase.rangMs()),
                        seconds(phrase.acceptedMs()),
                        seconds(phrase.bridgedMs()),
                        phrase.problem().isEmpty()
                                ? "ok, by " + Text.plain(phrase.rule(), LONG)
                                : Text.plain(phrase.problem(), LONG))
                .stripTrailing();
    }

    private static String seconds(OptionalLong millis) {
        return millis.isPresent() ? String.format(Locale.ROOT, "%.1f s", millis.getAsLong() / 1000.0) : "-";
    }

    /** One drill in a sentence. */
    static String verdict(Drill drill) {
        long failed = drill.phrases().stream()
                .filter(each -> !each.problem().isEmpty())
                .count();
        return switch (drill.outcome()) {
            case PASSED -> drill.phrases().isEmpty()
                    ? "The PBX's fall-back works: " + drill.detail() + "."
                    : "The drill passed: "
                            + (drill.phrases().size() == 1
                                    ? "the phrase"
                                    : "each of the " + drill.phrases().size() + " phrases")
                            + " brought a phone on the line.";
            case FAILED -> drill.phrases().isEmpty()
                    ? "The drill of the PBX's fall-back failed: " + drill.detail() + "."
                    : "The drill failed: " + failed + " of " + drill.phrases().size() + " phrases.";
            case GAVE_WAY -> "The drill gave way" + gaveWay(drill) + "; repeat it later.";
            case NOT_MADE -> "The drill could not be made: " + drill.detail() + ".";
        };
    }

    /** The one that was just made; its phrases were told before, unless as JSON. */
    static List<String> one(Drill drill, boolean json) {
        return json ? List.of(node(drill).toString()) : List.of(verdict(drill));
    }

    private static String gaveWay(Drill drill) {
        return drill.phrases().stream()
                .map(Phrase::problem)
                .filter(problem -> !problem.isEmpty())
                .reduce((first, last) -> last)
                .map(problem -> ": " + problem)
                .orElse("");
    }

    /** The last ones, the newest in full. */
    static List<String> report(List<Drill> drills, ZoneId zone, boolean json) {
        if (json) {
            ArrayNode all = Json.MAPPER.createArrayNode();
            drills.stream().limit(LISTED).map(DrillLines::node).forEach(all::add);
            return List.of(all.toString());
        }
        if (drills.isEmpty()) {
            return List.of("No drill was made yet; make one: anteroom drill run");
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%4s  %-16s  %-11s  %s", "no", "began", "how", "outcome"));
        for (Drill drill : drills.stream().limit(LISTED).toList()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%4d  %-16s  %-11s  %s",
                    drill.number(),
                    Text.time(drill.began(), zone),
                    drill.how(),
                    Text.plain(outcome(drill), LONG)));
        }
        drills.stream().filter(drill -> !drill.phrases().isEmpty()).findFirst().ifPresent(drill -> {
            lines.add("");
            lines.add("Drill " + drill.number() + ", seconds from the end of the decisive word:");
            lines.add(heading());
            drill.phrases().forEach(phrase -> lines.add(phrase(phrase)));
        });
        return List.copyOf(lines);
    }

    private static String outcome(Drill drill) {
        String word = drill.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String count = drill.phrases().isEmpty()
                ? ""
                : ", "
                        + drill.phrases().stream()
                                .filter(each -> each.problem().isEmpty())
                                .count() + " of " + drill.phrases().size() + " phrases";
        return word + count + (drill.detail().isEmpty() ? "" : ": " + drill.detail());
    }

    /** When the service makes them. */
    static List<String> schedule(DrillConfig config, ZoneId zone, List<Drill> drills, Instant now) {
        List<String> lines = new ArrayList<>();
        Optional<DrillSchedule> schedule = DrillSchedule.of(config, zone);
        lines.add(schedule.map(due -> "The service makes a drill every "
                        + due.day().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " at " + due.time()
                        + "; the next on " + Text.time(due.next(now), zone) + ".")
                .orElse("The service makes no drills by itself: set drill.day. 'anteroom drill run' makes one."));
        lines.add(lastMade(drills)
                .map(at -> "The last was made on " + Text.time(at, zone) + "; " + "an alarm is raised "
                        + config.dueDays() + " days after it.")
                .orElse(none(drills, 0, now, zone)));
        return lines;
    }

    /** When the last one with all phrases was made that says something; empty when none was. */
    static Optional<Instant> lastMade(List<Drill> drills) {
        return whole(drills)
                .filter(drill -> drill.outcome().made())
                .map(Drill::began)
                .max(Instant::compareTo);
    }

    /** That none with all phrases was made yet, and what came of the newest with some of them.
     *
     *  @param all how many phrases a whole one has; 0 where that isn't known
     */
    static String none(List<Drill> drills, int all, Instant now, ZoneId zone) {
        return spoken(drills)
                .filter(drill -> drill.how().equals(IN_PART) && drill.outcome().made())
                .findFirst()
                .map(drill -> "No whole drill was made yet (" + passed(drill) + " of "
                        + Math.max(all, drill.phrases().size()) + " phrases passed "
                        + StatusView.at(drill.began(), now, zone) + ").")
                .orElse("No drill was made yet.");
    }

    private static String passed(Drill drill) {
        long passed = drill.phrases().stream()
                .filter(each -> each.problem().isEmpty())
                .count();
        return passed == 1 ? "one" : passed == 0 ? "none" : Long.toString(passed);
    }

    /** When the last one was begun that came to nothing. */
    static Optional<Instant> lastTried(List<Drill> drills) {
        return whole(drills)
                .filter(drill -> !drill.outcome().made())
                .map(Drill::began)
                .max(Instant::compareTo);
    }

    /** Why the newest with all phrases came to nothing; empty when it didn't. */
    static Optional<String> tried(List<Drill> drills) {
        return whole(drills)
                .findFirst()
                .filter(drill -> !drill.outcome().made())
                .map(DrillLines::verdict);
    }

    /** The newest with phrases, or else the newest of the fall-back, where that one failed. One in part can fail, but not
     *  make good what failed before.
     */
    static Optional<Drill> failed(List<Drill> drills) {
        Optional<Drill> spoken = spoken(drills)
                .filter(drill -> drill.outcome() == Outcome.FAILED
                        || (drill.outcome() == Outcome.PASSED && !drill.how().equals(IN_PART)))
                .findFirst();
        Optional<Drill> fallback =
                drills.stream().filter(drill -> OUTAGES.contains(drill.how())).findFirst();
        return Stream.of(spoken, fallback)
                .flatMap(Optional::stream)
                .filter(drill -> drill.outcome() == Outcome.FAILED)
                .findFirst();
    }

    private static Stream<Drill> whole(List<Drill> drills) {
        return spoken(drills).filter(drill -> !drill.how().equals(IN_PART));
    }

    private static Stream<Drill> spoken(List<Drill> drills) {
        return drills.stream().filter(drill -> !OUTAGES.contains(drill.how()));
    }

    private static ObjectNode node(Drill drill) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("number", drill.number())
                .put("began", drill.began().toString())
                .put("ended", drill.ended().toString())
                .put("how", drill.how())
                .put("outcome", drill.outcome().name())
                .put("detail", drill.detail());
        ArrayNode phrases = node.putArray("phrases");
        for (Phrase phrase : drill.phrases()) {
            ObjectNode one = phrases.addObject()
                    .put("phrase", phrase.name())
                    .put("grade", phrase.grade())
                    .put("rule", phrase.rule());
            put(one, "rang-ms", phrase.rangMs());
            put(one, "accepted-ms", phrase.acceptedMs());
            put(one, "connected-ms", phrase.bridgedMs());
            one.put("problem", phrase.problem());
        }
        return node;
    }

    private static void put(ObjectNode node, String key, OptionalLong millis) {
        if (millis.isPresent()) {
            node.put(key, millis.getAsLong());
        } else {
            node.putNull(key);
        }
    }
}

package org.anteroom.agent.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anteroom.agent.call.Emergency;
import org.anteroom.agent.call.EmergencyLog;
import org.anteroom.agent.call.FlightRecord;
import org.anteroom.agent.call.Judgement;
import org.anteroom.agent.call.Moment;
import org.anteroom.agent.call.WakeUps;
import org.anteroom.agent.emergency.KnownTexts;

/** Emergencies as lines for a terminal. */
final class EmergencyLines {

    private static final int SHORT = 40;
    private static final int LONG = 4_000;
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private EmergencyLines() {}

    static List<String> list(List<Emergency> emergencies, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        lines.add(row("no", "since", "grade", "about", "taken by", "after s", "staff says", "how it ended"));
        for (Emergency each : emergencies) {
            FlightRecord flight = each.flight();
            FlightRecord.Reason reason = flight.reason();
            lines.add(row(
                    Long.toString(each.number()),
                    Text.time(each.when(), zone),
                    reason.grade().toLowerCase(Locale.ROOT),
                    Text.plain(reason.category(), 18),
                    Text.plain(flight.takenBy().orElse("nobody"), 20),
                    flight.takenAfterMs().map(EmergencyLines::seconds).orElse("-"),
                    each.verdict().map(Judgement.Verdict::word).orElse("not yet"),
                    Text.plain(ended(each), 60)));
        }
        if (emergencies.isEmpty()) {
            lines.add("There are no emergencies.");
        }
        return lines;
    }

    static List<String> show(EmergencyLog.Page page, ZoneId zone) {
        Emergency emergency = page.emergency();
        FlightRecord flight = emergency.flight();
        List<String> lines = new ArrayList<>();
        lines.add("emergency  " + emergency.number() + "  (call " + emergency.callNumber() + ", "
                + Text.plain(emergency.call(), SHORT) + ")");
        lines.add("decisive   " + MILLIS.format(emergency.when().atZone(zone)) + ", 0 ms of the timeline");
        flight.reasons().forEach(reason -> reason(reason, lines));
        lines.add("taken by   "
                + flight.takenBy()
                        .map(who -> Text.plain(who, SHORT) + " after "
                                + flight.takenAfterMs()
                                        .map(EmergencyLines::seconds)
                                        .orElse("?") + " s")
                        .orElse("nobody"));
        lines.add("ended      " + Text.plain(ended(emergency), LONG));
        lines.add("recording  " + recording(page, flight));
        outcome(emergency, zone, lines);
        lines.add("timeline, ms:");
        for (Moment moment : flight.moments()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%9d  %-20s %s",
                    moment.ms(),
                    Text.plain(moment.who(), 20),
                    Text.plain(moment.what(), LONG)));
        }
        return lines;
    }

    private static void reason(FlightRecord.Reason reason, List<String> lines) {
        lines.add("decided    "
                + (reason.grade().equals("NONE") ? "asked for" : reason.grade().toLowerCase(Locale.ROOT)) + ", "
                + reason.category() + ", by "
                + (reason.rule().equals("meaning") ? "meaning" : "rule " + reason.rule()));
        if (!reason.words().isEmpty()) {
            lines.add("  words    " + Text.plain(reason.words(), LONG));
        }
        if (!reason.found().isEmpty()) {
            lines.add("  data     " + reason.found());
        }
        if (!reason.score().isEmpty()) {
            lines.add("  score    " + reason.score() + ", nearest known sentences:");
            reason.nearest()
                    .forEach(id -> lines.add("             " + Text.plain(id, SHORT) + "  "
                            + KnownTexts.of(id).orElse("(not in this version)")));
        }
    }

    private static String ended(Emergency emergency) {
        return emergency
                .flight()
                .over()
                .orElse(
                        !emergency.callEnded()
                                ? "going on, or cut off by the end of the service"
                                : emergency.flight().rung().isEmpty()
                                        ? "nobody was rung: the caller had hung up"
                                        : "the caller hung up; phones ring on");
    }

    private static String recording(EmergencyLog.Page page, FlightRecord flight) {
        if (!page.recorded()) {
            return "none: not switched on, not announced, or deleted at the caller's wish";
        }
        return "sealed, until a person took the call; the caller was told"
                + flight.reason()
                        .soundMs()
                        .map(ms -> "; the decisive word ends at " + seconds(ms) + " s of it")
                        .orElse("");
    }

    private static void outcome(Emergency emergency, ZoneId zone, List<String> lines) {
        if (emergency.judgements().isEmpty()) {
            lines.add("outcome    not said yet: anteroom emergencies outcome " + emergency.number()
                    + " real, or: false-alarm");
        }
        for (Judgement each : emergency.judgements()) {
            lines.add("outcome    " + each.verdict().word() + ", says " + Text.plain(each.by(), 80) + ", "
                    + Text.time(each.when(), zone));
        }
    }

    static List<String> wakeUps(WakeUps wakeUps) {
        List<String> lines = new ArrayList<>();
        if (wakeUps.months().isEmpty()) {
            lines.add("No emergency has rung anybody on call.");
            return lines;
        }
        counts("month", wakeUps.months(), lines);
        counts("rule", wakeUps.rules(), lines);
        counts("person on call", wakeUps.people(), lines);
        lines.add("needless: emergencies whose newest outcome is false-alarm; each counts once for everybody it rang.");
        return lines;
    }

    private static void counts(String what, List<WakeUps.Count> counts, List<String> lines) {
        lines.add(String.format(Locale.ROOT, "%-30s %8s %8s %8s %8s", what, "rung", "real", "needless", "not said"));
        for (WakeUps.Count each : counts) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-30s %8d %8d %8d %8d",
                    Text.plain(each.name(), 30),
                    each.rung(),
                    each.real(),
                    each.needless(),
                    each.open()));
        }
        lines.add("");
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.1f", ms / 1000.0);
    }

    private static String row(
            String number,
            String since,
            String grade,
            String about,
            String taker,
            String after,
            String staff,
            String ended) {
        return String.format(
                        Locale.ROOT,
                        "%4s  %-16s  %-7s  %-18s  %-20s  %7s  %-11s  %s",
                        number,
                        since,
                        grade,
                        about,
                        taker,
                        after,
                        staff,
                        ended)
                .stripTrailing();
    }
}

package org.anteroom.agent.cli;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anteroom.agent.call.CallLog;

/** Calls as lines for a terminal. */
final class CallLines {

    private static final int SHORT = 40;
    private static final int LONG = 4_000;

    private CallLines() {}

    /** @param rehearsing the caller of drills and of doctor's check */
    static List<String> list(List<CallLog.Call> calls, Optional<String> rehearsing, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        lines.add(row("no", "began", "lasted", "caller", "outcome"));
        for (CallLog.Call call : calls) {
            lines.add(row(
                    Long.toString(call.number()),
                    Text.time(call.began(), zone),
                    lasted(call),
                    call.caller().map(Text::number).orElse("withheld"),
                    (checks(call, rehearsing) ? "a check, " : "") + outcome(call)));
        }
        if (calls.isEmpty()) {
            lines.add("There are no calls.");
        }
        return lines;
    }

    static List<String> show(CallLog.Whole whole, ZoneId zone) {
        CallLog.Call call = whole.call();
        List<String> lines = new ArrayList<>();
        lines.add("call     " + call.number() + "  (" + Text.plain(call.id(), SHORT) + ")");
        lines.add("began    " + Text.time(call.began(), zone) + ", lasted " + lasted(call));
        lines.add("caller   " + call.caller().map(Text::number).orElse("withheld"));
        lines.add("outcome  " + outcome(call));
        List<CallLog.Line> byTime = whole.lines().stream()
                .sorted(Comparator.comparingLong(CallLog.Line::atMs))
                .toList();
        for (CallLog.Line line : byTime) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%9.2f  %-12s %s",
                    line.atMs() / 1000.0,
                    line.kind().toLowerCase(Locale.ROOT),
                    Text.plain(CallWords.detail(line.kind(), line.detail()), LONG)));
        }
        return lines;
    }

    /** No drill, but from its extension, as doctor calls. */
    private static boolean checks(CallLog.Call call, Optional<String> rehearsing) {
        return !call.drill()
                && rehearsing.isPresent()
                && call.caller().map(CallLines::digits).equals(rehearsing.map(CallLines::digits));
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }

    private static String outcome(CallLog.Call call) {
        return Text.plain((call.drill() ? "drill, " : "") + CallWords.outcome(call.outcome()), SHORT);
    }

    private static String lasted(CallLog.Call call) {
        return call.ended()
                .map(end -> Duration.between(call.began(), end))
                .map(took -> String.format(Locale.ROOT, "%d:%02d", took.toMinutes(), took.toSecondsPart()))
                .orElse("going on");
    }

    private static String row(String number, String began, String lasted, String caller, String outcome) {
        return String.format(Locale.ROOT, "%4s  %-16s  %-8s  %-14s  %s", number, began, lasted, caller, outcome)
                .stripTrailing();
    }
}

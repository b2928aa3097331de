package org.anteroom.agent.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anteroom.agent.practice.CallBack;
import org.anteroom.agent.practice.CallBackOwner;
import org.anteroom.agent.practice.CallBackStage;

/** Promised call-backs as lines for a terminal. */
final class CallBackLines {

    private CallBackLines() {}

    static List<String> list(List<CallBack> callBacks, Instant now, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        lines.add(row("no", "promised", "by", "message", "call back", "stage", "who"));
        for (CallBack each : callBacks) {
            lines.add(row(
                    Long.toString(each.number()),
                    Text.time(each.promised(), zone),
                    Text.time(each.due(), zone),
                    Long.toString(each.message()),
                    each.caller().isEmpty() ? "-" : Text.number(each.caller()),
                    stage(each, now, zone),
                    each.owners().stream()
                            .map(CallBackOwner::name)
                            .map(name -> Text.plain(name, 24))
                            .collect(Collectors.joining(", "))));
        }
        if (callBacks.isEmpty()) {
            lines.add("No call-backs were promised.");
        }
        return lines;
    }

    static String done(CallBack callBack) {
        return "call-back " + callBack.number() + " is done: nobody is rung about it any more.";
    }

    private static String stage(CallBack each, Instant now, ZoneId zone) {
        boolean late = each.stage() != CallBackStage.DONE && now.isAfter(each.due());
        String word = late ? "OVERDUE" : each.stage().name().toLowerCase(Locale.ROOT);
        String when = each.stage() == CallBackStage.DONE ? " " + Text.time(each.changed(), zone) : "";
        return word
                + when
                + each.taken().map(taken -> ", taken " + Text.time(taken, zone)).orElse("");
    }

    private static String row(
            String number, String promised, String by, String message, String back, String stage, String who) {
        return String.format(
                        Locale.ROOT,
                        "%4s  %-16s  %-16s  %7s  %-14s  %-32s  %s",
                        number,
                        promised,
                        by,
                        message,
                        back,
                        stage,
                        who)
                .stripTrailing();
    }
}

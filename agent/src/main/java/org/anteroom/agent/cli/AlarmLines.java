package org.anteroom.agent.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmEvent;
import org.anteroom.agent.notice.OpenAlarm;

/** Alarms as lines for a terminal. */
final class AlarmLines {

    private static final int LONG = 400;

    private AlarmLines() {}

    static List<String> open(List<OpenAlarm> open, Instant now, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        for (OpenAlarm each : open) {
            Alarm alarm = each.alarm();
            String about = alarm.subject().isEmpty() ? "" : " [" + Text.plain(alarm.subject(), 80) + "]";
            lines.add(String.format(
                    Locale.ROOT,
                    "%4d  %s%s%s  since %s (%s), %d time%s",
                    alarm.number(),
                    alarm.kind(),
                    about,
                    alarm.kind().grave() ? "  GRAVE" : "",
                    Text.time(alarm.first(), zone),
                    age(alarm.first(), now),
                    alarm.times(),
                    alarm.times() == 1 ? "" : "s"));
            lines.add("      " + Text.plain(alarm.sentence(), LONG));
            lines.add("      sent: " + sent(each, zone));
            lines.add("      " + taken(each, zone));
        }
        if (open.isEmpty()) {
            lines.add("No alarm is open.");
        }
        return lines;
    }

    private static String taken(OpenAlarm each, ZoneId zone) {
        return each.taken()
                .map(taken ->
                        "acknowledged by " + Text.plain(taken.actor(), 80) + " at " + Text.time(taken.when(), zone))
                .orElse("acknowledged by nobody: anteroom alarms ack "
                        + each.alarm().number());
    }

    private static String sent(OpenAlarm each, ZoneId zone) {
        return each.sent().isEmpty()
                ? "nowhere yet"
                : each.sent().stream()
                        .map(one -> one.channel() + " " + Text.time(one.when(), zone) + " "
                                + one.state().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }

    private static String age(Instant first, Instant now) {
        long minutes = Math.max(0, Duration.between(first, now).toMinutes());
        return minutes < 120 ? minutes + " min" : minutes < 2880 ? minutes / 60 + " h" : minutes / 1440 + " days";
    }

    static List<String> log(List<AlarmEvent> events, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        for (AlarmEvent event : events) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s  %4d  %-12s  %-20s  %s",
                    Text.time(event.when(), zone),
                    event.alarm(),
                    event.what().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    Text.plain(event.actor(), 40),
                    Text.plain(event.detail(), LONG)));
        }
        if (events.isEmpty()) {
            lines.add("There were no alarms yet.");
        }
        return lines;
    }
}

package org.anteroom.agent.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;

/** How the service is, for whoever sits at the front desk: first whether all is well, then what needs attention, then the
 *  rest. Lines for a terminal; pure.
 *
 *  @param now when it is looked at
 *  @param width columns of the terminal
 *  @param colours whether it takes them
 */
record StatusView(Instant now, int width, boolean colours) {

    private static final int LABEL = 16;
    private static final int MOST_CALLS = 6;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** All of it. */
    List<String> lines(ServiceStatus status) {
        List<String> lines = new ArrayList<>();
        lines.add(beside(
                "Anteroom " + plain(status.version()), SECOND.format(now.atZone(status.zone())) + " " + status.zone()));
        lines.add("");
        headline(lines, status);
        attention(lines, status);
        lines.add("");
        line(lines, status);
        calls(lines, status);
        onCall(lines, status);
        drills(lines, status);
        lines.add("");
        entry(
                lines,
                "Running for",
                words(status.uptime()) + "; sound ports " + status.capacity().ports() + " of "
                        + status.capacity().mostPorts() + ", recognisers ready "
                        + status.capacity().recognisersSpare());
        entry(
                lines,
                "Configuration",
                status.configuration().file() + ", read "
                        + moment(status.configuration().loaded(), status.zone()));
        return lines;
    }

    /** Where there is nothing to show but a sentence. */
    List<String> trouble(String sentence) {
        List<String> lines = new ArrayList<>();
        lines.add(beside("Anteroom", SECOND.format(now.atZone(ZoneId.systemDefault())) + " " + ZoneId.systemDefault()));
        lines.add("");
        wrap(lines, "", red("NO ANSWER"), sentence);
        return lines;
    }

    /** Not more lines than the terminal has; the last says how to see the others. */
    static List<String> within(int rows, List<String> lines) {
        int room = rows - 1;
        if (lines.size() <= room) {
            return lines;
        }
        List<String> some = new ArrayList<>(lines.subList(0, room - 1));
        some.add("... more with: anteroom status --once");
        return some;
    }

    private void headline(List<String> lines, ServiceStatus status) {
        if (status.emergencyOnly().isPresent()) {
            wrap(lines, "", red("EMERGENCIES ONLY"), "Callers are served for emergencies only.");
        } else if (!status.line().registered()) {
            wrap(
                    lines,
                    "",
                    red("NOT CONNECTED"),
                    "The telephone system sends no calls here; its own fall-back takes" + " them.");
        } else if (status.well()) {
            wrap(lines, "", green("ALL IS WELL"), "Calls are answered.");
        } else {
            wrap(lines, "", yellow("NEEDS ATTENTION"), "Calls are answered, but somebody must look after this:");
        }
    }

    private void attention(List<String> lines, ServiceStatus status) {
        status.conditions().stream()
                .filter(report -> !report.ok())
                .forEach(report -> wrap(lines, "  ", name(report.condition()) + ":", report.sentence()));
        if (!status.line().registered() && status.conditions().stream().noneMatch(StatusView::aboutLine)) {
            wrap(
                    lines,
                    "  ",
                    "Line:",
                    status.line().failure().isEmpty()
                            ? "Not registered yet."
                            : status.line().failure());
        }
        status.alarms().forEach(alarm -> wrap(lines, "  ", alarm.grave() ? "Alarm:" : "Note:", alarm(alarm)));
        if (!status.alarms().isEmpty()) {
            lines.add("  'anteroom alarms' says more of them, 'anteroom alarms ack N' takes one.");
        }
    }

    private static boolean aboutLine(Health.Report report) {
        return report.condition() == Condition.LINE && !report.ok();
    }

    private static String alarm(ServiceStatus.OpenAlarms alarm) {
        String taken = alarm.untaken() == 0 ? "in hand" : alarm.untaken() + " in nobody's hand";
        return alarm.kind() + ", " + alarm.count() + " open, " + taken;
    }

    private void line(List<String> lines, ServiceStatus status) {
        ServiceStatus.Line line = status.line();
        String since = " since " + moment(line.since(), status.zone());
        entry(
                lines,
                "Telephone line",
                (line.registered() ? "registered" : "not registered") + since + " (extension " + line.extension()
                        + " of " + line.pbx() + ")");
        line.offer()
                .ifPresent(offer -> entry(
                        lines,
                        "",
                        "the PBX offered " + String.join(", ", offer.formats()) + " in the call of "
                                + moment(offer.at(), status.zone())
                                + (offer.refusal().isEmpty() ? "" : ", refused: " + offer.refusal())));
    }

    private void calls(List<String> lines, ServiceStatus status) {
        entry(
                lines,
                "Calls now",
                status.capacity().calls() + " of at most " + status.capacity().mostCalls());
        status.calls().stream()
                .limit(MOST_CALLS)
                .forEach(call -> entry(
                        lines, "", clock(call.lasting()) + "  " + call.stage() + (call.drill() ? " (a drill)" : "")));
        if (status.calls().size() > MOST_CALLS) {
            entry(lines, "", "and " + (status.calls().size() - MOST_CALLS) + " more");
        }
    }

    private void onCall(List<String> lines, ServiceStatus status) {
        String label = "On call now";
        int number = 0;
        for (ServiceStatus.OnCallGroup group : status.onCall()) {
            entry(
                    lines,
                    label,
                    ++number + ". " + String.join(", ", group.names()) + ", for "
                            + group.ring().toSeconds() + " s");
            label = "";
        }
        if (number == 0) {
            entry(lines, label, "nobody");
        }
    }

    private void drills(List<String> lines, ServiceStatus status) {
        ServiceStatus.Drills drills = status.drills();
        String last = drills.last()
                .map(at -> "the last " + drills.outcome() + " " + at(at, now, status.zone()))
                .orElse("none was made yet");
        Optional<String> next = drills.next().map(at -> "; the next " + at(at, now, status.zone()));
        entry(lines, "Drills", last + next.orElse("; none is planned"));
    }

    private void entry(List<String> lines, String label, String text) {
        String indent = " ".repeat(LABEL);
        List<String> wrapped = Text.wrapped(plain(text), Math.max(20, width - LABEL));
        lines.add(String.format(Locale.ROOT, "%-" + LABEL + "s", label) + wrapped.get(0));
        wrapped.stream().skip(1).forEach(rest -> lines.add(indent + rest));
    }

    /** @param first may hold colours, which take no room */
    private void wrap(List<String> lines, String indent, String first, String text) {
        int visible = first.replaceAll("\u001b\\[[0-9;]*m", "").length() + 2;
        List<String> wrapped = Text.wrapped(" ".repeat(visible) + plain(text), Math.max(20, width - indent.length()));
        lines.add(indent + first + "  " + wrapped.get(0).substring(visible));
        wrapped.stream().skip(1).forEach(rest -> lines.add(indent + rest));
    }

    private String beside(String left, String right) {
        return left + " ".repeat(Math.max(1, width - left.length() - right.length())) + right;
    }

    private static String name(Condition condition) {
        String words = condition.toString();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String moment(Instant moment, ZoneId zone) {
        return moment(moment, now, zone);
    }

    /** As the clock on the wall shows it; the time alone when it was today. */
    static String moment(Instant moment, Instant now, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        boolean today = there.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? TIME : DAY).format(there);
    }

    /** The same in a sentence: {@code at 16:53}, {@code on Sat 28 Nov 16:53}. */
    static String at(Instant moment, Instant now, ZoneId zone) {
        boolean today =
                moment.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? "at " : "on ") + moment(moment, now, zone);
    }

    private static String clock(Duration lasting) {
        return String.format(Locale.ROOT, "%3d:%02d", lasting.toMinutes(), lasting.toSecondsPart());
    }

    static String words(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    private static String plain(String text) {
        return Text.plain(text, 2_000);
    }

    private String red(String text) {
        return colour("1;31", text);
    }

    private String green(String text) {
        return colour("1;32", text);
    }

    private String yellow(String text) {
        return colour("1;33", text);
    }

    private String colour(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}

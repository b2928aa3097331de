package org.anteroom.agent.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.anteroom.agent.practice.book.Busy;
import org.anteroom.agent.practice.calendar.CalendarReading;
import org.anteroom.agent.practice.calendar.CalendarReading.Taken;

/** A provider's own calendar as lines for a terminal. */
final class CalendarLines {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int MOST_LINES = 1_000;

    private CalendarLines() {}

    /** The busy times that touch a stretch, and how much there is. */
    static List<String> shown(Path file, CalendarReading reading, Busy stretch, ZoneId zone) {
        List<Taken> near = reading.times().stream()
                .filter(each -> each.time().overlaps(stretch))
                .toList();
        List<String> lines = new ArrayList<>();
        near.stream().limit(MOST_LINES).map(each -> line(each, zone)).forEach(lines::add);
        if (near.size() > MOST_LINES) {
            lines.add("... and " + (near.size() - MOST_LINES) + " more; take fewer --weeks");
        }
        if (reading.trouble().isEmpty()) {
            lines.add(file + ": " + count(reading.events(), "event") + ", "
                    + count(reading.times().size(), "busy time") + " within the days that can be booked, " + near.size()
                    + " shown."
                    + (reading.own() == 0
                            ? ""
                            : " " + count(reading.own(), "event")
                                    + " of the appointment book itself, which don't count."));
        }
        return lines;
    }

    /** Everything that is wrong, and what that means; empty when nothing is. */
    static List<String> wrong(Path file, CalendarReading reading) {
        List<String> wrong = reading.wrong();
        if (wrong.isEmpty()) {
            return List.of();
        }
        String joint = reading.trouble().isEmpty() ? ": " : " ";
        return Stream.of(
                        wrong.stream().limit(MOST_LINES).map(each -> file + joint + each + "."),
                        wrong.size() > MOST_LINES
                                ? Stream.of("... and " + (wrong.size() - MOST_LINES) + " more.")
                                : Stream.<String>empty(),
                        Stream.of(
                                "The service would not take this file over what it read last: mend it and check again."))
                .flatMap(each -> each)
                .toList();
    }

    private static String line(Taken taken, ZoneId zone) {
        ZonedDateTime from = taken.time().from().atZone(zone);
        return String.format(Locale.ROOT, "%s  %-28s  line %d", DAY.format(from), times(taken, zone), taken.line());
    }

    private static String times(Taken taken, ZoneId zone) {
        ZonedDateTime from = taken.time().from().atZone(zone);
        ZonedDateTime to = taken.time().to().atZone(zone);
        if (wholeDays(from, to)) {
            LocalDate last = to.toLocalDate().minusDays(1);
            return last.equals(from.toLocalDate()) ? "all day" : "all day, to " + DAY.format(last);
        }
        String end =
                to.toLocalDate().equals(from.toLocalDate()) ? TIME.format(to) : DAY.format(to) + " " + TIME.format(to);
        return TIME.format(from) + "-" + end;
    }

    private static boolean wholeDays(ZonedDateTime from, ZonedDateTime to) {
        return from.equals(begin(from)) && to.equals(begin(to));
    }

    private static ZonedDateTime begin(ZonedDateTime time) {
        return time.toLocalDate().atStartOfDay(time.getZone());
    }

    private static String count(int many, String what) {
        return many + " " + what + (many == 1 ? "" : "s");
    }
}

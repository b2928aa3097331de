package org.anteroom.agent.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.ImportReport;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.book.RowProblem;
import org.jspecify.annotations.Nullable;

/** The appointment book as lines for a terminal. */
final class BookLines {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    /** An end of the conversation through the socket has a longest line. */
    private static final int MOST_PROBLEMS = 1_000;

    private BookLines() {}

    /** @param patients by id */
    static List<String> list(
            LocalDate day, List<Appointment> appointments, Map<String, Patient> patients, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        lines.add(row("no", "time", "provider", "visit", "state", "patient"));
        for (Appointment each : appointments) {
            lines.add(row(
                    Long.toString(each.number()),
                    TIME.format(each.time().start().atZone(zone)) + "-"
                            + TIME.format(each.time().end().atZone(zone)),
                    each.time().provider(),
                    Text.plain(each.time().visitType(), 20),
                    each.state().word() + (each.confirmedAt().isPresent() ? ", confirmed" : ""),
                    name(patients.get(each.patient()))));
        }
        if (appointments.isEmpty()) {
            lines.add("There are no appointments on " + day + ".");
        }
        return lines;
    }

    /**
     * Appointments of more than one day.
     *
     * @param patients by id
     */
    static List<String> across(List<Appointment> appointments, Map<String, Patient> patients, ZoneId zone) {
        return appointments.stream()
                .map(each -> String.format(
                                Locale.ROOT,
                                "%5d  %-16s  %-20s  %-20s  %-14s  %s",
                                each.number(),
                                Text.time(each.time().start(), zone),
                                Text.plain(each.time().visitType(), 20),
                                each.state().word(),
                                phone(patients.get(each.patient())),
                                name(patients.get(each.patient())))
                        .stripTrailing())
                .toList();
    }

    private static String phone(@Nullable Patient patient) {
        return patient == null
                ? "-"
                : patient.details().phone().map(Text::number).orElse("-");
    }

    private static String name(@Nullable Patient patient) {
        return patient == null ? "-" : Text.plain(patient.details().shownName(), 40);
    }

    static List<String> imported(ImportReport report, boolean trial) {
        String counts = report.added() + " new, " + report.changed() + " changed, " + report.same() + " as before";
        List<String> lines = new ArrayList<>();
        lines.add(trial ? "would import: " + counts + "; nothing was changed." : "imported: " + counts + ".");
        int notices = report.notices().size();
        report.notices().stream().limit(MOST_PROBLEMS).map(RowProblem::toString).forEach(lines::add);
        if (notices > MOST_PROBLEMS) {
            lines.add("... and " + (notices - MOST_PROBLEMS) + " more");
        }
        if (notices > 0) {
            lines.add((notices == 1 ? "That appointment " : "Those " + notices + " appointments ")
                    + (trial ? "would stand" : "stand") + (notices == 1 && !trial ? "s" : "")
                    + " in the book as written. If that is not meant, mend the file, or the hours in the configuration,"
                    + " and import it again.");
        }
        return lines;
    }

    static String problems(List<RowProblem> problems) {
        String told =
                problems.stream().limit(MOST_PROBLEMS).map(RowProblem::toString).collect(Collectors.joining("\n"));
        int more = problems.size() - MOST_PROBLEMS;
        return told + (more > 0 ? "\n... and " + more + " more" : "")
                + "\nNothing was imported: mend the file and import it again.";
    }

    private static String row(String number, String time, String provider, String visit, String state, String patient) {
        return String.format(
                        Locale.ROOT,
                        "%5s  %-11s  %-24s  %-20s  %-20s  %s",
                        number,
                        time,
                        provider,
                        visit,
                        state,
                        patient)
                .stripTrailing();
    }
}

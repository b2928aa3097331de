package org.anteroom.agent.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.reception.Proxy;

/** Patients, and who may act for them, as lines for a terminal. */
final class PatientLines {

    private PatientLines() {}

    static List<String> list(List<Patient> patients) {
        List<String> lines = new ArrayList<>();
        lines.add(patient("no", "born", "phone", "name"));
        for (Patient each : patients) {
            lines.add(patient(
                    Long.toString(each.number()),
                    each.details().birth().map(LocalDate::toString).orElse("-"),
                    each.details().phone().map(Text::number).orElse("-"),
                    Text.plain(each.details().shownName(), 60)));
        }
        if (patients.isEmpty()) {
            lines.add("There are no patients.");
        }
        return lines;
    }

    /** @param today by which some have expired */
    static List<String> proxies(List<Proxy> proxies, LocalDate today) {
        List<String> lines = new ArrayList<>();
        lines.add(proxy("no", "until", "name", "relation", "may"));
        for (Proxy each : proxies) {
            lines.add(proxy(
                    Long.toString(each.number()),
                    each.until().toString(),
                    Text.plain(each.name(), 24),
                    Text.plain(each.relation(), 16),
                    may(each, today)));
        }
        if (proxies.isEmpty()) {
            lines.add("Nobody is listed for this patient.");
        }
        return lines;
    }

    private static String may(Proxy proxy, LocalDate today) {
        if (proxy.blocked()) {
            return "nothing: kept away by a court's order";
        }
        String tasks = proxy.tasks().stream()
                .map(task -> task.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(", "));
        return tasks + (proxy.pin() ? "" : " (no PIN)") + (today.isAfter(proxy.until()) ? " (expired)" : "");
    }

    private static String patient(String number, String born, String phone, String name) {
        return String.format(Locale.ROOT, "%5s  %-10s  %-16s  %s", number, born, phone, name)
                .stripTrailing();
    }

    private static String proxy(String number, String until, String name, String relation, String may) {
        return String.format(Locale.ROOT, "%5s  %-10s  %-24s  %-16s  %s", number, until, name, relation, may)
                .stripTrailing();
    }
}

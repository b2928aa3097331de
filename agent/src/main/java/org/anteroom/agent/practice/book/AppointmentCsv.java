package org.anteroom.agent.practice.book;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.config.VisitType;

/** Appointments as a file: {@code external-id,patient,provider,visit-type,start,minutes,room,state,reason,confidential,id}. */
final class AppointmentCsv {
    /**
     * One row.
     *
     * @param patient the patient's external id, or the id in this book
     * @param id of the appointment in this book, for those no other system knows
     * @param time empty when anything is wrong with the row, of which the rest is judged all the same
     */
    record Row(
            long line,
            Optional<String> externalId,
            Optional<String> id,
            String patient,
            Optional<Offer> time,
            AppointmentState state,
            Optional<String> reason,
            boolean confidential) {}

    private static final List<String> REQUIRED = List.of("external-id", "patient", "provider", "visit-type", "start");
    private static final List<String> OPTIONAL = List.of("minutes", "room", "state", "reason", "confidential", "id");
    private static final List<String> ALL =
            Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).toList();
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private AppointmentCsv() {}

    static List<Row> read(String text, Timetable timetable, List<RowProblem> problems) {
        List<Row> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (CsvTable.Row each : CsvTable.read(text, REQUIRED, OPTIONAL, problems)) {
            Fields fields = new Fields(each, problems);
            Optional<String> external = fields.text("external-id");
            Optional<String> id = fields.text("id");
            if (external.isEmpty() && id.isEmpty()) {
                fields.wrong(
                        "external-id", "is empty; write the number by which your own system knows the appointment");
            }
            external.or(() -> id)
                    .filter(one -> !ids.add(one))
                    .ifPresent(twice ->
                            fields.wrong("external-id", "stands in an earlier row too; write each appointment once"));
            String patient = fields.required("patient", "the external-id of the patient");
            AppointmentState state = state(fields);
            Optional<String> reason = fields.text("reason");
            boolean confidential = fields.yes("confidential");
            Optional<Offer> time = time(fields, timetable);
            rows.add(new Row(
                    each.line(),
                    external,
                    id,
                    patient,
                    time.filter(told -> fields.right()),
                    state,
                    reason,
                    confidential));
        }
        return rows;
    }

    private static AppointmentState state(Fields fields) {
        String word = fields.text("state").orElse("booked").toLowerCase(Locale.ROOT);
        Optional<AppointmentState> state = AppointmentState.of(word);
        if (state.isEmpty()) {
            fields.wrong(
                    "state",
                    "must be one of "
                            + Stream.of(AppointmentState.values())
                                    .map(AppointmentState::word)
                                    .collect(Collectors.joining(", ")));
        }
        return state.orElse(AppointmentState.BOOKED);
    }

    private static Optional<Offer> time(Fields fields, Timetable timetable) {
        String who = fields.required("provider", "the id of a provider");
        Optional<PracticeProvider> provider = timetable.provider(who).or(() -> timetable.named(who));
        if (provider.isEmpty() && !who.isEmpty()) {
            fields.wrong("provider", "is no provider of the configuration; there are: " + timetable.providerIds());
        }
        String what = fields.required("visit-type", "the name of a visit type");
        Optional<VisitType> visit = timetable.visitType(what);
        if (visit.isEmpty() && !what.isEmpty()) {
            fields.wrong(
                    "visit-type", "is no visit type of the configuration; there are: " + timetable.visitTypeNames());
        }
        Optional<String> room = fields.text("room");
        if (room.filter(name -> !timetable.hasRoom(name)).isPresent()) {
            fields.wrong("room", "is no room of the configuration; write the name of a [[practice.room]] or nothing");
        }
        int minutes =
                fields.minutes("minutes").orElse(visit.map(VisitType::minutes).orElse(1));
        Optional<Instant> start = fields.time("start").flatMap(local -> instant(local, fields, timetable.zone()));
        return start.isPresent() && provider.isPresent() && visit.isPresent()
                ? Optional.of(new Offer(
                        provider.get().id(),
                        room,
                        visit.get().name(),
                        start.get(),
                        start.get().plus(minutes, ChronoUnit.MINUTES)))
                : Optional.empty();
    }

    private static Optional<Instant> instant(LocalDateTime local, Fields fields, ZoneId zone) {
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            fields.wrong("start", "is a time that the clock jumps over on that day; write one that exists");
            return Optional.empty();
        }
        return Optional.of(local.atZone(zone).toInstant());
    }

    /** @param patients by id */
    static String write(List<Appointment> appointments, Map<String, Patient> patients, ZoneId zone) {
        return CsvTable.write(
                ALL,
                appointments.stream()
                        .map(each -> row(each, Optional.ofNullable(patients.get(each.patient())), zone))
                        .toList());
    }

    private static List<String> row(Appointment each, Optional<Patient> patient, ZoneId zone) {
        Offer time = each.time();
        return List.of(
                each.externalId().orElse(""),
                patient.flatMap(one -> one.details().externalId()).orElse(each.patient()),
                time.provider(),
                time.visitType(),
                MINUTE.format(time.start().atZone(zone)),
                Long.toString(ChronoUnit.MINUTES.between(time.start(), time.end())),
                time.room().orElse(""),
                each.state().word(),
                each.reason().orElse(""),
                each.confidential() ? "yes" : "no",
                each.id());
    }
}

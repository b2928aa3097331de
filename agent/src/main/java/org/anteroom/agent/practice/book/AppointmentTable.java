package org.anteroom.agent.practice.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.records.SealedColumns;
import org.anteroom.agent.records.Vault;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** The SQL of appointments; seals and opens on the way. */
final class AppointmentTable {
    private static final String TABLE = "appointment";
    private static final String SOON = " and state <> 'CANCELLED' order by starts_at, number";

    private static final String IN_CALENDARS = " from appointment where ends_at > :now"
            + " and state in ('PROPOSED', 'PENDING', 'BOOKED')"
            + " and exists (select 1 from provider_busy where provider_busy.provider = appointment.provider"
            + " and from_at < ends_at and to_at > starts_at)"
            + " and not exists (select 1 from provider_busy where provider_busy.provider = appointment.provider"
            + " and from_at = starts_at and to_at = ends_at)";

    private final SealedColumns sealed;
    private final LookupKey key;

    AppointmentTable(Vault vault, LookupKey key) {
        this.sealed = new SealedColumns(vault, TABLE);
        this.key = key;
    }

    long nextNumber(Handle handle) {
        return handle.createQuery("select coalesce(max(number), 0) + 1 from appointment")
                .mapTo(Long.class)
                .one();
    }

    void insert(Handle handle, Appointment appointment, Cells cells) {
        String id = appointment.id();
        Update insert = handle.createUpdate(
                "insert into appointment (number, id, patient_id, provider, room, visit_type, starts_at,"
                        + " ends_at, first_cell, end_cell, state, confidential, made_at, changed_at, late, reason_sealed,"
                        + " external_sealed, external_hash)"
                        + " values (:number, :id, :patient, :provider, :room, :visitType, :start, :end, :from, :to,"
                        + " :state, :confidential, :made, :made, 0, :reason, :external, :externalKey)");
        bound(insert, appointment, cells)
                .bind("id", id)
                .bind("made", appointment.madeAt().toEpochMilli())
                .bind("external", sealed.seal(id, "external", appointment.externalId()))
                .bind(
                        "externalKey",
                        appointment.externalId().map(this::externalKey).orElse(null))
                .execute();
    }

    /** Stores what can change: state, confirmation, lateness, where it moved to. */
    void update(Handle handle, Appointment appointment, Instant now) {
        handle.createUpdate("update appointment set state = :state, confirmed_at = :confirmed, late = :late,"
                        + " moved_to = :moved, changed_at = :now where number = :number")
                .bind("state", appointment.state().name())
                .bind(
                        "confirmed",
                        appointment.confirmedAt().map(Instant::toEpochMilli).orElse(null))
                .bind("late", appointment.late() ? 1 : 0)
                .bind("moved", appointment.movedTo().orElse(null))
                .bind("now", now.toEpochMilli())
                .bind("number", appointment.number())
                .execute();
    }

    Optional<Appointment> byId(Handle handle, String id) {
        return one(
                handle.createQuery("select * from appointment where id = :id").bind("id", id));
    }

    Optional<Appointment> byNumber(Handle handle, long number) {
        return one(handle.createQuery("select * from appointment where number = :number")
                .bind("number", number));
    }

    Optional<Appointment> byExternalId(Handle handle, String externalId) {
        return one(handle.createQuery("select * from appointment where external_hash = :hash")
                .bind("hash", externalKey(externalId)));
    }

    /** Stores it as another system has it now. */
    void replace(Handle handle, Appointment appointment, Cells cells, Instant now) {
        Update update =
                handle.createUpdate("update appointment set patient_id = :patient, provider = :provider, room = :room,"
                        + " visit_type = :visitType, starts_at = :start, ends_at = :end, first_cell = :from, end_cell = :to,"
                        + " state = :state, confidential = :confidential, reason_sealed = :reason, changed_at = :now"
                        + " where number = :number");
        bound(update, appointment, cells).bind("now", now.toEpochMilli()).execute();
    }

    /** What both a new row and a replaced one have. */
    private Update bound(Update statement, Appointment appointment, Cells cells) {
        Offer time = appointment.time();
        return statement
                .bind("number", appointment.number())
                .bind("patient", appointment.patient())
                .bind("provider", time.provider())
                .bind("room", time.room().orElse(null))
                .bind("visitType", time.visitType())
                .bind("start", time.start().toEpochMilli())
                .bind("end", time.end().toEpochMilli())
                .bind("from", cells.from())
                .bind("to", cells.to())
                .bind("state", appointment.state().name())
                .bind("confidential", appointment.confidential() ? 1 : 0)
                .bind("reason", sealed.seal(appointment.id(), "reason", appointment.reason()));
    }

    /** What another system calls it goes with it to its new time. */
    void dropExternalId(Handle handle, Appointment appointment) {
        handle.createUpdate(
                        "update appointment set external_hash = null, external_sealed = null where number = :number")
                .bind("number", appointment.number())
                .execute();
    }

    List<Appointment> ofPatient(Handle handle, String patient, Instant after) {
        return all(
                handle.createQuery("select * from appointment where patient_id = :patient and ends_at > :after" + SOON)
                        .bind("patient", patient)
                        .bind("after", after.toEpochMilli()));
    }

    /** Those that begin from {@code from} on, before {@code to}; of one provider or of all. */
    List<Appointment> between(Handle handle, Instant from, Instant to, Optional<String> provider) {
        Query query = handle.createQuery("select * from appointment where starts_at >= :from and starts_at < :to"
                        + (provider.isPresent() ? " and provider = :provider" : "") + SOON)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli());
        provider.ifPresent(id -> query.bind("provider", id));
        return all(query);
    }

    /** Whether a patient has been here: an appointment is over and nobody said that they stayed away. */
    boolean beenHere(Handle handle, String patient, Instant now) {
        return handle.createQuery("select count(*) from appointment where patient_id = :patient"
                                + " and (state in ('ARRIVED', 'FULFILLED') or (state = 'BOOKED' and ends_at <= :now))")
                        .bind("patient", patient)
                        .bind("now", now.toEpochMilli())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Those of a provider that touch the time they are out, in order. */
    List<Appointment> of(Handle handle, Absence absence) {
        return all(handle.createQuery(
                        "select * from appointment where provider = :provider and starts_at < :to and ends_at > :from"
                                + SOON)
                .bind("provider", absence.provider())
                .bind("from", absence.from().toEpochMilli())
                .bind("to", absence.to().toEpochMilli()));
    }

    /** Those still to come that lie in a time of their provider's calendar, in order; see {@link Calendars#affected}. */
    List<Appointment> inCalendars(Handle handle, Instant now) {
        return all(handle.createQuery("select *" + IN_CALENDARS + " order by starts_at, number")
                .bind("now", now.toEpochMilli()));
    }

    int countInCalendars(Handle handle, Instant now) {
        return handle.createQuery("select count(*)" + IN_CALENDARS)
                .bind("now", now.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    Optional<Appointment> nextOf(Handle handle, String provider, Instant after) {
        return all(handle.createQuery("select * from appointment where provider = :provider and starts_at >= :after"
                                + SOON + " limit 1")
                        .bind("provider", provider)
                        .bind("after", after.toEpochMilli()))
                .stream()
                .findFirst();
    }

    List<Appointment> all(Handle handle) {
        return all(handle.createQuery("select * from appointment order by number"));
    }

    /** What live appointments take from a cell on, without anything of their patients. */
    List<Taken.Change> occupied(Handle handle, long from) {
        return handle.createQuery("select provider, room, first_cell, end_cell from appointment"
                        + " where end_cell > :from and state not in ('CANCELLED', 'NOSHOW')")
                .bind("from", from)
                .map((row, context) -> new Taken.Change(
                        true,
                        Resource.of(row.getString("provider"), Optional.ofNullable(row.getString("room"))),
                        new Cells(row.getLong("first_cell"), row.getLong("end_cell"))))
                .list();
    }

    /** The cells an appointment took when it was booked, with the buffers of that time. */
    Cells cells(Handle handle, Appointment appointment) {
        return handle.createQuery("select first_cell, end_cell from appointment where number = :number")
                .bind("number", appointment.number())
                .map((row, context) -> new Cells(row.getLong("first_cell"), row.getLong("end_cell")))
                .one();
    }

    private Optional<Appointment> one(Query query) {
        return query.map((row, context) -> appointment(row)).findOne();
    }

    private List<Appointment> all(Query query) {
        return query.map((row, context) -> appointment(row)).list();
    }

    private Appointment appointment(ResultSet row) throws SQLException {
        String id = row.getString("id");
        long confirmed = row.getLong("confirmed_at");
        boolean unconfirmed = row.wasNull();
        return new Appointment(
                row.getLong("number"),
                id,
                row.getString("patient_id"),
                new Offer(
                        row.getString("provider"),
                        Optional.ofNullable(row.getString("room")),
                        row.getString("visit_type"),
                        Instant.ofEpochMilli(row.getLong("starts_at")),
                        Instant.ofEpochMilli(row.getLong("ends_at"))),
                AppointmentState.valueOf(row.getString("state")),
                row.getInt("confidential") != 0,
                Instant.ofEpochMilli(row.getLong("made_at")),
                unconfirmed ? Optional.empty() : Optional.of(Instant.ofEpochMilli(confirmed)),
                row.getInt("late") != 0,
                Optional.ofNullable(row.getString("moved_to")),
                sealed.open(row, id, "reason"),
                sealed.open(row, id, "external"));
    }

    private byte[] externalKey(String id) {
        return key.externalId(TABLE, id);
    }
}

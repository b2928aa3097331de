package org.anteroom.agent.practice.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.records.SealedColumns;
import org.anteroom.agent.records.Vault;
import org.jdbi.v3.core.Handle;

/** The SQL of patients; seals and opens on the way. */
final class PatientTable {
    private static final String TABLE = "patient";

    private final SealedColumns sealed;
    private final LookupKey key;

    PatientTable(Vault vault, LookupKey key) {
        this.sealed = new SealedColumns(vault, TABLE);
        this.key = key;
    }

    Patient insert(Handle handle, String id, PatientDetails details, Instant now) {
        long number = handle.createQuery("select coalesce(max(number), 0) + 1 from patient")
                .mapTo(Long.class)
                .one();
        write(
                handle,
                "insert into patient (number, id, name_sealed, birth_sealed, phone_sealed, external_sealed,"
                        + " animal_sealed, species_sealed, name_birth_hash, birth_hash, phone_hash, external_hash, confidential, changed_at)"
                        + " values (:number, :id, :name, :birth, :phone, :external,"
                        + " :animal, :species, :nameBirthKey, :birthKey, :phoneKey, :externalKey, :confidential, :now)",
                new Patient(number, id, details),
                now);
        return new Patient(number, id, details);
    }

    void update(Handle handle, Patient patient, Instant now) {
        write(
                handle,
                "update patient set number = :number, name_sealed = :name, birth_sealed = :birth, phone_sealed = :phone,"
                        + " external_sealed = :external, animal_sealed = :animal, species_sealed = :species,"
                        + " name_birth_hash = :nameBirthKey, birth_hash = :birthKey,"
                        + " phone_hash = :phoneKey, external_hash = :externalKey, confidential = :confidential,"
                        + " changed_at = :now where id = :id",
                patient,
                now);
    }

    private void write(Handle handle, String sql, Patient patient, Instant now) {
        String id = patient.id();
        PatientDetails details = patient.details();
        Optional<LocalDate> birth = details.birth();
        handle.createUpdate(sql)
                .bind("number", patient.number())
                .bind("id", id)
                .bind("name", sealed.seal(id, "name", details.name()))
                .bind("birth", sealed.seal(id, "birth", birth.map(LocalDate::toString)))
                .bind("phone", sealed.seal(id, "phone", details.phone()))
                .bind("external", sealed.seal(id, "external", details.externalId()))
                .bind("animal", sealed.seal(id, "animal", details.animal().map(Animal::name)))
                .bind("species", sealed.seal(id, "species", details.animal().flatMap(Animal::species)))
                .bind(
                        "nameBirthKey",
                        birth.map(day -> key.nameAndBirth(details.name(), day)).orElse(null))
                .bind("birthKey", birth.map(key::birth).orElse(null))
                .bind("phoneKey", details.phone().map(key::phone).orElse(null))
                .bind("externalKey", details.externalId().map(this::externalKey).orElse(null))
                .bind("confidential", details.confidential() ? 1 : 0)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private byte[] externalKey(String id) {
        return key.externalId(TABLE, id);
    }

    Optional<Patient> byId(Handle handle, String id) {
        return handle.createQuery("select * from patient where id = :id")
                .bind("id", id)
                .map((row, context) -> patient(row))
                .findOne();
    }

    Optional<Patient> byNumber(Handle handle, long number) {
        return handle.createQuery("select * from patient where number = :number")
                .bind("number", number)
                .map((row, context) -> patient(row))
                .findOne();
    }

    Optional<Patient> byExternalId(Handle handle, String externalId) {
        return by(handle, "external_hash", externalKey(externalId)).stream().findFirst();
    }

    List<Patient> byNameAndBirth(Handle handle, String name, LocalDate birth) {
        return by(handle, "name_birth_hash", key.nameAndBirth(name, birth));
    }

    List<Patient> byBirth(Handle handle, LocalDate birth) {
        return by(handle, "birth_hash", key.birth(birth));
    }

    List<Patient> byPhone(Handle handle, String phone) {
        return by(handle, "phone_hash", key.phone(phone));
    }

    List<Patient> all(Handle handle) {
        return handle.createQuery("select * from patient order by number")
                .map((row, context) -> patient(row))
                .list();
    }

    private List<Patient> by(Handle handle, String column, byte[] hash) {
        return handle.createQuery("select * from patient where " + column + " = :hash order by number")
                .bind("hash", hash)
                .map((row, context) -> patient(row))
                .list();
    }

    private Patient patient(ResultSet row) throws SQLException {
        String id = row.getString("id");
        PatientDetails details = new PatientDetails(
                sealed.opened(row, id, "name"),
                sealed.open(row, id, "birth").map(LocalDate::parse),
                sealed.open(row, id, "phone"),
                sealed.open(row, id, "external"),
                row.getInt("confidential") != 0,
                animal(row, id));
        return new Patient(row.getLong("number"), id, details);
    }

    private Optional<Animal> animal(ResultSet row, String id) throws SQLException {
        Optional<String> species = sealed.open(row, id, "species");
        return sealed.open(row, id, "animal").map(name -> new Animal(name, species));
    }
}

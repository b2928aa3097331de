package org.anteroom.agent.practice.reception;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anteroom.agent.config.PinHash;
import org.anteroom.agent.records.SealedColumns;
import org.jdbi.v3.core.Handle;

/** The SQL of proxies; seals and opens on the way. */
final class ProxyTable {
    static final String TABLE = "proxy";

    /** A proxy with the PIN they have. */
    record Row(Proxy proxy, Optional<PinHash> pin) {}

    private final SealedColumns sealed;

    ProxyTable(SealedColumns sealed) {
        this.sealed = sealed;
    }

    long nextNumber(Handle handle) {
        return handle.createQuery("select coalesce(max(number), 0) + 1 from proxy")
                .mapTo(Long.class)
                .one();
    }

    void insert(Handle handle, Proxy proxy, Optional<PinHash> pin, Instant now) {
        String id = proxy.id();
        handle.createUpdate("insert into proxy (number, id, patient_id, name_sealed, relation_sealed, tasks, until_day,"
                        + " blocked, pin_sealed, changed_at) values (:number, :id, :patient, :name, :relation, :tasks,"
                        + " :until, :blocked, :pin, :now)")
                .bind("number", proxy.number())
                .bind("id", id)
                .bind("patient", proxy.patient())
                .bind("name", sealed.seal(id, "name", proxy.name()))
                .bind("relation", sealed.seal(id, "relation", proxy.relation()))
                .bind("tasks", proxy.tasks().stream().map(Task::name).sorted().collect(Collectors.joining(",")))
                .bind("until", proxy.until().toString())
                .bind("blocked", proxy.blocked() ? 1 : 0)
                .bind("pin", sealed.seal(id, "pin", pin.map(PinHash::text)))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    List<Row> of(Handle handle, String patient) {
        return handle.createQuery("select * from proxy where patient_id = :patient order by number")
                .bind("patient", patient)
                .map((row, context) -> read(row))
                .list();
    }

    /** The id of the one that was there. */
    Optional<String> remove(Handle handle, long number) {
        Optional<String> id = handle.createQuery("select id from proxy where number = :number")
                .bind("number", number)
                .mapTo(String.class)
                .findOne();
        handle.createUpdate("delete from proxy where number = :number")
                .bind("number", number)
                .execute();
        return id;
    }

    private Row read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Optional<PinHash> pin = sealed.open(row, id, "pin").flatMap(PinHash::parse);
        Proxy proxy = new Proxy(
                row.getLong("number"),
                id,
                row.getString("patient_id"),
                sealed.opened(row, id, "name"),
                sealed.opened(row, id, "relation"),
                tasks(row.getString("tasks")),
                LocalDate.parse(row.getString("until_day")),
                row.getInt("blocked") != 0,
                pin.isPresent());
        return new Row(proxy, pin);
    }

    private static Set<Task> tasks(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Task::valueOf)
                .collect(Collectors.toSet());
    }
}

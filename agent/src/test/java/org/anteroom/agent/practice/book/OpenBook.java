package org.anteroom.agent.practice.book;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.records.OpenStore;

/** A book in a real store in a folder of its own. */
public final class OpenBook implements AutoCloseable {
    private final OpenStore open;
    private final LocalBook book;

    public OpenBook(Path folder, SmallPractice practice, Instant now) throws Exception {
        open = new OpenStore(folder);
        book = LocalBook.open(open.store(), open.vault(), practice.timetable(), now);
    }

    public LocalBook book() {
        return book;
    }

    public OpenStore store() {
        return open;
    }

    /** The same records after a restart of the service. */
    public LocalBook reopened(SmallPractice practice, Instant now) {
        open.reopen();
        return LocalBook.open(open.store(), open.vault(), practice.timetable(), now);
    }

    public Patient patient(String name, Instant now) throws Exception {
        PatientDetails details = new PatientDetails(
                name, Optional.of(LocalDate.parse("1980-02-29")), Optional.of("2125550173"), Optional.empty(), false);
        return OpenStore.await(book.patients().enrol(details, Asker.CALLER, now));
    }

    /** Every cell in the table, as "resource cell holder". */
    public List<String> cells() {
        return open.store().read(handle -> handle.createQuery(
                        "select resource || ' ' || cell || ' ' || holder from occupied order by resource, cell")
                .mapTo(String.class)
                .list());
    }

    /** What the table should hold: the cells of live appointments and of holds, once each. */
    public List<String> cellsOfAppointmentsAndHolds() {
        return open
                .store()
                .read(handle -> handle.createQuery(
                                "select 'provider:' || provider || '|' || room || '|' || first_cell || '|' || end_cell || '|' || number"
                                        + " from (select provider, coalesce(room, '-') as room, first_cell, end_cell, number from appointment"
                                        + " where state not in ('CANCELLED', 'NOSHOW') union all"
                                        + " select provider, coalesce(room, '-'), first_cell, end_cell, number from slot_hold)")
                        .mapTo(String.class)
                        .list())
                .stream()
                .flatMap(row -> rows(row.split("\\|")).stream())
                .sorted()
                .toList();
    }

    private static List<String> rows(String[] row) {
        Set<String> rows = new HashSet<>();
        List<String> resources = row[1].equals("-") ? List.of(row[0]) : Arrays.asList(row[0], "room:" + row[1]);
        for (String resource : resources) {
            for (long cell = Long.parseLong(row[2]); cell < Long.parseLong(row[3]); cell++) {
                rows.add(resource + " " + cell + " " + row[4]);
            }
        }
        return List.copyOf(rows);
    }

    public List<String> trail() {
        return open.store().read(handle -> handle.createQuery(
                        "select actor || ' ' || action || ' ' || subject from audit order by number")
                .mapTo(String.class)
                .list());
    }

    @Override
    public void close() {
        open.close();
    }
}

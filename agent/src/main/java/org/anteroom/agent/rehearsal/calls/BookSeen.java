package org.anteroom.agent.rehearsal.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Patient;

/** The practice's book before and after one call. One thread. */
final class BookSeen {
    private static final Asker STAFF = Asker.staff("evaluate");

    private final LocalBook book;
    private final Instant now;
    private final List<Appointment> before;

    /** Looks at it before the call. */
    BookSeen(LocalBook book, Instant now) {
        this.book = book;
        this.now = now;
        this.before = open();
    }

    List<Appointment> before() {
        return before;
    }

    List<Patient> patients() {
        return book.patients().all(STAFF, now).join();
    }

    /** Those that were there before as they are now, cancelled or not, and those that are new. */
    List<Appointment> after() {
        List<Appointment> after = new ArrayList<>(before.stream()
                .flatMap(each -> book.byNumber(each.number(), STAFF, now).join().stream())
                .toList());
        open().stream()
                .filter(each -> before.stream().noneMatch(old -> old.id().equals(each.id())))
                .forEach(after::add);
        return after;
    }

    private List<Appointment> open() {
        return patients().stream()
                .flatMap(each -> book.ofPatient(each.id(), now, STAFF, now).join().stream())
                .toList();
    }
}

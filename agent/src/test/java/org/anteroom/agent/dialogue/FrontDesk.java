package org.anteroom.agent.dialogue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.practice.Draft;
import org.anteroom.agent.practice.Inbox;
import org.anteroom.agent.practice.book.Animal;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.BookAnswer;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.PatientDetails;
import org.anteroom.agent.practice.book.Timetable;
import org.anteroom.agent.practice.book.Visit;
import org.anteroom.agent.practice.reception.Credentials;
import org.anteroom.agent.practice.reception.Reception;
import org.anteroom.agent.practice.reception.Task;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.rehearsal.TextPractice;

/**
 * The example practices with real records. On file are one patient who may be somebody whom callers name, with a proxy and a
 * confidential visit beside an ordinary one, and one more; every appointment is at a time that is never offered, so that it can
 * be told from what is. PINs are hashed slowly, so the patients are enrolled once and only what calls leave is taken away.
 */
final class FrontDesk implements AutoCloseable {
    static final LocalDateTime OPEN = LocalDateTime.parse("2026-11-23T09:15");
    static final LocalDateTime NIGHT = LocalDateTime.parse("2026-11-22T22:00");

    /** On file: how they are spoken of, and what proves them. */
    record Known(String name, LocalDate birth, String animal, String phone, String pin) {}

    static final Known HELEN = new Known("Helen Parker", LocalDate.of(1984, 3, 3), "Rex", "6145550192", "4711");
    static final Known WALTER = new Known("Walter Quimby", LocalDate.of(1951, 9, 17), "Bella", "6145550177", "8264");
    /** Whom no caller names. */
    static final Known NOBODYS = new Known("Zoe Abbott", LocalDate.of(1933, 7, 29), "Tiger", "6145550999", "9911");

    static final String PROXY_PIN = "5566";

    private static final Asker STAFF = Asker.staff("uid:7");
    private static final Instant BEGIN = Instant.parse("2026-11-01T12:00:00Z");

    private final OpenStore records;
    private final Inbox inbox;
    /** Two people, and two animals of the same names. */
    private final List<String> enrolled = new ArrayList<>();

    private TextPractice practice = TextPractice.example(PracticeType.DENTAL);
    private LocalBook book;

    /** @param first stands where Helen does */
    FrontDesk(Path folder, Known first) throws Exception {
        records = new OpenStore(folder);
        inbox = new Inbox(records.store(), records.vault(), Clock.systemUTC());
        book = open(BEGIN);
        for (boolean animals : new boolean[] {false, true}) {
            list(enrol(first, animals));
            enrol(WALTER, animals);
        }
    }

    private void list(String patient) {
        new Credentials(book)
                .addProxy(
                        patient,
                        "Maria Lopez",
                        "listed",
                        EnumSet.allOf(Task.class),
                        LocalDate.of(2027, 6, 1),
                        false,
                        Optional.of(PROXY_PIN.toCharArray()),
                        STAFF,
                        BEGIN)
                .join();
    }

    private LocalBook open(Instant now) {
        return LocalBook.open(records.store(), records.vault(), Timetable.of(practice.practice(), List.of()), now);
    }

    private String enrol(Known known, boolean animal) {
        PatientDetails details = new PatientDetails(
                known.name(),
                animal ? Optional.empty() : Optional.of(known.birth()),
                Optional.of(known.phone()),
                Optional.empty(),
                false,
                animal ? Optional.of(new Animal(known.animal(), Optional.empty())) : Optional.empty());
        String id = book.patients().enrol(details, STAFF, BEGIN).join().id();
        new Credentials(book)
                .setPin(id, known.pin().toCharArray(), STAFF, BEGIN)
                .join();
        enrolled.add(id);
        return id;
    }

    private List<String> patients() {
        return practice.type() == PracticeType.VETERINARY ? enrolled.subList(2, 4) : enrolled.subList(0, 2);
    }

    /** The same records without what earlier calls have left, for a practice of another type. */
    FrontDesk afresh(PracticeType type, Instant now) {
        practice = TextPractice.example(type);
        records.store()
                .write(unit -> {
                    unit.handle().execute("pragma defer_foreign_keys = on");
                    List.of("call_back", "message", "appointment", "occupied", "slot_hold", "identity_lock")
                            .forEach(table -> unit.handle().execute("delete from " + table));
                    return unit.handle()
                            .execute("delete from patient where id not in (?, ?, ?, ?)", enrolled.toArray());
                })
                .join();
        book = open(now);
        CompletableFuture.allOf(
                        visit(0, "2026-12-01T10:10", "ortiz", false),
                        visit(0, "2026-12-04T10:20", "ortiz", true),
                        visit(1, "2026-12-03T14:50", "lee", false))
                .join();
        return this;
    }

    /** The same where callers show who they are by being called back. */
    FrontDesk callingBack() {
        IdentityConfig usual = practice.identity();
        practice = new TextPractice(
                practice.type(),
                practice.practice(),
                new IdentityConfig(
                        IdentityConfig.Factor.CALL_BACK,
                        usual.confirm(),
                        usual.cancel(),
                        usual.reschedule(),
                        usual.book(),
                        usual.attempts(),
                        usual.lockMinutes()),
                practice.refills(),
                practice.office(),
                practice.choices(),
                practice.desk(),
                practice.example(),
                practice.catalogue());
        return this;
    }

    private CompletableFuture<BookAnswer> visit(int patient, String at, String provider, boolean confidential) {
        Instant start = LocalDateTime.parse(at).atZone(zone()).toInstant();
        String visitType = practice.services().visitTypes().get(0).name();
        Offer offer = new Offer(provider, Optional.empty(), visitType, start, start.plusSeconds(45 * 60));
        Visit visit = new Visit(patients().get(patient), false, false, confidential, false, Optional.empty());
        return book.book(offer, visit, STAFF, BEGIN);
    }

    TextPractice practice() {
        return practice;
    }

    ZoneId zone() {
        return practice.practice().timezone();
    }

    Reception reception() {
        return Reception.atOnce(book, practice.identity());
    }

    /** Those of a day that are not cancelled. */
    List<Appointment> onDay(LocalDate day, Instant now) {
        return book.onDay(day, Optional.empty(), STAFF, now).join();
    }

    /** Those of a patient that are not cancelled. */
    List<Appointment> of(String patient, Instant now) {
        return book.ofPatient(patient, now, STAFF, now).join();
    }

    /** Ids of the appointments that nobody but their own patient may change. */
    List<String> onFile(int patient, Instant now) {
        return of(patients().get(patient), now).stream().map(Appointment::id).toList();
    }

    void keep(Draft draft) {
        inbox.commit(draft).join();
    }

    int messages() {
        return records.store().read(handle -> handle.createQuery("select count(*) from message")
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public void close() {
        records.close();
    }
}

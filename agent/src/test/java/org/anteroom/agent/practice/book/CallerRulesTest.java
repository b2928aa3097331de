package org.anteroom.agent.practice.book;

import static org.anteroom.agent.practice.book.SmallPractice.ZONE;
import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.VisitType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is a new patient, as the book knows them. */
class CallerRulesTest {
    private static final Instant NOW = at("2026-06-01T07:00");
    private static final Asker STAFF = Asker.staff("uid:1000(ann)");

    @TempDir
    Path folder;

    private OpenBook open;
    private LocalBook book;

    @BeforeEach
    void openABook() throws Exception {
        SmallPractice practice = SmallPractice.usual()
                .visitTypes(
                        SmallPractice.visit("exam", 30, 0, 0),
                        of("first visit", VisitType.Patients.NEW),
                        of("recall", VisitType.Patients.EXISTING));
        open = new OpenBook(folder, practice, NOW);
        book = open.book();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void takesWhoWasEnrolledByACallForNewUntilTheyHaveBeenHere() throws Exception {
        String ann = open.patient("Ann Oakley", NOW).id();
        assertThat(await(book.book(offer("recall", "2026-06-03T10:00"), Visit.of(ann), Asker.CALLER, NOW))
                        .kept()
                        .map(Appointment::state))
                .contains(AppointmentState.PROPOSED);

        Appointment first = await(book.book(offer("exam", "2026-06-02T10:00"), Visit.of(ann), Asker.CALLER, NOW))
                .kept()
                .orElseThrow();
        assertThat(await(book.book(offer("recall", "2026-06-03T11:00"), Visit.of(ann), Asker.CALLER, NOW))
                        .kept()
                        .map(Appointment::state))
                .contains(AppointmentState.PROPOSED);
        await(book.mark(first.id(), AppointmentState.ARRIVED, STAFF, NOW));

        assertThat(book("recall", Visit.of(ann), Asker.CALLER, NOW)).contains(AppointmentState.BOOKED);
    }

    @Test
    void takesNobodyForNewWhoHasBeenHere() throws Exception {
        String ann = imported("Ann Oakley");
        await(book.book(offer("exam", "2026-06-02T10:00"), Visit.of(ann), STAFF, NOW));
        Instant after = at("2026-06-02T12:00");

        assertThat(book("first visit", Visit.of(ann).first(), Asker.CALLER, after))
                .contains(AppointmentState.PROPOSED);
    }

    @Test
    void takesAppointmentsThatNobodyCameToForNone() throws Exception {
        String ann = open.patient("Ann Oakley", NOW).id();
        Appointment missed = await(book.book(offer("exam", "2026-06-02T10:00"), Visit.of(ann), STAFF, NOW))
                .kept()
                .orElseThrow();
        await(book.mark(missed.id(), AppointmentState.NOSHOW, STAFF, NOW));
        Instant after = at("2026-06-02T12:00");

        assertThat(book("recall", Visit.of(ann), Asker.CALLER, after)).contains(AppointmentState.PROPOSED);
    }

    @Test
    void believesPatientsWhoseVisitsAnotherSystemHas() throws Exception {
        String ann = imported("Ann Oakley");

        assertThat(book("recall", Visit.of(ann), Asker.CALLER, NOW)).contains(AppointmentState.BOOKED);
        assertThat(book("first visit", Visit.of(ann).first(), Asker.CALLER, NOW))
                .contains(AppointmentState.BOOKED);
    }

    @Test
    void leavesToStaffWhatTheyBookOrApprove() throws Exception {
        String ann = open.patient("Ann Oakley", NOW).id();

        assertThat(book("recall", Visit.of(ann), STAFF, NOW)).contains(AppointmentState.BOOKED);
        assertThat(book("recall", Visit.of(ann).ifApproved(), Asker.CALLER, NOW))
                .contains(AppointmentState.PROPOSED);
    }

    @Test
    void answersTheSameWhetherOrNotSomebodyIsOnFileAndTellsStaffOfIt() throws Exception {
        String ann = imported("Ann Oakley");
        await(book.book(offer("exam", "2026-06-02T10:00"), Visit.of(ann), STAFF, NOW));
        Instant after = at("2026-06-02T12:00");

        assertThat(book("first visit", Visit.of(ann).first(), Asker.CALLER, after))
                .isPresent();
        assertThat(open.trail())
                .contains("anteroom identity.doubted " + ann)
                .filteredOn(entry -> entry.startsWith("anteroom appointment.propose"))
                .hasSize(1);
    }

    @Test
    void stillRefusesWhatTheCallerSaysTheyMayNotHaveWhoeverTheyAre() throws Exception {
        String ann = imported("Ann Oakley");

        assertThat(await(book.book(
                        offer("recall", "2026-06-03T13:00"), Visit.of(ann).first(), Asker.CALLER, NOW)))
                .isEqualTo(BookAnswer.refused(Refusal.NOT_FOR_NEW_PATIENTS));
        assertThat(await(book.book(offer("first visit", "2026-06-03T13:00"), Visit.of(ann), Asker.CALLER, NOW)))
                .isEqualTo(BookAnswer.refused(Refusal.FOR_NEW_PATIENTS_ONLY));
        assertThat(open.trail()).noneMatch(entry -> entry.contains("identity.doubted"));
    }

    private String imported(String name) throws Exception {
        PatientDetails details = new PatientDetails(
                name, Optional.of(LocalDate.parse("1980-02-29")), Optional.empty(), Optional.of("p1"), false);
        return await(book.patients().enrol(details, STAFF, NOW)).id();
    }

    /** Books on the day after; how it stands, when it is done. */
    private Optional<AppointmentState> book(String visitType, Visit visit, Asker asker, Instant now) throws Exception {
        String start = LocalDate.parse("2026-06-03").plusDays(visitType.length() % 3) + "T"
                + (visit.approve() || asker.staff() ? (asker.staff() ? "14:00" : "15:00") : "13:00");
        return await(book.book(offer(visitType, start), visit, asker, now))
                .kept()
                .map(Appointment::state);
    }

    private static VisitType of(String name, VisitType.Patients patients) {
        return new VisitType(
                name, List.of(), 30, 0, 0, List.of(), List.of(), patients, VisitType.ByPhone.OPEN, Optional.empty());
    }

    private static Offer offer(String visit, String start) {
        Instant from = at(start);
        return new Offer("ortiz", Optional.empty(), visit, from, from.plus(Duration.ofMinutes(30)));
    }

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(ZONE).toInstant();
    }
}

package org.anteroom.agent.practice.book;

import static org.anteroom.agent.practice.book.SmallPractice.ZONE;
import static org.anteroom.agent.practice.book.SmallPractice.visit;
import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.config.BookingConfig;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.records.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBookTest {
    /** A Monday, seven in the morning. */
    private static final Instant NOW = at("2026-06-01T07:00");

    private static final Asker STAFF = Asker.staff("uid:1000(ann)");
    private static final Offer TEN = offer("ortiz", "2026-06-03T10:00");
    private static final Offer NOON = offer("ortiz", "2026-06-03T11:30");

    @TempDir
    Path folder;

    private OpenBook open;
    private LocalBook book;
    private Visit visit;

    @BeforeEach
    void openABook() throws Exception {
        open(practice(BookingConfig.LateCancel.ALLOW));
    }

    @AfterEach
    void close() {
        assertThat(open.cells()).isEqualTo(open.cellsOfAppointmentsAndHolds());
        assertThat(open.store().store().verifyAudit()).isEmpty();
        open.close();
    }

    @Test
    void booksWhatWasHeldAndOffersItToNobodyElse() throws Exception {
        Hold hold = await(book.hold(TEN, NOW)).orElseThrow();
        assertThat(offersAtTen()).isEmpty();

        Appointment booked = done(book.book(hold, visit.about("a chipped tooth"), Asker.CALLER, NOW));

        assertThat(booked.state()).isEqualTo(AppointmentState.BOOKED);
        assertThat(offersAtTen()).isEmpty();
        assertThat(await(book.byNumber(booked.number(), STAFF, NOW))).contains(booked);
        assertThat(booked.reason()).contains("a chipped tooth");
    }

    @Test
    void keepsAHeldTimeFromOthersUntilItIsReleased() throws Exception {
        Hold hold = await(book.hold(TEN, NOW)).orElseThrow();

        assertThat(await(book.hold(offer("ortiz", "2026-06-03T10:15"), NOW))).isEmpty();
        assertThat(await(book.release(hold))).isTrue();
        assertThat(offersAtTen()).containsExactly(TEN);
        assertThat(await(book.hold(TEN, NOW))).isPresent();
        assertThat(await(book.release(hold))).isFalse();
    }

    @Test
    void letsAnotherHaveATimeWhoseHoldHasExpired() throws Exception {
        Hold slow = await(book.hold(TEN, NOW)).orElseThrow();
        assertThat(await(book.hold(TEN, slow.expires().minusMillis(1)))).isEmpty();

        Hold quick = await(book.hold(TEN, slow.expires())).orElseThrow();

        assertThat(refused(book.book(slow, visit, Asker.CALLER, slow.expires())))
                .isEqualTo(Refusal.TAKEN);
        assertThat(await(book.book(quick, visit, Asker.CALLER, slow.expires()))).isInstanceOf(BookAnswer.Done.class);
    }

    @Test
    void booksAnExpiredHoldAllTheSameWhileNobodyElseHasTheTime() throws Exception {
        Hold slow = await(book.hold(TEN, NOW)).orElseThrow();

        assertThat(done(book.book(slow, visit, Asker.CALLER, slow.expires().plusSeconds(60)))
                        .time())
                .isEqualTo(TEN);
    }

    @Test
    void bindsAHoldToItsOwnTime() throws Exception {
        Hold hold = await(book.hold(TEN, NOW)).orElseThrow();
        await(book.book(NOON, visit, Asker.CALLER, NOW));

        Hold forged = new Hold(hold.number(), NOON, hold.expires());

        assertThat(refused(book.book(forged, visit, Asker.CALLER, NOW))).isEqualTo(Refusal.TAKEN);
    }

    @Test
    void refusesATimeThatIsTakenAlsoByHalfAndByARoom() throws Exception {
        done(book.book(TEN, visit, Asker.CALLER, NOW));

        assertThat(refused(book.book(offer("ortiz", "2026-06-03T10:15"), visit, Asker.CALLER, NOW)))
                .isEqualTo(Refusal.TAKEN);
        Offer room = inRoom(offer("reed", "2026-06-03T10:00"));
        done(book.book(room, visit, STAFF, NOW));
        assertThat(refused(book.book(inRoom(offer("ortiz", "2026-06-03T10:25")), visit, STAFF, NOW)))
                .isEqualTo(Refusal.TAKEN);
    }

    @Test
    void refusesASecondOwnerOfACellInTheDatabaseItself() throws Exception {
        Appointment booked = done(book.book(TEN, visit, Asker.CALLER, NOW));
        long cell = Cells.touched(TEN.start(), TEN.end()).from();

        assertThatThrownBy(() -> await(open.store().store().write(unit -> {
                    new OccupiedTable()
                            .take(
                                    unit.handle(),
                                    TEN.resources(),
                                    new Cells(cell - 1, cell + 1),
                                    booked.number() + 1,
                                    Slots.NOBODY);
                    return true;
                })))
                .hasCauseInstanceOf(StoreException.class);
    }

    @Test
    void takesTheBuffersWithTheVisit() throws Exception {
        Offer cleaning =
                new Offer("ortiz", Optional.empty(), "cleaning", at("2026-06-03T08:00"), at("2026-06-03T08:45"));
        done(book.book(cleaning, visit, Asker.CALLER, NOW));

        assertThat(refused(book.book(offer("ortiz", "2026-06-03T08:45"), visit, Asker.CALLER, NOW)))
                .isEqualTo(Refusal.TAKEN);
        assertThat(await(book.book(offer("ortiz", "2026-06-03T09:00"), visit, Asker.CALLER, NOW)))
                .isInstanceOf(BookAnswer.Done.class);
    }

    @Test
    void proposesToStaffWhatTheyApprove() throws Exception {
        Offer scan = new Offer("ortiz", Optional.empty(), "scan", TEN.start(), TEN.end());

        Appointment proposed = done(book.book(scan, visit, Asker.CALLER, NOW));

        assertThat(proposed.state()).isEqualTo(AppointmentState.PROPOSED);
        assertThat(refused(book.confirm(proposed.id(), Asker.CALLER, NOW))).isEqualTo(Refusal.NOT_APPROVED);
        assertThat(done(book.confirm(proposed.id(), STAFF, NOW)).state()).isEqualTo(AppointmentState.BOOKED);
    }

    @Test
    void leavesToStaffWhatTheyAloneBook() throws Exception {
        Offer implant = new Offer("ortiz", Optional.empty(), "implant", TEN.start(), TEN.end());

        assertThat(refused(book.book(implant, visit, Asker.CALLER, NOW))).isEqualTo(Refusal.STAFF_ONLY);
        assertThat(done(book.book(implant, visit, STAFF, NOW)).state()).isEqualTo(AppointmentState.BOOKED);
    }

    @Test
    void bindsCallersToHoursAndLeadTimeButNotStaff() throws Exception {
        for (String when : List.of("2026-06-03T12:00", "2026-06-01T08:45", "2026-12-30T10:00", "2026-06-06T10:00")) {
            Offer time = offer("ortiz", when);
            assertThat(refused(book.book(time, visit, Asker.CALLER, NOW))).isEqualTo(Refusal.NOT_OFFERED);
            assertThat(await(book.book(time, visit, STAFF, NOW))).isInstanceOf(BookAnswer.Done.class);
        }
    }

    @Test
    void booksNobodyItDoesNotKnow() throws Exception {
        assertThat(refused(book.book(TEN, Visit.of("nobody"), Asker.CALLER, NOW)))
                .isEqualTo(Refusal.UNKNOWN_PATIENT);
        assertThat(refused(book.book(offer("strange", "2026-06-03T10:00"), visit, STAFF, NOW)))
                .isEqualTo(Refusal.UNKNOWN_PROVIDER);
    }

    @Test
    void keepsEveryVisitOfAConfidentialPatientConfidential() throws Exception {
        PatientDetails details =
                new PatientDetails("Cal Reed", Optional.empty(), Optional.empty(), Optional.empty(), true);
        Patient quiet = await(book.patients().enrol(details, STAFF, NOW));

        Appointment booked = done(book.book(TEN, Visit.of(quiet.id()), Asker.CALLER, NOW));

        assertThat(booked.confidential()).isTrue();
        assertThat(done(book.reschedule(booked.id(), NOON, Asker.CALLER, NOW)).confidential())
                .isTrue();
    }

    @Test
    void movesAnAppointmentInOneStepAndGivesItsTimeBack() throws Exception {
        Appointment old = done(book.book(TEN, visit.about("pain"), Asker.CALLER, NOW));
        Hold hold = await(book.hold(NOON, NOW)).orElseThrow();

        Appointment fresh = done(book.reschedule(old.id(), hold, Asker.CALLER, NOW));

        assertThat(fresh.time()).isEqualTo(NOON);
        assertThat(fresh.reason()).contains("pain");
        assertThat(offersAtTen()).containsExactly(TEN);
        assertThat(await(book.ofPatient(visit.patient(), NOW, Asker.CALLER, NOW)))
                .containsExactly(fresh);
        assertThat(await(book.byNumber(old.number(), STAFF, NOW)).orElseThrow().movedTo())
                .contains(fresh.id());
    }

    @Test
    void keepsTheOldTimeWhenTheNewOneIsTaken() throws Exception {
        Appointment old = done(book.book(TEN, visit, Asker.CALLER, NOW));
        done(book.book(NOON, visit, Asker.CALLER, NOW));

        assertThat(refused(book.reschedule(old.id(), NOON, Asker.CALLER, NOW))).isEqualTo(Refusal.TAKEN);

        assertThat(await(book.byNumber(old.number(), STAFF, NOW))).contains(old);
        assertThat(offersAtTen()).isEmpty();
    }

    @Test
    void movesAnAppointmentByLessThanItsLength() throws Exception {
        Appointment old = done(book.book(TEN, visit, Asker.CALLER, NOW));

        assertThat(done(book.reschedule(old.id(), offer("ortiz", "2026-06-03T10:15"), Asker.CALLER, NOW))
                        .number())
                .isEqualTo(old.number() + 1);
    }

    @Test
    void cancelsAndGivesTheTimeBackOnce() throws Exception {
        Appointment booked = done(book.book(TEN, visit, Asker.CALLER, NOW));

        BookAnswer answer = await(book.cancel(booked.id(), Asker.CALLER, NOW));

        assertThat(answer).isInstanceOfSatisfying(BookAnswer.Done.class, done -> assertThat(done.late())
                .isFalse());
        assertThat(offersAtTen()).containsExactly(TEN);
        assertThat(refused(book.cancel(booked.id(), Asker.CALLER, NOW))).isEqualTo(Refusal.OVER);
        assertThat(refused(book.cancel("none", Asker.CALLER, NOW))).isEqualTo(Refusal.UNKNOWN_APPOINTMENT);
    }

    @Test
    void marksAsLateWhatIsCancelledWithinTheNotice() throws Exception {
        Appointment booked = done(book.book(TEN, visit, Asker.CALLER, NOW));
        Appointment other = done(book.book(NOON, visit, Asker.CALLER, NOW));
        Instant justInTime = TEN.start().minus(Duration.ofHours(24));

        assertThat(await(book.cancel(booked.id(), Asker.CALLER, justInTime.plusSeconds(1))))
                .isInstanceOfSatisfying(
                        BookAnswer.Done.class, done -> assertThat(done.late()).isTrue());
        assertThat(await(book.cancel(other.id(), Asker.CALLER, justInTime)))
                .isInstanceOfSatisfying(
                        BookAnswer.Done.class, done -> assertThat(done.late()).isFalse());
    }

    @Test
    void leavesALateCancellationToStaffWhereThePracticeSaysSo() throws Exception {
        open.close();
        open(practice(BookingConfig.LateCancel.STAFF));
        Appointment booked = done(book.book(TEN, visit, Asker.CALLER, NOW));
        Instant late = TEN.start().minus(Duration.ofHours(2));

        assertThat(refused(book.cancel(booked.id(), Asker.CALLER, late))).isEqualTo(Refusal.TOO_LATE);
        assertThat(refused(book.reschedule(booked.id(), NOON, Asker.CALLER, late)))
                .isEqualTo(Refusal.TOO_LATE);
        assertThat(done(book.cancel(booked.id(), STAFF, late)).state()).isEqualTo(AppointmentState.CANCELLED);
    }

    @Test
    void takesAnAppointmentFurtherOnlyByTheTableOfSteps() throws Exception {
        Appointment booked = done(book.book(TEN, visit, Asker.CALLER, NOW));

        assertThat(refused(book.mark(booked.id(), AppointmentState.ARRIVED, Asker.CALLER, NOW)))
                .isEqualTo(Refusal.STAFF_ONLY);
        done(book.mark(booked.id(), AppointmentState.ARRIVED, STAFF, NOW));
        assertThat(refused(book.mark(booked.id(), AppointmentState.NOSHOW, STAFF, NOW)))
                .isEqualTo(Refusal.OVER);
        assertThat(done(book.mark(booked.id(), AppointmentState.FULFILLED, STAFF, NOW))
                        .state())
                .isEqualTo(AppointmentState.FULFILLED);
    }

    @Test
    void keepsThatAPatientWillCome() throws Exception {
        Appointment booked = done(book.book(TEN, visit, Asker.CALLER, NOW));

        assertThat(done(book.confirm(booked.id(), Asker.CALLER, NOW)).confirmedAt())
                .contains(NOW);
    }

    @Test
    void listsADayAndTheNextOfAProviderInOrderWithoutWhatWasCancelled() throws Exception {
        Appointment noon = done(book.book(NOON, visit, Asker.CALLER, NOW));
        Appointment ten = done(book.book(TEN, visit, Asker.CALLER, NOW));
        Appointment reed = done(book.book(offer("reed", "2026-06-03T09:00"), visit, Asker.CALLER, NOW));
        Appointment gone = done(book.book(offer("ortiz", "2026-06-03T09:00"), visit, Asker.CALLER, NOW));
        await(book.cancel(gone.id(), Asker.CALLER, NOW));
        LocalDate day = LocalDate.parse("2026-06-03");

        assertThat(await(book.onDay(day, Optional.empty(), STAFF, NOW))).containsExactly(reed, ten, noon);
        assertThat(await(book.onDay(day, Optional.of("ortiz"), STAFF, NOW))).containsExactly(ten, noon);
        assertThat(await(book.onDay(day.plusDays(1), Optional.empty(), STAFF, NOW)))
                .isEmpty();
        assertThat(await(book.nextOf("ortiz", NOW, STAFF, NOW))).contains(ten);
        assertThat(await(book.nextOf("ortiz", NOON.end(), STAFF, NOW))).isEmpty();
    }

    @Test
    void knowsWhatIsTakenAfterARestartAndLetsGoOfWhatWasOnlyHeld() throws Exception {
        done(book.book(TEN, visit, Asker.CALLER, NOW));
        assertThat(await(book.hold(NOON, NOW))).isPresent();

        book = open.reopened(practice(BookingConfig.LateCancel.ALLOW), NOW);

        assertThat(offersAtTen()).isEmpty();
        assertThat(await(book.hold(NOON, NOW))).isPresent();
    }

    @Test
    void auditsEveryStepByIdAlone() throws Exception {
        Appointment booked = done(book.book(TEN, visit.about("an abscess"), Asker.CALLER, NOW));
        await(book.cancel(booked.id(), STAFF, NOW));
        await(book.byNumber(7, STAFF, NOW));

        assertThat(open.trail())
                .containsExactly(
                        "anteroom patient.enrol " + visit.patient(),
                        "anteroom appointment.book " + booked.id(),
                        "uid:1000(ann) appointment.cancel " + booked.id(),
                        "uid:1000(ann) appointment.show none");
    }

    private void open(SmallPractice practice) throws Exception {
        open = new OpenBook(folder, practice, NOW);
        book = open.book();
        visit = Visit.of(open.patient("Ann Oakley", NOW).id());
    }

    private static SmallPractice practice(BookingConfig.LateCancel late) {
        BookingConfig rules = new BookingConfig(120, 180, 15, 180, 24, late, Optional.empty(), 30);
        return SmallPractice.usual()
                .rules(rules)
                .visitTypes(
                        visit("exam", 30, 0, 0),
                        visit("cleaning", 45, 0, 15),
                        visit("scan", 30, 0, 0, VisitType.ByPhone.STAFF_APPROVAL),
                        visit("implant", 30, 0, 0, VisitType.ByPhone.STAFF_ONLY));
    }

    /** What is offered when somebody wants Doctor Ortiz at ten that day. */
    private List<Offer> offersAtTen() {
        LocalDateTime ten = LocalDateTime.ofInstant(TEN.start(), ZONE);
        return book.offers(Wish.any("exam").with("ortiz").within(Window.between(ten, ten.plusMinutes(1))), NOW);
    }

    private static Appointment done(CompletableFuture<BookAnswer> answer) throws Exception {
        return await(answer).kept().orElseThrow();
    }

    private static Refusal refused(CompletableFuture<BookAnswer> answer) throws Exception {
        return ((BookAnswer.Refused) await(answer)).why();
    }

    private static Offer inRoom(Offer offer) {
        return new Offer(offer.provider(), Optional.of("Room 1"), offer.visitType(), offer.start(), offer.end());
    }

    private static Offer offer(String provider, String local) {
        return new Offer(
                provider, Optional.empty(), "exam", at(local), at(local).plusSeconds(1800));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}

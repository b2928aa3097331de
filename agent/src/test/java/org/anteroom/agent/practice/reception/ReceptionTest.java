package org.anteroom.agent.practice.reception;

import static org.anteroom.agent.practice.reception.FrontDesk.BORN;
import static org.anteroom.agent.practice.reception.FrontDesk.NOW;
import static org.anteroom.agent.practice.reception.FrontDesk.STAFF;
import static org.anteroom.agent.practice.reception.FrontDesk.at;
import static org.anteroom.agent.practice.reception.FrontDesk.by;
import static org.anteroom.agent.practice.reception.FrontDesk.claim;
import static org.anteroom.agent.practice.reception.FrontDesk.exam;
import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.AppointmentState;
import org.anteroom.agent.practice.book.BookAnswer;
import org.anteroom.agent.practice.book.Hold;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.book.Refusal;
import org.anteroom.agent.practice.book.Visit;
import org.anteroom.agent.practice.book.Window;
import org.anteroom.agent.practice.book.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceptionTest {
    private static final String TEN = "2026-06-03T10:00";

    @TempDir
    Path folder;

    private FrontDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new FrontDesk(folder);
    }

    @AfterEach
    void close() {
        assertThat(desk.open().store().store().verifyAudit()).isEmpty();
        desk.close();
    }

    @Test
    void enrolsANewPatientAndBooksInOne() throws Exception {
        Appointment booked = done(book(desk.held(TEN), claim("ann oakley"), "", true, false));

        assertThat(booked.state()).isEqualTo(AppointmentState.BOOKED);
        assertThat(await(desk.book().patients().byId(booked.patient(), STAFF, NOW)))
                .map(Patient::details)
                .hasValueSatisfying(details -> {
                    assertThat(details.name()).isEqualTo("ann oakley");
                    assertThat(details.birth()).contains(BORN);
                    assertThat(details.phone()).contains("2125550188");
                });
    }

    @Test
    void putsNobodyOnFileForATimeThatIsGone() throws Exception {
        Hold hold = desk.held(TEN);
        Instant expired = hold.expires();
        await(desk.book().book(exam(TEN), visitOf(desk.patient("Bob Birch")), STAFF, expired));

        assertThat(await(desk.reception().carryOut(wanted(hold, claim("ann oakley"), "", true, false), expired)))
                .isEqualTo(BookAnswer.refused(Refusal.TAKEN));
        assertThat(await(desk.book().patients().all(STAFF, NOW))).hasSize(1);
    }

    @Test
    void keepsATimeForStaffToDecideWhereAPatientWhoShouldBeOnFileIsNot() throws Exception {
        Appointment booked = done(book(desk.held(TEN), claim("ann oakley"), "", false, false));

        assertThat(booked.state()).isEqualTo(AppointmentState.PROPOSED);
        assertThat(desk.open().trail()).contains("anteroom identity.unmatched " + booked.patient());
    }

    @Test
    void enrolsWhoCallsTwiceOnce() throws Exception {
        Appointment first = done(book(desk.held(TEN), claim("ann oakley"), "", true, false));
        Appointment second = done(book(desk.held("2026-06-04T10:00"), claim("Ann Oakley"), "", true, false));

        assertThat(second.patient()).isEqualTo(first.patient());
        assertThat(await(desk.book().patients().all(STAFF, NOW))).hasSize(1);
    }

    @Test
    void enrolsAnAnimalOfANewOwnerOnceAndItsSisterBeside() throws Exception {
        Claim bella = FrontDesk.animalClaim("oakley", "bella", "2125550188");
        Claim luna = FrontDesk.animalClaim("oakley", "luna", "2125550188");

        String first = done(book(desk.held(TEN), bella, "", true, false)).patient();
        String again = done(book(desk.held("2026-06-04T10:00"), bella, "", true, false))
                .patient();
        String sister =
                done(book(desk.held("2026-06-05T10:00"), luna, "", true, false)).patient();

        assertThat(again).isEqualTo(first);
        assertThat(sister).isNotEqualTo(first);
        assertThat(desk.stand(bella, Task.BOOK, "")).isEqualTo(new Standing.Proven(first, List.of()));
    }

    @Test
    void takesNobodyForAPatientOnFileBecauseTheyCallThemselvesNew() throws Exception {
        String onFile = desk.patient("Ann Oakley");

        Appointment booked = done(book(desk.held(TEN), claim("ann oakley"), "", true, false));

        assertThat(booked.patient()).isNotEqualTo(onFile);
        assertThat(booked.state()).as("as for anybody else").isEqualTo(AppointmentState.BOOKED);
    }

    @Test
    void waitsForStaffWhereTheyMustSayYes() throws Exception {
        String ann = desk.patient("Ann Oakley");

        assertThat(done(book(desk.held(TEN), claim("ann oakley"), ann, false, false))
                        .state())
                .isEqualTo(AppointmentState.BOOKED);
        assertThat(done(book(desk.held("2026-06-04T10:00"), claim("ann oakley"), ann, false, true))
                        .state())
                .isEqualTo(AppointmentState.PROPOSED);
    }

    @Test
    void waitsForStaffWhereAProxyIsNotListedForBooking() throws Exception {
        String ann = desk.patient("Ann Oakley");
        desk.proxy(ann, "Claire Oakley", "", false, Task.BOOK);
        desk.proxy(ann, "Peter Stone", "", false, Task.CANCEL);

        assertThat(List.of(
                        proposedBy("claire oakley", ann, "2026-06-03T10:00"),
                        proposedBy("peter stone", ann, "2026-06-03T11:00"),
                        proposedBy("maria jimenez", ann, "2026-06-03T14:00")))
                .containsExactly(AppointmentState.BOOKED, AppointmentState.PROPOSED, AppointmentState.PROPOSED);
        assertThat(done(book(desk.held("2026-06-04T10:00"), by("claire oakley", claim("tim oakley")), "", true, false))
                        .state())
                .as("a child who isn't on file")
                .isEqualTo(AppointmentState.PROPOSED);
    }

    @Test
    void changesNoAppointmentOfAnybodyElse() throws Exception {
        Appointment anns = desk.booked(desk.patient("Ann Oakley"), TEN, false);
        String bob = desk.patient("Bob Birch");
        Hold hold = desk.held("2026-06-04T10:00");

        for (Change each : List.of(
                new Change.Move(bob, anns.id(), hold),
                new Change.Cancel(bob, anns.id()),
                new Change.Confirm(bob, anns.id()))) {
            assertThat(await(desk.reception().carryOut(each, NOW)))
                    .isEqualTo(BookAnswer.refused(Refusal.UNKNOWN_APPOINTMENT));
        }
        assertThat(done(desk.reception().carryOut(new Change.Confirm(anns.patient(), anns.id()), NOW))
                        .confirmedAt())
                .contains(NOW);
        assertThat(done(desk.reception().carryOut(new Change.Move(anns.patient(), anns.id(), hold), NOW))
                        .time())
                .isEqualTo(hold.offer());
    }

    @Test
    void offersAndKeepsAnAppointmentsOwnTimeForMovingIt() throws Exception {
        Appointment mine = desk.booked(desk.patient("Ann Oakley"), TEN, false);
        LocalDateTime quarterPast = LocalDateTime.parse("2026-06-03T10:15");
        Wish wish = Wish.any("exam").with("ortiz").within(Window.between(quarterPast, quarterPast.plusMinutes(1)));
        Offer offer = exam("2026-06-03T10:15");

        assertThat(await(desk.reception().answer(new Query.Times(wish, Optional.empty()), NOW)))
                .isEqualTo(new Found.Times(List.of()));
        assertThat(await(desk.reception().answer(new Query.Times(wish, Optional.of(mine.id())), NOW)))
                .isEqualTo(new Found.Times(List.of(offer)));
        assertThat(await(desk.reception().answer(new Query.Keep(offer, Optional.empty(), Optional.empty()), NOW)))
                .isEqualTo(new Found.Gone());
        Found kept =
                await(desk.reception().answer(new Query.Keep(offer, Optional.empty(), Optional.of(mine.id())), NOW));
        assertThat(kept).isInstanceOf(Found.Kept.class);
        assertThat(done(desk.reception()
                                .carryOut(new Change.Move(mine.patient(), mine.id(), ((Found.Kept) kept).hold()), NOW))
                        .time())
                .isEqualTo(offer);
    }

    @Test
    void keepsAnotherTimeInThePlaceOfTheOneBefore() throws Exception {
        Hold before = desk.held(TEN);

        assertThat(await(desk.reception()
                        .answer(new Query.Keep(exam("2026-06-03T10:15"), Optional.of(before), Optional.empty()), NOW)))
                .isInstanceOf(Found.Kept.class);
    }

    @Test
    void knowsAPatientEnrolledByACallInTheNextOne() throws Exception {
        Appointment booked = done(book(desk.held(TEN), claim("ann oakley"), "", true, false));
        desk.pin(booked.patient(), "4821");

        assertThat(desk.stand(claim("anne oakley"), Task.CANCEL, "4821"))
                .isEqualTo(new Standing.Proven(booked.patient(), List.of(booked)));
    }

    @Test
    void goesByUsualRulesWithoutAConfiguration() throws Exception {
        String ann = desk.patient("Ann Oakley");
        Reception usual = new Reception(desk.book());

        assertThat(await(usual.answer(new Query.Stand(claim("ann oakley"), Task.BOOK, new Evidence.None()), NOW)))
                .isEqualTo(new Found.Stands(new Standing.Proven(ann, List.of())));
        assertThat(await(usual.answer(new Query.Stand(claim("ann oakley"), Task.CANCEL, new Evidence.Pin("1")), NOW)))
                .isEqualTo(new Found.Stands(new Standing.Claimed(ann)));
        assertThat(at(TEN)).isAfter(NOW.plus(Duration.ofDays(1)));
    }

    private AppointmentState proposedBy(String proxy, String patient, String start) throws Exception {
        return done(book(desk.held(start), by(proxy, claim("ann oakley")), patient, false, false))
                .state();
    }

    private CompletableFuture<BookAnswer> book(
            Hold hold, Claim claim, String patient, boolean newPatient, boolean approve) {
        return desk.reception().carryOut(wanted(hold, claim, patient, newPatient, approve), NOW);
    }

    private static Change.Book wanted(Hold hold, Claim claim, String patient, boolean newPatient, boolean approve) {
        return new Change.Book(
                hold,
                claim,
                Optional.of(patient).filter(id -> !id.isEmpty()),
                newPatient,
                false,
                approve,
                Optional.of("2125550188"),
                Optional.empty());
    }

    private static Visit visitOf(String patient) {
        return Visit.of(patient);
    }

    private static Appointment done(CompletableFuture<BookAnswer> answer) throws Exception {
        return await(answer).kept().orElseThrow();
    }
}

package org.anteroom.agent.rehearsal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.dialogue.Category;
import org.anteroom.agent.dialogue.Request;
import org.anteroom.agent.practice.Detail;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.AppointmentState;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.book.PatientDetails;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.caller.Errand;
import org.anteroom.agent.rehearsal.caller.Goal;
import org.anteroom.agent.rehearsal.caller.Held;
import org.anteroom.agent.rehearsal.caller.Manner;
import org.anteroom.agent.rehearsal.caller.Manner.BirthWay;
import org.anteroom.agent.rehearsal.caller.Manner.DigitWay;
import org.anteroom.agent.rehearsal.caller.Manner.Mood;
import org.anteroom.agent.rehearsal.caller.Manner.SpellWay;
import org.anteroom.agent.rehearsal.caller.Manner.Style;
import org.anteroom.agent.rehearsal.caller.Self;
import org.anteroom.agent.rehearsal.caller.Situation;
import org.anteroom.agent.rehearsal.caller.Task;
import org.anteroom.agent.rehearsal.caller.When;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final TextPractice PRACTICE = TextPractice.example(PracticeType.DENTAL);
    private static final ZoneId ZONE = PRACTICE.practice().timezone();
    private static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 12, 1, 10, 0);
    private static final When ON_TUESDAY = new When(Set.of(TUESDAY.toLocalDate()), 0, 24 * 60, "on tuesday");
    private static final Self HELEN =
            new Self("helen", "parker", LocalDate.of(1984, 3, 3), "6145550192", Optional.of("4711"), Optional.empty());
    private static final Patient ON_FILE = patient("p1", "Helen Parker", HELEN.birth());

    @Test
    void whatWasWantedInTheBookIsReached() {
        Verdict verdict = judged(booking(), List.of(), List.of(visit("a", "p1", TUESDAY, "cleaning")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.IN_BOOK);
        assertThat(verdict.wrong()).isEmpty();
    }

    @Test
    void aWrongDayInTheBookIsAWrongCommitment() {
        Verdict verdict = judged(booking(), List.of(), List.of(visit("a", "p1", TUESDAY.plusDays(1), "cleaning")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.WRONG);
        assertThat(verdict.wrong()).containsExactly("the time 2026-12-02T10:00 does not suit the caller");
    }

    @Test
    void anotherVisitAnotherPatientAndTwoVisitsAreWrong() {
        Patient other = patient("p2", "Robert Nguyen", LocalDate.of(1970, 1, 2));

        assertThat(judged(booking(), List.of(), List.of(visit("a", "p1", TUESDAY, "crown")))
                        .wrong())
                .containsExactly("it is a crown, not a cleaning");
        assertThat(judged(booking(), List.of(), List.of(visit("a", "p2", TUESDAY, "cleaning")), other)
                        .wrong())
                .containsExactly("it is for somebody of another name", "it is for somebody with another date of birth");
        assertThat(judged(
                                booking(),
                                List.of(),
                                List.of(
                                        visit("a", "p1", TUESDAY, "cleaning"),
                                        visit("b", "p1", TUESDAY.plusHours(2), "cleaning")))
                        .wrong())
                .containsExactly("2 appointments were made");
    }

    @Test
    void aCancellationThatNobodyWantedIsWrong() {
        Appointment held = visit("a", "p1", TUESDAY, "cleaning");
        Goal confirm = goal(Task.CONFIRM, Optional.of(new Held("cleaning", TUESDAY, "ortiz")));

        assertThat(judged(confirm, List.of(held), List.of(cancelled(held))).wrong())
                .containsExactly("the appointment was cancelled");
        assertThat(judged(goal(Task.CANCEL, confirm.held()), List.of(held), List.of(cancelled(held)))
                        .outcome())
                .isEqualTo(Outcome.IN_BOOK);
    }

    @Test
    void whatWasToldAsDoneAndIsNotIsWrong() {
        Verdict verdict = Judge.of(PRACTICE, situation(booking()), account(List.of(), List.of(), List.of(), true));

        assertThat(verdict.wrong()).containsExactly("the caller was told that it is done, and nothing is");
    }

    @Test
    void aMessageWithAnotherNumberOrDateOfBirthIsWrong() {
        Goal goal = goal(Task.PERSON, Optional.empty());

        assertThat(Judge.of(
                                PRACTICE,
                                situation(goal),
                                account(List.of(), List.of(), List.of(message("6145550192", "1984-03-03")), false))
                        .outcome())
                .isEqualTo(Outcome.IN_INBOX);
        assertThat(Judge.of(
                                PRACTICE,
                                situation(goal),
                                account(List.of(), List.of(), List.of(message("6145550193", "1984-03-04")), false))
                        .wrong())
                .hasSize(2);
    }

    @Test
    void anEmergencyThatNobodyTookIsWrongAndAHangUpIsNothing() {
        Goal emergency = goal(Task.EMERGENCY, Optional.empty());

        assertThat(Judge.of(PRACTICE, situation(emergency), account(List.of(), List.of(), List.of(), false))
                        .outcome())
                .isEqualTo(Outcome.WRONG);
        assertThat(Judge.of(PRACTICE, situation(booking()), account(List.of(), List.of(), List.of(), false))
                        .outcome())
                .isEqualTo(Outcome.NOTHING);
    }

    private static Verdict judged(Goal goal, List<Appointment> before, List<Appointment> after, Patient... others) {
        List<Patient> patients = new ArrayList<>(List.of(others));
        patients.add(ON_FILE);
        Account account = account(before, after, List.of(), false);
        return Judge.of(
                PRACTICE,
                situation(goal),
                new Account(
                        account.lines(),
                        account.ending(),
                        account.saved(),
                        before,
                        after,
                        patients,
                        account.when(),
                        account.accepted(),
                        false,
                        false,
                        1,
                        0,
                        0,
                        Timing.NONE));
    }

    private static Account account(
            List<Appointment> before, List<Appointment> after, List<Request> saved, boolean told) {
        return new Account(
                List.of(),
                Ending.HUNG_UP,
                saved,
                before,
                after,
                List.of(ON_FILE),
                ON_TUESDAY,
                Optional.empty(),
                told,
                false,
                1,
                0,
                0,
                Timing.NONE);
    }

    private static Request message(String number, String birth) {
        return new Request.TakeMessage(
                Category.CALL_BACK,
                "Helen Barker",
                number,
                "call me",
                List.of(new Detail(Detail.BIRTH, birth)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Goal booking() {
        return goal(Task.BOOK, Optional.empty());
    }

    private static Goal goal(Task task, Optional<Held> held) {
        return new Goal(
                task, HELEN, "cleaning", "a cleaning", held, ON_TUESDAY, Optional.empty(), "", false, Errand.NONE);
    }

    private static Situation situation(Goal goal) {
        Manner manner = new Manner(Style.PLAIN, Mood.CALM, BirthWay.NUMBERS, SpellWay.LETTERS, DigitWay.OH, 3, 34);
        return new Situation(1, TUESDAY.minusDays(4), List.of(), goal, manner, Optional.empty());
    }

    private static Patient patient(String id, String name, LocalDate birth) {
        return new Patient(
                1, id, new PatientDetails(name, Optional.of(birth), Optional.empty(), Optional.empty(), false));
    }

    private static Appointment visit(String id, String patient, LocalDateTime at, String type) {
        Instant start = at.atZone(ZONE).toInstant();
        return in(
                AppointmentState.BOOKED,
                id,
                patient,
                new Offer("ortiz", Optional.empty(), type, start, start.plusSeconds(1_800)));
    }

    private static Appointment cancelled(Appointment each) {
        return in(AppointmentState.CANCELLED, each.id(), each.patient(), each.time());
    }

    private static Appointment in(AppointmentState state, String id, String patient, Offer offer) {
        return new Appointment(
                1,
                id,
                patient,
                offer,
                state,
                false,
                Instant.EPOCH,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.AppointmentState;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An appointment from the first word to the book, over real SIP and RTP, by a voice that the recogniser must understand. */
final class BookedByPhoneTest {
    private static final Duration QUIET = Duration.ofMillis(800);
    /** A Monday; the provider has hours on Tuesday alone. */
    private static final LocalDate TOMORROW = LocalDate.parse("2026-11-24");

    private static final String CHECKUPS =
            """
            [[practice.visit-type]]
            name = "checkup"
            minutes = 30
            by-phone = "open"

            [[practice.provider]]
            id = "ortiz"
            name = "Doctor Ortiz"
            visit-types = ["checkup"]
            [practice.provider.hours]
            tuesday = ["08:00-12:00"]
            """;

    @TempDir
    Path folder;

    @Test
    void aCallerIsInTheBookBeforeItIsSaid() throws Exception {
        try (Clinic clinic = Clinic.open(folder, CHECKUPS + Clinic.ONE_DOCTOR)) {
            clinic.enrol("Robert Miller", LocalDate.parse("1984-03-03"));
            try (PhoneCall call = clinic.greeted()) {
                say(call, "book-wish");
                answer(clinic, call, TemplateId.ASK_WHEN, "book-when");
                answer(clinic, call, TemplateId.OFFER_THREE, "book-choice");
                answer(clinic, call, TemplateId.ASK_NAME, "message-name");
                answer(clinic, call, TemplateId.ASK_BIRTH, "book-birth");
                assertThat(clinic.booked(TOMORROW)).as("nobody has said yes").isEmpty();
                answer(clinic, call, TemplateId.CONFIRM_VISIT_FOR_BORN, "message-yes");
                clinic.nextSaid(TemplateId.VISIT_MADE);
                List<Appointment> booked = clinic.booked(TOMORROW);
                assertThat(booked).hasSize(1);
                assertThat(booked.get(0).state()).isEqualTo(AppointmentState.BOOKED);
                assertThat(booked.get(0).time().provider()).isEqualTo("ortiz");
                assertThat(booked.get(0).time().start()).isEqualTo(Instant.parse("2026-11-24T09:00:00Z"));
                answer(clinic, call, TemplateId.ANYTHING_ELSE, "message-bye");
                assertThat(call.awaitEnded(Clinic.SOON)).isTrue();
            }
            clinic.next(CallEvent.Ended.class, ended -> true);
            assertThat(clinic.messages()).isEmpty();
        }
    }

    private static void answer(Clinic clinic, PhoneCall call, TemplateId asked, String clip) throws Exception {
        clinic.nextSaid(asked);
        say(call, clip);
    }

    private static void say(PhoneCall call, String clip) throws Exception {
        assertThat(call.awaitTurn(QUIET, Clinic.SOON)).isTrue();
        call.say(CallerAudio.clip(clip));
    }
}

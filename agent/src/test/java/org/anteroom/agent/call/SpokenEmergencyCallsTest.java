package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.anteroom.agent.BesideOthers;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.CallersSide;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** An emergency in moments in which nobody is asked for one, what the caller hears recorded: real SIP, RTP and recognition. */
final class SpokenEmergencyCallsTest {
    private static final Duration QUIET = Duration.ofMillis(800);
    private static final double DOCTOR_HZ = 620;
    private static final double DESK_HZ = 840;
    private static final String DESK = "[desk]\nnumber = \"300\"\nring-seconds = 20\n";

    @TempDir
    Path folder;

    private Clinic clinic;

    @AfterEach
    void close() throws Exception {
        if (clinic != null) {
            clinic.close();
        }
    }

    private void begin(Clinic opened) throws Exception {
        clinic = opened;
        clinic.phone(Clinic.DOCTOR).answering(OnCallPerson.talking(DOCTOR_HZ));
    }

    @BesideOthers
    void theVeryFirstWordsOfACallReachTheDoctor() throws Exception {
        begin(Clinic.hasty(folder, Clinic.ONE_DOCTOR));
        try (PhoneCall caller = clinic.call(clinic.phone(Clinic.CALLER))) {
            caller.say(CallerAudio.clip("emergency-breathe"));
            reachesTheDoctor(caller);
        }
    }

    @BesideOthers
    void whatIsSaidOverTheNumberThatIsReadBackToWhoWantsToBookReachesTheDoctor() throws Exception {
        begin(Clinic.night(folder, Clinic.ONE_DOCTOR));
        short[] booking = Senses.shared()
                .voice
                .render("I would like to make an appointment.")
                .pcm();
        try (PhoneCall caller = clinic.greeted()) {
            caller.say(booking);
            clinic.nextSaid(TemplateId.TAKING_APPOINTMENT);
            assertThat(caller.awaitTurn(QUIET, Clinic.SOON)).isTrue();
            caller.say(CallerAudio.clip("message-name"));
            clinic.nextSaid(TemplateId.ASK_SAME_NUMBER);
            caller.press('2');
            clinic.nextSaid(TemplateId.ASK_NUMBER);
            "2125550173#".chars().forEach(key -> caller.press((char) key));
            clinic.nextSaid(TemplateId.READ_NUMBER);
            caller.say(CallerAudio.clip("emergency-breathe"));
            reachesTheDoctor(caller);
        }
        clinic.next(CallEvent.Stored.class, stored -> true);
        assertThat(clinic.messages())
                .as("what was known of the booking is kept")
                .singleElement()
                .satisfies(message -> assertThat(message.content().category()).isEqualTo("appointment"));
    }

    @BesideOthers
    void whatIsSaidWhileTheDeskRingsReachesTheDoctor() throws Exception {
        begin(Clinic.open(folder, DESK + Clinic.ONE_DOCTOR));
        clinic.phone(Clinic.DESK).answering(Answering.never());
        try (PhoneCall caller = clinic.greeted()) {
            caller.press('0');
            clinic.nextLeg("desk", "invite");
            caller.say(CallerAudio.clip("emergency-seizure"));
            reachesTheDoctor(caller);
        }
    }

    /** Whoever talks to the desk is not listened to: it is the key that counts there. */
    @BesideOthers
    void theEmergencyKeyTakesACallerFromTheDeskToTheDoctor() throws Exception {
        begin(Clinic.open(folder, DESK + Clinic.ONE_DOCTOR));
        clinic.phone(Clinic.DESK).answering(Answering.after(Duration.ZERO, desk -> desk.tone(DESK_HZ, Clinic.SOON)));
        try (PhoneCall caller = clinic.greeted()) {
            caller.press('0');
            clinic.nextLeg("desk", "bridged");
            assertThat(caller.hears(DESK_HZ, Clinic.SOON)).isTrue();
            caller.press('*');
            reachesTheDoctor(caller);
        }
    }

    private void reachesTheDoctor(PhoneCall caller) throws Exception {
        assertThat(clinic.next(CallEvent.Decided.class, one -> true).grade()).isEqualTo("ALARM");
        CallersSide side = CallersSide.of(caller);
        clinic.nextSaid(TemplateId.CONNECTING);
        clinic.nextLeg("doctor", "bridged");
        side.isUnbroken();
        assertThat(caller.hears(DOCTOR_HZ, Clinic.SOON)).isTrue();
    }
}

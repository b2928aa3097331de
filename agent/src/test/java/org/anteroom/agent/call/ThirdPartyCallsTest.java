package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallersSide;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A doctor adds a service to the caller, over real SIP and RTP: each hears both others, and nobody is cut off by it. */
final class ThirdPartyCallsTest {
    private static final Duration SOON = Clinic.SOON;
    private static final String DOCTOR_AND_SERVICE = Clinic.ONE_DOCTOR
            + """

            [[oncall.group]]
            name = "services"
            [[oncall.group.target]]
            name = "county"
            number = "300"
            kind = "service"
            state-law-checked = 2026-01-15
            """;

    @TempDir
    Path folder;

    private final BlockingQueue<PhoneCall> doctors = new LinkedBlockingQueue<>();
    private final BlockingQueue<PhoneCall> services = new LinkedBlockingQueue<>();
    private Clinic clinic;

    @AfterEach
    void closeClinic() throws Exception {
        if (clinic != null) {
            clinic.close();
        }
    }

    /** A doctor who takes the call, and a service that answers. */
    private Phone opens() throws Exception {
        clinic = Clinic.night(folder, DOCTOR_AND_SERVICE);
        clinic.phone(Clinic.DOCTOR).answering(Answering.after(Duration.ZERO, call -> {
            clinic.nextLeg("doctor", "told press-one");
            call.press('1');
            call.press('5');
            doctors.add(call);
            call.awaitEnded(Duration.ofSeconds(90));
        }));
        Phone service = clinic.phone(Clinic.DESK);
        service.answering(answers());
        return service;
    }

    private Answering answers() {
        return Answering.after(Duration.ZERO, call -> {
            services.add(call);
            call.awaitEnded(Duration.ofSeconds(90));
        });
    }

    private PhoneCall doctor(PhoneCall caller) throws Exception {
        caller.press('*');
        PhoneCall doctor = doctors.poll(30, TimeUnit.SECONDS);
        assertThat(doctor).isNotNull();
        clinic.nextLeg("doctor", "bridged");
        return doctor;
    }

    private PhoneCall added(PhoneCall doctor) throws Exception {
        asks(doctor);
        PhoneCall service = services.poll(30, TimeUnit.SECONDS);
        assertThat(service).isNotNull();
        clinic.nextLeg("county", "joined");
        return service;
    }

    private static void asks(PhoneCall doctor) {
        doctor.press('*');
        doctor.press('9');
    }

    /** Whether a tone of one reaches these, and comes back to nobody. */
    private static void hear(PhoneCall from, double hertz, PhoneCall... to) throws Exception {
        int before = from.heard().length;
        CompletableFuture<Void> sounding = CompletableFuture.runAsync(() -> {
            try {
                from.tone(hertz, SOON);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            for (PhoneCall each : to) {
                assertThat(each.hears(hertz, SOON)).isTrue();
            }
        } finally {
            from.hush();
            sounding.get(30, TimeUnit.SECONDS);
        }
        assertThat(CallersSide.holds(from.heard(), before, hertz)).as("itself").isFalse();
    }

    @Test
    void eachHearsBothOthersAlsoAfterAHoldAndTheCallerStaysWithTheServiceWhenTheDoctorLeaves() throws Exception {
        opens();
        try (PhoneCall caller = clinic.greeted()) {
            PhoneCall doctor = doctor(caller);
            PhoneCall service = added(doctor);
            assertThat(service.packets())
                    .as("our sound to the service")
                    .noneMatch(packet -> packet.incoming() && packet.loud());
            hear(doctor, 440, caller, service);
            hear(caller, 620, doctor, service);
            hear(service, 840, caller, doctor);

            assertThat(clinic.pbx.hold(Clinic.DOCTOR, SOON)).isTrue();
            hear(service, 840, caller);
            long held = System.nanoTime();
            int callers = caller.heard().length;
            int services = service.heard().length;
            doctor.tone(CallersSide.MUSIC_HZ, Duration.ofMillis(500));
            hear(caller, 620, service);
            assertThat(CallersSide.holds(caller.heard(), callers, CallersSide.MUSIC_HZ))
                    .isFalse();
            assertThat(CallersSide.holds(service.heard(), services, CallersSide.MUSIC_HZ))
                    .isFalse();
            assertThat(doctor.packets().stream().filter(packet -> packet.nanos() > held))
                    .as("to a phone that holds")
                    .noneMatch(packet -> packet.incoming() && packet.loud());
            assertThat(clinic.pbx.resume(Clinic.DOCTOR, SOON)).isTrue();
            hear(doctor, 440, caller, service);
            hear(service, 840, caller, doctor);

            doctor.hangUp();
            clinic.nextLeg("doctor", "parted");
            hear(caller, 620, service);
            hear(service, 840, caller);
            assertThat(caller.ending()).isEmpty();
            assertThat(clinic.alarms).noneMatch(alarm -> alarm.kind() == Alarm.Kind.NOBODY_ANSWERS);
        }
        clinic.nextLeg("county", "parted");
    }

    @Test
    void aBusyServiceIsToldToTheDoctorWhoAsksAgainAndBothGoOnWhenTheCallerHangsUp() throws Exception {
        Phone phone = opens();
        phone.answering(Answering.busy());
        try (PhoneCall caller = clinic.greeted()) {
            PhoneCall doctor = doctor(caller);
            asks(doctor);
            clinic.nextLeg("doctor", "told service-failed");
            hear(caller, 620, doctor);
            phone.answering(answers());
            PhoneCall service = added(doctor);
            hear(caller, 620, doctor, service);

            caller.hangUp();
            clinic.next(CallEvent.Ended.class, ended -> true);
            clinic.awaitStep("doctor", "told caller-left");
            hear(service, 840, doctor);
            hear(doctor, 440, service);
            assertThat(doctor.ending()).isEmpty();

            service.hangUp();
            assertThat(doctor.awaitEnded(SOON)).isTrue();
        }
    }
}

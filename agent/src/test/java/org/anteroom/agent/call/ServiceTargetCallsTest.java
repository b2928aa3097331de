package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallersSide;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service such as 911 as a target: it has the caller as soon as it answers, nothing of ours is played to it, and each
 *  caller has a call to it of their own.
 */
final class ServiceTargetCallsTest {
    private static final double SERVICE_HZ = 840;
    private static final double FIRST_HZ = 440;
    private static final double SECOND_HZ = 620;
    private static final String DOCTOR_THEN_SERVICE = Clinic.ONE_DOCTOR
            + """

            [[oncall.group]]
            name = "service"
            [[oncall.group.target]]
            name = "service"
            number = "300"
            kind = "service"
            state-law-checked = 2026-01-15
            """;

    @TempDir
    Path folder;

    private final BlockingQueue<PhoneCall> taken = new LinkedBlockingQueue<>();

    @Test
    void itHasTheCallerOnAnswerHearsNothingOfOursAndIsNeverShared() throws Exception {
        try (Clinic clinic = Clinic.hasty(folder, DOCTOR_THEN_SERVICE)) {
            clinic.phone(Clinic.DOCTOR).answering(Answering.busy());
            clinic.phone(Clinic.DESK).answering(Answering.after(Duration.ZERO, call -> {
                taken.add(call);
                call.tone(SERVICE_HZ, Duration.ofSeconds(60));
            }));
            Phone callers = clinic.phone(Clinic.CALLER);
            try (PhoneCall first = emergency(clinic, callers);
                    PhoneCall serviceOfFirst = service();
                    PhoneCall second = emergency(clinic, callers);
                    PhoneCall serviceOfSecond = service()) {
                assertThat(first.hears(SERVICE_HZ, Clinic.SOON)).isTrue();
                assertThat(second.hears(SERVICE_HZ, Clinic.SOON)).isTrue();
                for (PhoneCall service : List.of(serviceOfFirst, serviceOfSecond)) {
                    assertThat(service.packets())
                            .as("our sound to the service before a caller makes one")
                            .noneMatch(packet -> packet.incoming() && packet.loud());
                }
                talks(first, FIRST_HZ);
                talks(second, SECOND_HZ);
                assertThat(serviceOfFirst.hears(FIRST_HZ, Clinic.SOON)).isTrue();
                assertThat(serviceOfSecond.hears(SECOND_HZ, Clinic.SOON)).isTrue();
                assertThat(tones(serviceOfFirst)).containsExactly(true, false);
                assertThat(tones(serviceOfSecond)).containsExactly(false, true);
            }
        }
    }

    private static PhoneCall emergency(Clinic clinic, Phone phone) throws Exception {
        PhoneCall call = clinic.call(phone);
        call.awaitSpeech(Clinic.SOON);
        CallersSide side = CallersSide.of(call);
        call.press('*');
        clinic.nextLeg("service", "bridged");
        side.isUnbroken();
        return call;
    }

    private PhoneCall service() throws Exception {
        PhoneCall call = taken.poll(30, TimeUnit.SECONDS);
        assertThat(call).isNotNull();
        return call;
    }

    private static void talks(PhoneCall call, double hertz) {
        Thread talking = new Thread(
                () -> {
                    try {
                        call.tone(hertz, Duration.ofSeconds(60));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "test-caller");
        talking.setDaemon(true);
        talking.start();
    }

    /** Whether a service's phone ever heard the first caller, and the second. */
    private static List<Boolean> tones(PhoneCall service) {
        short[] heard = service.heard();
        return List.of(CallersSide.holds(heard, 0, FIRST_HZ), CallersSide.holds(heard, 0, SECOND_HZ));
    }
}

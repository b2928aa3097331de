package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallersSide;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second and a third emergency while the first rings, and two people on call: all ring for each, one caller is for one
 *  person, and the third is rung for until one of both is free. Nobody waits unheard.
 */
final class SeveralEmergenciesTest {
    private static final String DOCTOR_AND_NURSE =
            Clinic.ONE_DOCTOR + "[[oncall.group.target]]\nname = \"nurse\"\nnumber = \"" + Clinic.NURSE + "\"\n";

    @TempDir
    Path folder;

    /** A person with call waiting, who answers but can talk to one caller only. */
    private static Answering oneAtATime(double hertz) {
        AtomicBoolean free = new AtomicBoolean(true);
        return Answering.after(Duration.ZERO, call -> {
            if (free.compareAndSet(true, false)) {
                try {
                    call.awaitSpeech(Clinic.SOON);
                    call.press('1');
                    call.press('5');
                    call.tone(hertz, Duration.ofSeconds(60));
                } finally {
                    free.set(true);
                }
            }
        });
    }

    @Test
    void eachOfTwoPeopleTakesOneCallerAndTheThirdIsTakenByWhoIsFreeFirst() throws Exception {
        try (Clinic clinic = Clinic.hastyAndPatient(folder, DOCTOR_AND_NURSE)) {
            Phone doctor = clinic.phone(Clinic.DOCTOR);
            Phone nurse = clinic.phone(Clinic.NURSE);
            doctor.answering(Answering.never());
            nurse.answering(Answering.never());
            Phone phone = clinic.phone(Clinic.CALLER);
            Map<String, PhoneCall> callers = new LinkedHashMap<>();
            Map<String, CallersSide> sides = new LinkedHashMap<>();
            for (int i = 0; i < 3; i++) {
                PhoneCall caller = clinic.call(phone);
                String id = clinic.next(CallEvent.Answered.class, answered -> !callers.containsKey(answered.call()))
                        .call();
                callers.put(id, caller);
                assertThat(caller.awaitSpeech(Clinic.SOON)).isTrue();
                sides.put(id, CallersSide.of(caller));
                caller.press('*');
                clinic.next(
                        CallEvent.Outbound.class,
                        leg -> leg.call().equals(id) && leg.what().equals("ringing"));
            }
            assertThat(phonesRungFor(clinic, callers.keySet()))
                    .as("phones rung")
                    .isEqualTo(6);
            doctor.answering(oneAtATime(620));
            nurse.answering(oneAtATime(840));

            String first = bridged(clinic);
            sides.get(first).isUnbroken();
            String second = bridged(clinic);
            sides.get(second).isUnbroken();
            assertThat(second).isNotEqualTo(first);
            callers.get(first).close();
            String third = bridged(clinic);
            assertThat(third).isNotIn(first, second);
            sides.get(third).isUnbroken();
            assertThat(callers.get(second).ending()).isEmpty();
            for (PhoneCall caller : callers.values()) {
                caller.close();
            }
        }
    }

    private static String bridged(Clinic clinic) throws Exception {
        return clinic.next(CallEvent.Outbound.class, leg -> leg.what().equals("bridged"))
                .call();
    }

    private static long phonesRungFor(Clinic clinic, Set<String> calls) {
        return clinic.all.stream()
                .filter(CallEvent.Outbound.class::isInstance)
                .map(CallEvent.Outbound.class::cast)
                .filter(leg -> calls.contains(leg.call()) && leg.what().equals("invite"))
                .map(leg -> leg.call() + leg.target())
                .distinct()
                .count();
    }
}

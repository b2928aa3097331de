package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The on-call test over real SIP: whom it rings, and how it stands back for emergencies. */
final class OncallTestTest {
    private static final String GROUP = "[[oncall.group]]\nname = \"%s\"\nring-seconds = 60\n";
    private static final String TARGET = "[[oncall.group.target]]\nname = \"%s\"\nnumber = \"%s\"\n";
    private static final String DOCTOR = GROUP.formatted("doctors") + TARGET.formatted("doctor", Clinic.DOCTOR);

    @TempDir
    Path folder;

    private Clinic clinic;

    @AfterEach
    void closeClinic() throws Exception {
        if (clinic != null) {
            clinic.close();
        }
    }

    private static List<OncallTest.Result> await(CompletableFuture<List<OncallTest.Result>> test) throws Exception {
        return test.get(60, TimeUnit.SECONDS);
    }

    /** A phone that rings until it is left alone, and says when it rings. */
    private CountDownLatch ringing(String extension) throws Exception {
        CountDownLatch rang = new CountDownLatch(1);
        clinic.pbx.watch(message -> {
            if (message.method().equals("INVITE") && message.to().equals(extension)) {
                rang.countDown();
            }
        });
        clinic.phone(extension).answering(Answering.never());
        return rang;
    }

    /** Plans with that many phones, eight in a group. */
    private static String phones(int count) {
        StringBuilder plan = new StringBuilder();
        for (int i = 0; i < count; i++) {
            if (i % 8 == 0) {
                plan.append(GROUP.formatted("group " + i));
            }
            plan.append(TARGET.formatted("phone " + i, i == 0 ? Clinic.DOCTOR : "7" + i));
        }
        return plan.toString();
    }

    @Test
    void neverRingsAServiceAndSaysSo() throws Exception {
        clinic = Clinic.night(
                folder,
                DOCTOR + TARGET.formatted("county", Clinic.NURSE)
                        + "kind = \"service\"\nstate-law-checked = 2026-01-15\n");
        clinic.phone(Clinic.DOCTOR).answering(Answering.busy());
        CountDownLatch rang = ringing(Clinic.NURSE);

        List<OncallTest.Result> results =
                await(clinic.receptionist.phoning().oncallTest().run());

        assertThat(results)
                .extracting(OncallTest.Result::outcome)
                .containsExactly(OncallTest.Outcome.FAILED, OncallTest.Outcome.SKIPPED);
        assertThat(rang.getCount()).isOne();
    }

    @Test
    void ringsNobodyAndKeepsNoPortWhenThereAreTooFew() throws Exception {
        for (int phones : new int[] {60, 49}) {
            try (Clinic crowded = Clinic.night(Files.createDirectory(folder.resolve("" + phones)), phones(phones))) {
                clinic = crowded;
                CountDownLatch rang = ringing(Clinic.DOCTOR);

                assertThatThrownBy(() -> await(
                                crowded.receptionist.phoning().oncallTest().run()))
                        .as(phones + " phones")
                        .hasMessageContaining("port");

                assertThat(rang.getCount()).as("nobody is rung").isOne();
                try (PhoneCall call = crowded.call(crowded.phone(Clinic.CALLER))) {
                    assertThat(crowded.receptionist.calls()).isOne();
                }
            } finally {
                clinic = null;
            }
        }
    }

    @Test
    void isRefusedWhileAnEmergencyRings() throws Exception {
        clinic = Clinic.night(folder, DOCTOR);
        CountDownLatch rang = ringing(Clinic.DOCTOR);
        try (PhoneCall call = clinic.call(clinic.phone(Clinic.CALLER))) {
            call.press('*');
            assertThat(rang.await(Clinic.SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() ->
                            await(clinic.receptionist.phoning().oncallTest().run()))
                    .hasMessageContaining("an emergency is ringing or connected");
        }
    }

    @Test
    void hangsUpAtOnceWhenAnEmergencyBegins() throws Exception {
        clinic = Clinic.night(folder, DOCTOR + GROUP.formatted("nurses") + TARGET.formatted("nurse", Clinic.NURSE));
        Phone caller = clinic.phone(Clinic.CALLER);
        CountDownLatch rang = ringing(Clinic.NURSE);
        clinic.phone(Clinic.DOCTOR).answering(Answering.never());
        try (PhoneCall call = clinic.call(caller)) {
            CompletableFuture<List<OncallTest.Result>> test =
                    clinic.receptionist.phoning().oncallTest().run();
            assertThat(rang.await(Clinic.SOON.toSeconds(), TimeUnit.SECONDS))
                    .as("the test rings")
                    .isTrue();
            long begun = System.nanoTime();

            call.press('*');

            assertThat(await(test)).extracting(OncallTest.Result::outcome).containsOnly(OncallTest.Outcome.GAVE_WAY);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("long before the test would have ended by itself")
                    .isLessThan(Duration.ofSeconds(15));
            clinic.nextLeg("doctor", "invite");
        }
    }
}

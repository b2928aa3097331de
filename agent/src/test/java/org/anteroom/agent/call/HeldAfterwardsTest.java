package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.PbxFault;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.RawPhone;
import org.anteroom.agent.sip.LegEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a call ends, nothing of it is held afterwards: no call, mailbox, leg, dialog, port, recogniser, nor anything for the
 *  records. One practice has had them all, so that what one ending leaves behind is seen although the next ones are in order.
 */
final class HeldAfterwardsTest {
    /** A 200 that nobody acknowledges is repeated for 32 s. */
    private static final Duration UNACKNOWLEDGED = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private Clinic clinic;

    @BeforeEach
    void open() throws Exception {
        clinic = Clinic.hasty(folder, "[calls]\nsimultaneous = 2\n" + Clinic.ONE_DOCTOR);
    }

    @AfterEach
    void close() throws Exception {
        clinic.close();
    }

    @Test
    void nothingOfCallsThatWereRefusedCancelledNeverAcknowledgedLeftWhileRingingOrHungUpOn() throws Exception {
        try (RawPhone mute = clinic.raw(Clinic.OTHERS.get(0))) {
            // The longest first: it goes on beside the others.
            String unused = mute.authenticated("INVITE", Clinic.NUMBER, "");
            assertThat(mute.receive("SIP/2.0 200")).contains("m=audio");
            CompletableFuture<Void> given = CompletableFuture.runAsync(() -> answersTheBye(mute));

            hungUpByTheCallerAndRefusedAtTheDoorMeanwhile();
            cancelledAsSoonAsItRings();
            leftWhilePhonesRing();
            everyPhoneRefused();

            given.get(UNACKNOWLEDGED.toSeconds(), TimeUnit.SECONDS);
            awaitCalls(0);
        }
        assertThat(clinic.held().afterwards()).isEmpty();
        assertThat(recognisersInUse()).as("recognisers").isZero();
    }

    /** All it ever says. */
    private static void answersTheBye(RawPhone mute) {
        long deadline = System.nanoTime() + UNACKNOWLEDGED.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                mute.answer(mute.receive("BYE"), "200 OK", "mute");
                return;
            } catch (SocketTimeoutException nothing) {
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new AssertionError("no BYE came");
    }

    private void hungUpByTheCallerAndRefusedAtTheDoorMeanwhile() throws Exception {
        try (PhoneCall call = clinic.greeted();
                PhoneCall third = clinic.phone(Clinic.OTHERS.get(1)).dial(Clinic.NUMBER)) {
            assertThat(third.awaitEnded(Clinic.SOON)).isTrue();
            assertThat(third.ending().orElseThrow()).isInstanceOf(LegEvent.Refused.class);
            call.hangUp();
            assertThat(call.awaitEnded(Clinic.SOON)).isTrue();
        }
        awaitCalls(1);
    }

    private void cancelledAsSoonAsItRings() throws Exception {
        CountDownLatch invited = new CountDownLatch(1);
        try (AutoCloseable watch = clinic.pbx.watch(message -> {
                    if (message.method().equals("INVITE")) {
                        invited.countDown();
                    }
                });
                PhoneCall call = clinic.phone(Clinic.OTHERS.get(2)).dial(Clinic.NUMBER)) {
            assertThat(watch).isNotNull();
            assertThat(invited.await(Clinic.SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            call.hangUp();
            assertThat(call.awaitEnded(Clinic.SOON)).isTrue();
        }
        awaitCalls(1);
    }

    /** The doctor takes it after the caller has gone, and hears the number. */
    private void leftWhilePhonesRing() throws Exception {
        clinic.phone(Clinic.DOCTOR).answering(Answering.after(Duration.ofSeconds(1), call -> {
            call.awaitSpeech(Clinic.SOON);
            call.press('1');
            call.awaitEnded(Clinic.SOON);
        }));
        try (PhoneCall call = clinic.call(clinic.phone(Clinic.OTHERS.get(3)))) {
            call.press('*');
            clinic.nextLeg("doctor", "invite");
        }
        awaitCalls(1);
    }

    private void everyPhoneRefused() throws Exception {
        clinic.pbx.fail(Clinic.DOCTOR, PbxFault.BUSY);
        try (PhoneCall call = clinic.call(clinic.phone(Clinic.OTHERS.get(4)))) {
            call.press('*');
            clinic.nextLeg("doctor", "refused");
            clinic.nextLeg("doctor", "refused");
        }
        // Somebody is to know of it: the doctor, as before, though the caller has gone.
        clinic.pbx.mend(Clinic.DOCTOR);
    }

    /** A place must be free again before the next call comes. */
    private void awaitCalls(int most) {
        long deadline = System.nanoTime() + Clinic.SOON.toNanos();
        while (clinic.receptionist.calls() > most && System.nanoTime() < deadline) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(clinic.receptionist.calls()).isLessThanOrEqualTo(most);
    }

    /** They are given back beside the call's end. */
    private static int recognisersInUse() throws Exception {
        long deadline = System.nanoTime() + Clinic.SOON.toNanos();
        while (Senses.shared().ears.openEars() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(20_000_000);
        }
        return Senses.shared().ears.openEars();
    }
}

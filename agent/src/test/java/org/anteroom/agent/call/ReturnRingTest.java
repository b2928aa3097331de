package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.anteroom.agent.call.ReturnRing.Outcome;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.LegListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ring at a number on file over real SIP: what comes of it, and what a session that takes it is told. */
final class ReturnRingTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final double DOCTOR_HZ = 700;

    @TempDir
    Path folder;

    /** Counted down when the key came and there was no room. */
    private final CountDownLatch noRoom = new CountDownLatch(1);

    private Clinic clinic;
    private Phone home;

    @BeforeEach
    void openClinic() throws Exception {
        clinic = Clinic.open(folder, Clinic.ONE_DOCTOR);
        clinic.phone(Clinic.DOCTOR).answering(OnCallPerson.talking(DOCTOR_HZ));
        home = clinic.phone(Clinic.HOME);
        home.answering(Answering.after(Duration.ZERO, call -> call.awaitEnded(LONG)));
    }

    @AfterEach
    void closeClinic() throws Exception {
        clinic.close();
    }

    private CompletableFuture<Outcome> ring(Function<CallerLeg, Optional<LegListener>> begin) {
        return clinic.receptionist.phoning().forReturn(Clinic.HOME, begin);
    }

    private CompletableFuture<Outcome> ringWithoutRoom() {
        return ring(leg -> {
            noRoom.countDown();
            return Optional.empty();
        });
    }

    /** Somebody takes it at home, and hears who calls. */
    private PhoneCall answered() throws Exception {
        PhoneCall call = home.nextTaken(Clinic.SOON).orElseThrow();
        assertThat(call.awaitSpeech(Clinic.SOON)).isTrue();
        return call;
    }

    private void awaitNoRoom() throws InterruptedException {
        assertThat(noRoom.await(Clinic.SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static Outcome outcome(CompletableFuture<Outcome> ring) throws Exception {
        return ring.get(Clinic.SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void whoHearsThatThereIsNoRoomIsNotTaken() throws Exception {
        CompletableFuture<Outcome> ring = ringWithoutRoom();
        try (PhoneCall call = answered()) {
            call.press('1');
            awaitNoRoom();
            assertThat(outcome(ring)).isEqualTo(Outcome.NO_ROOM);
            assertThat(call.awaitEnded(Clinic.SOON)).isTrue();
        }
    }

    @Test
    void whoHangsUpOverThatHasStillPressedTheKey() throws Exception {
        CompletableFuture<Outcome> ring = ringWithoutRoom();
        try (PhoneCall call = answered()) {
            call.press('1');
            awaitNoRoom();
            call.hangUp();
            assertThat(outcome(ring)).isEqualTo(Outcome.NO_ROOM);
        }
    }

    @Test
    void anEmergencyThatEndsTheLastSentenceChangesNothingOfThat() throws Exception {
        PhoneCall other = clinic.call(clinic.phone("298"));
        CompletableFuture<Outcome> ring = ringWithoutRoom();
        try (other;
                PhoneCall call = answered()) {
            call.press('1');
            awaitNoRoom();
            other.press('*');
            assertThat(outcome(ring)).isEqualTo(Outcome.NO_ROOM);
            clinic.nextLeg("doctor", "bridged");
        }
    }

    @Test
    void aRingThatNobodyHasTakenEndsWhenTheServiceStops() throws Exception {
        CompletableFuture<Outcome> ring = ring(leg -> Optional.empty());
        try (PhoneCall call = answered()) {
            clinic.receptionist.finish(Duration.ZERO);
            assertThat(outcome(ring)).isEqualTo(Outcome.GAVE_WAY);
            assertThat(call.awaitEnded(Clinic.SOON)).isTrue();
        }
        assertThat(outcome(ring(leg -> Optional.empty())))
                .as("none begins any more")
                .isEqualTo(Outcome.GAVE_WAY);
    }

    @Test
    void aSessionIsToldThatItIsAnsweredBeforeAnythingElse() throws Exception {
        BlockingQueue<LegEvent> told = new LinkedBlockingQueue<>();
        CompletableFuture<CallerLeg> taken = new CompletableFuture<>();
        CompletableFuture<Outcome> ring = ring(leg -> {
            taken.complete(leg);
            return Optional.of(told::add);
        });
        try (PhoneCall call = answered()) {
            call.press('1');
            assertThat(outcome(ring)).isEqualTo(Outcome.TAKEN);
            assertThat(told.poll()).isInstanceOf(LegEvent.Answered.class);
            call.hangUp();
            assertThat(told.poll(Clinic.SOON.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(LegEvent.Ended.class);
        } finally {
            taken.get(Clinic.SOON.toSeconds(), TimeUnit.SECONDS).refuse(Door.Answer.OUT_OF_SERVICE.status());
        }
    }
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.notice.AlarmPhone;
import org.anteroom.agent.notice.Undelivered;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone that is rung for an alarm, over real SIP and RTP. */
final class AlarmCallTest {
    @TempDir
    Path folder;

    private final AtomicInteger taken = new AtomicInteger();
    private final ExecutorService outlet = Executors.newSingleThreadExecutor();
    private Clinic clinic;
    private AlarmPhone alarm;

    @BeforeEach
    void openClinic() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        alarm = clinic.receptionist.phoning().alarmPhone();
    }

    @AfterEach
    void closeClinic() throws Exception {
        outlet.shutdownNow();
        clinic.close();
    }

    private void tell(Kind kind) throws Undelivered, InterruptedException {
        alarm.tell(Clinic.NURSE, kind, taken::incrementAndGet);
    }

    @Test
    void whoAnswersHearsWhatIsWrongAndTakesItWithTheKey() throws Exception {
        CompletableFuture<String> heard = new CompletableFuture<>();
        clinic.phone(Clinic.NURSE).answering(Answering.after(Duration.ofMillis(200), call -> {
            call.awaitTurn(Duration.ofMillis(600), Clinic.SOON);
            call.press('1');
            call.awaitEnded(Clinic.SOON);
            heard.complete(Senses.words(call.heard()));
        }));

        tell(Kind.NOBODY_ANSWERS);

        assertThat(taken).hasValue(1);
        assertThat(heard.get(30, TimeUnit.SECONDS)).contains("emergency", "press one", "noted");
    }

    @Test
    void aPhoneThatIsBusyOrThatHangsUpWithoutTheKeyIsNobody() throws Exception {
        Phone nurse = clinic.phone(Clinic.NURSE);
        nurse.answering(Answering.busy());
        assertThatThrownBy(() -> tell(Kind.RECORDS))
                .isInstanceOf(Undelivered.class)
                .hasMessageContaining("486");

        nurse.answering(Answering.after(Duration.ZERO, PhoneCall::hangUp));
        assertThatThrownBy(() -> tell(Kind.RECORDS))
                .isInstanceOf(Undelivered.class)
                .hasMessageContaining("without the key");
        assertThat(taken).hasValue(0);
    }

    @Test
    void itLeavesThePhoneToAnEmergencyThatBegins() throws Exception {
        CountDownLatch rang = new CountDownLatch(1);
        clinic.pbx.watch(message -> {
            if (message.method().equals("INVITE") && message.to().equals(Clinic.NURSE)) {
                rang.countDown();
            }
        });
        clinic.phone(Clinic.NURSE).answering(Answering.never());
        clinic.phone(Clinic.DOCTOR).answering(Answering.never());
        try (PhoneCall call = clinic.call(clinic.phone(Clinic.CALLER))) {
            Future<?> telling = outlet.submit(() -> {
                tell(Kind.RECORDS);
                return null;
            });
            assertThat(rang.await(Clinic.SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

            call.press('*');

            assertThatThrownBy(() -> telling.get(Clinic.SOON.toSeconds(), TimeUnit.SECONDS))
                    .hasMessageContaining("An emergency began");
        }
    }

    @Test
    void thatNobodyTookAnEmergencyIsToldWhileItIsOpen() throws Exception {
        clinic.phone(Clinic.DOCTOR).answering(Answering.never());
        clinic.phone(Clinic.NURSE).answering(Answering.after(Duration.ZERO, call -> {
            call.press('1');
            call.awaitEnded(Clinic.SOON);
        }));
        try (PhoneCall call = clinic.call(clinic.phone(Clinic.CALLER))) {
            call.press('*');
            clinic.nextLeg("doctor", "invite");

            tell(Kind.NOBODY_ANSWERS);

            assertThat(taken).hasValue(1);
        }
    }
}

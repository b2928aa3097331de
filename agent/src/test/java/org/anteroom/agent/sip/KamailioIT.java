package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.anteroom.agent.interop.Kamailio;
import org.anteroom.agent.interop.Sipp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The line against a real registrar and proxy, and a real caller. */
@Tag("interop")
class KamailioIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Transport.class)
    void registersWithDigestTakesACallAndComesBackAfterARestart(Transport transport) throws Exception {
        try (Kamailio pbx = Kamailio.start(folder);
                LineUnderTest test = new LineUnderTest(settings(pbx, transport, Kamailio.PASSWORD))) {
            test.line.start();
            test.awaitState(RegistrationState.Registered.class);
            assertCallStands(pbx, test);
            pbx.stop();
            test.awaitState(RegistrationState.Failing.class);
            pbx.start();
            test.awaitState(RegistrationState.Registered.class);
            assertCallStands(pbx, test);
        }
    }

    @Test
    void aWrongPasswordIsToldAndTriedAgain() throws Exception {
        try (Kamailio pbx = Kamailio.start(folder);
                LineUnderTest test = new LineUnderTest(settings(pbx, Transport.UDP, "wrong"))) {
            test.line.start();
            assertThat(test.awaitState(RegistrationState.Failing.class).sentence())
                    .contains("refuses extension " + Kamailio.AGENT);
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aCallThatComesBackToUsIsRefusedAsALoop(Transport transport) throws Exception {
        try (Kamailio pbx = Kamailio.start(folder);
                LineUnderTest test = new LineUnderTest(settings(pbx, transport, Kamailio.PASSWORD))) {
            test.line.start();
            test.awaitState(RegistrationState.Registered.class);
            Heard heard = test.call(Kamailio.AGENT, Duration.ofSeconds(20));
            assertThat(lastOf(heard)).isInstanceOf(LegEvent.Refused.class);
            assertThat(Waiting.holds(() -> test.counters.get(SipCount.LOOPS) == 1, 5))
                    .isTrue();
            assertThat(test.calls).isEmpty();
        }
    }

    private static LegEvent lastOf(Heard heard) throws InterruptedException {
        LegEvent event = heard.next();
        while (event instanceof LegEvent.Progress) {
            event = heard.next();
        }
        return event;
    }

    private void assertCallStands(Kamailio pbx, LineUnderTest test) throws Exception {
        Thread answering = new Thread(() -> {
            try {
                IncomingLeg leg = test.awaitCall();
                leg.ringing();
                leg.answer(LineUnderTest.ENDPOINT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        answering.start();
        Sipp.Outcome outcome = Sipp.run(folder, Kamailio.ADDRESS, pbx.address(), Kamailio.AGENT, "sipp-call.xml", 1);
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(test.heard.next(LegEvent.Answered.class).stream().codec()).isEqualTo(AudioCodec.PCMA);
        assertThat(test.heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.REMOTE_HANG_UP);
        answering.join();
        assertThat(test.line.tables().legs()).isZero();
        assertThat(test.line.tables().dialogs()).isZero();
    }

    private static LineSettings settings(Kamailio pbx, Transport transport, String password) {
        LineTimers quick = LineUnderTest.QUICK;
        LineTimers shortLived = new LineTimers(
                Duration.ofSeconds(5),
                quick.answerWithin(),
                quick.firstRetry(),
                quick.longestRetry(),
                quick.refusedRetry(),
                quick.session(),
                quick.minSession(),
                quick.probe(),
                quick.t1(),
                quick.closing());
        return new LineSettings(
                new LineSettings.Pbx(Kamailio.ADDRESS, pbx.address().getPort(), transport, Kamailio.ADDRESS),
                LineSettings.Account.of(Kamailio.AGENT, Secret.of(password)),
                new LineSettings.Local(Optional.empty(), 0),
                shortLived,
                LineLimits.standard());
    }
}

package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    private static final String CALLER =
            """
            <?xml version="1.0" encoding="ISO-8859-1" ?>
            <scenario name="caller">
              <send retrans="500"><![CDATA[
                INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                From: <sip:900@[remote_ip]:[remote_port]>;tag=[call_number]
                To: <sip:[service]@[remote_ip]:[remote_port]>
                Call-ID: [call_id]
                CSeq: 1 INVITE
                Contact: <sip:900@[local_ip]:[local_port]>
                Max-Forwards: 70
                Content-Type: application/sdp
                Content-Length: [len]

                v=0
                o=sipp 1 1 IN IP4 [local_ip]
                s=-
                c=IN IP4 [local_ip]
                t=0 0
                m=audio [media_port] RTP/AVP 8 101
                a=rtpmap:101 telephone-event/8000
              ]]></send>
              <recv response="407" auth="true"/>
              <send><![CDATA[
                ACK sip:[service]@[remote_ip]:[remote_port] SIP/2.0
                [last_Via]
                [last_From]
                [last_To]
                [last_Call-ID]
                CSeq: 1 ACK
                Max-Forwards: 70
                Content-Length: 0

              ]]></send>
              <send retrans="500"><![CDATA[
                INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                From: <sip:900@[remote_ip]:[remote_port]>;tag=[call_number]
                To: <sip:[service]@[remote_ip]:[remote_port]>
                Call-ID: [call_id]
                CSeq: 2 INVITE
                Contact: <sip:900@[local_ip]:[local_port]>
                [authentication username=900 password=correct-horse]
                Max-Forwards: 70
                Content-Type: application/sdp
                Content-Length: [len]

                v=0
                o=sipp 1 1 IN IP4 [local_ip]
                s=-
                c=IN IP4 [local_ip]
                t=0 0
                m=audio [media_port] RTP/AVP 8 101
                a=rtpmap:101 telephone-event/8000
              ]]></send>
              <recv response="100" optional="true"/>
              <recv response="180" optional="true"/>
              <recv response="200" rrs="true"/>
              <send><![CDATA[
                ACK [next_url] SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                [routes]
                [last_From]
                [last_To]
                [last_Call-ID]
                CSeq: 2 ACK
                Max-Forwards: 70
                Content-Length: 0

              ]]></send>
              <pause milliseconds="200"/>
              <send retrans="500"><![CDATA[
                BYE [next_url] SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                [routes]
                [last_From]
                [last_To]
                [last_Call-ID]
                CSeq: 3 BYE
                Max-Forwards: 70
                Content-Length: 0

              ]]></send>
              <recv response="200"/>
            </scenario>
            """;

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
        Sipp.Outcome outcome = Sipp.run(folder, pbx.address(), Kamailio.AGENT, CALLER, 1, List.of());
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

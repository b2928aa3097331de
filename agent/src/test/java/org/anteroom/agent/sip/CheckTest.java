package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call that stands, whose other end is asked whether it is there (OPTIONS within the dialog). */
class CheckTest {
    private final Heard heard = new Heard();
    private final CountDownLatch unanswered = new CountDownLatch(1);
    private ScriptedPbx pbx;
    private LineUnderTest test;
    private CancellableLeg leg;

    @BeforeEach
    void stands() throws Exception {
        pbx = new ScriptedPbx(Transport.UDP);
        test = LineUnderTest.registered(pbx);
        leg = test.line.invite(new OutgoingCall("301", LineUnderTest.ENDPOINT, Duration.ofSeconds(30)), heard);
        SipText invite = pbx.awaitRequest("INVITE");
        pbx.send(invite.response(
                200, "OK", "t1", List.of("Contact: <sip:301@" + pbx.hostPort() + ">"), ScriptedPbx.SDP));
        pbx.awaitRequest("ACK");
        heard.next(LegEvent.Answered.class);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        test.close();
        assertThat(test.line.tables().legs()).isZero();
        pbx.close();
    }

    private SipText asked() throws Exception {
        leg.check(unanswered::countDown);
        return pbx.awaitRequest("OPTIONS");
    }

    @Test
    void whateverIsAnsweredTheCallStands() throws Exception {
        for (int status : List.of(200, 405, 486, 503)) {
            SipText options = asked();
            assertThat(options.tag("To")).isEqualTo("t1");
            pbx.send(options.response(status, "Something", "t1", List.of(), ""));
        }
        pbx.send(asked().response(200, "OK", "t1", List.of(), ""));
        assertThat(heard.nothingMore()).isTrue();
        assertThat(unanswered.getCount()).isEqualTo(1);
    }

    @Test
    void anEndThatKnowsNothingOfTheCallIsNoAnswer() throws Exception {
        pbx.send(asked().response(481, "Call/Transaction Does Not Exist", "t1", List.of(), ""));
        assertThat(unanswered.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(heard.nothingMore()).isTrue();
    }

    @Test
    void noAnswerIsToldAndTheCallStands() throws Exception {
        asked();
        assertThat(unanswered.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(heard.nothingMore()).isTrue();
    }

    @Test
    void aProxyThatWaitedInVainIsNoAnswer() throws Exception {
        pbx.send(asked().response(408, "Request Timeout", "t1", List.of(), ""));
        assertThat(unanswered.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(heard.nothingMore()).isTrue();
    }

    @Test
    void aCallThatHasEndedIsNotAskedAbout() throws Exception {
        leg.hangUp();
        pbx.awaitRequest("BYE");
        leg.check(unanswered::countDown);
        assertThat(pbx.quiet(message -> message.method().equals("OPTIONS"), 200))
                .isTrue();
        assertThat(unanswered.getCount()).isEqualTo(1);
    }
}

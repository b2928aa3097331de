package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which calls count as caused by our own while a phone rings, on a back-to-back PBX that drops our header. */
class LoopGuardTest {
    private static final String FROM_US = "P-Asserted-Identity: <sip:200@pbx.test>";
    private static final String FROM_PRACTICE = "P-Asserted-Identity: <sip:+15555550100@pbx.test>";

    private ScriptedPbx pbx;
    private LineUnderTest test;

    @BeforeEach
    void open() throws Exception {
        pbx = new ScriptedPbx(Transport.UDP);
    }

    @AfterEach
    void close() throws Exception {
        test.close();
        pbx.close();
    }

    @Test
    void aForwardingThatNamesThePhoneWeRingIsALoopWhicheverNumberOfOursItShows() throws Exception {
        line("200", "5555550100");
        ring("201");
        assertLoop(FROM_US, "Diversion: <sip:201@pbx.test>;reason=unconditional");
        assertLoop(FROM_PRACTICE, "Diversion: \"On call\" <sip:201@pbx.test>;reason=no-answer;screen=no");
        assertLoop(
                FROM_PRACTICE,
                "History-Info: <sip:201@pbx.test;cause=302>;index=1, <sip:200@pbx.test;cause=302>;index=1.1");
    }

    @Test
    void aForwardingThatNamesNobodyIsALoopByOurInternalExtension() throws Exception {
        line("200", "5555550100");
        ring("201");
        assertLoop(FROM_US);
        assertLoop(FROM_US, "Diversion: <sip:300@pbx.test>;reason=no-answer");
    }

    @Test
    void staffWhosePhoneShowsThePracticesNumberIsAnswered() throws Exception {
        line("200", "5555550100");
        ring("201");
        assertTaken(FROM_PRACTICE);
        assertTaken(FROM_PRACTICE, "Diversion: <sip:300@pbx.test>;reason=no-answer");
    }

    @Test
    void whereOurExtensionIsThePracticesNumberItAloneProvesNothing() throws Exception {
        line("5555550100", "");
        ring("201");
        assertTaken(FROM_PRACTICE);
        assertLoop(FROM_PRACTICE, "Diversion: <sip:201@pbx.test>;reason=unconditional");
    }

    @Test
    void aPbxThatShowsOurExtensionWhoeverCallsLosesThatRuleButNotTheOthers() throws Exception {
        line("200", "5555550100");
        assertTaken(FROM_US);
        ring("201");
        assertTaken(FROM_US);
        assertLoop(FROM_US, "Diversion: <sip:201@pbx.test>;reason=unconditional");
    }

    @Test
    void aPatientForwardedByThePhoneWeRingIsAnswered() throws Exception {
        line("200", "5555550100");
        ring("201");
        assertTaken(
                "P-Asserted-Identity: <sip:+12125550111@pbx.test>", "Diversion: <sip:201@pbx.test>;reason=no-answer");
    }

    private void line(String user, String callerId) throws Exception {
        LineSettings settings = pbx.settings(LineUnderTest.QUICK);
        test = new LineUnderTest(new LineSettings(
                settings.pbx(),
                new LineSettings.Account(user, user, Secret.of("secret"), callerId, ""),
                settings.local(),
                settings.timers(),
                settings.limits()));
        test.line.start();
        test.awaitState(RegistrationState.Registered.class);
    }

    private void ring(String number) throws Exception {
        test.call(number, Duration.ofSeconds(60));
        pbx.send(pbx.awaitRequest("INVITE").response(180, "Ringing", "t1", List.of(), ""));
    }

    private void assertLoop(String... headers) throws Exception {
        assertThat(answer(headers)).isEqualTo(486);
        assertThat(test.calls).isEmpty();
    }

    private void assertTaken(String... headers) throws Exception {
        assertThat(answer(headers)).isEqualTo(100);
        test.awaitCall().hangUp();
    }

    private int answer(String... headers) throws Exception {
        ScriptedPbx.Caller caller = pbx.caller();
        pbx.send(caller.invite(List.of(headers), ScriptedPbx.SDP));
        return pbx.await(m -> m.isResponse() && m.header("Call-ID").equals(caller.callId()))
                .status();
    }
}

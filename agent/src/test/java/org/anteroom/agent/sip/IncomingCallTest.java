package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncomingCallTest {

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aCallIsRungAnsweredAcknowledgedAndEndedByTheCaller(Transport transport) throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(transport);
                LineUnderTest test = LineUnderTest.registered(pbx)) {
            ScriptedPbx.Caller caller = pbx.caller();
            pbx.send(caller.invite(List.of(), ScriptedPbx.SDP));
            pbx.awaitStatus(100);
            IncomingLeg leg = test.awaitCall();
            leg.ringing();
            pbx.awaitStatus(180);
            leg.answer(LineUnderTest.ENDPOINT);
            SipText ok = pbx.awaitStatus(200);
            assertThat(ok.body()).contains("m=audio 30000 RTP/AVP 0 101");
            assertThat(ok.header("Allow").replace(" ", "")).isEqualTo(LocalParty.ALLOW.replace(" ", ""));
            caller.learn(ok);
            pbx.send(caller.ack(""));
            AgreedStream stream = test.heard.next(LegEvent.Answered.class).stream();
            assertThat(stream.remote().getPort()).isEqualTo(40_000);
            pbx.send(caller.bye());
            pbx.await(message -> message.status() == 200 && message.method().equals("BYE"));
            assertThat(test.heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.REMOTE_HANG_UP);
            assertThat(test.line.tables().legs()).isZero();
            assertThat(test.line.tables().dialogs()).isZero();
        }
    }
}

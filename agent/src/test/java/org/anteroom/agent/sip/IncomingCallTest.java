package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.BesideOthers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncomingCallTest {

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
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
            assertThat(ok.header("Allow").replace(" ", "")).isEqualTo("INVITE,ACK,CANCEL,BYE,UPDATE,OPTIONS");
            assertThat(ok.header("Contact")).contains("sip:200@127.0.0.1:");
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

    @BesideOthers
    void whatIsOfferedIsToldAlsoOfACallThatIsRefused() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.UDP);
                LineUnderTest test = LineUnderTest.registered(pbx)) {
            pbx.send(pbx.caller().invite(List.of(), ScriptedPbx.SDP));
            test.awaitCall().refuse(486);
            assertThat(test.offers.take()).isEqualTo(new OfferedSound(List.of("PCMU", "PCMA", "TELEPHONE-EVENT"), ""));

            pbx.send(pbx.caller().invite(List.of(), ScriptedPbx.sdp("127.0.0.1", 4, "9 18 77", "sendrecv", 1)));
            pbx.awaitStatus(488);
            OfferedSound refused = test.offers.take();
            assertThat(refused.formats()).containsExactly("G722", "G729", "payload type 77");
            assertThat(refused.refusal()).isEqualTo("Incompatible media format");
        }
    }

    @BesideOthers
    void overTcpEveryTransactionIsGoneWithTheCall() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.TCP);
                LineUnderTest test = LineUnderTest.registered(pbx)) {
            ScriptedPbx.Caller caller = pbx.caller();
            pbx.send(caller.invite(List.of(), ScriptedPbx.SDP));
            test.awaitCall().hangUp();
            SipText refused = pbx.awaitStatus(480);
            caller.learn(refused);
            pbx.send(caller.request("ACK", caller.branch("i"), List.of(), ""));
            assertThat(test.heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.LOCAL_HANG_UP);
            assertThat(Waiting.holds(() -> test.line.tables().empty(), 20)).isTrue();
        }
    }

    @Nested
    class BeforeTheAnswer {
        private ScriptedPbx pbx;
        private LineUnderTest test;
        private ScriptedPbx.Caller caller;

        @BeforeEach
        void register() throws Exception {
            pbx = new ScriptedPbx(Transport.UDP);
            test = LineUnderTest.registered(pbx);
            caller = pbx.caller();
        }

        @AfterEach
        void everythingEnds() throws Exception {
            assertThat(test.line.tables().legs()).isZero();
            assertThat(test.line.tables().dialogs()).isZero();
            test.close();
            pbx.close();
        }

        @BesideOthers
        void theCallerMayCancel() throws Exception {
            pbx.send(caller.invite(List.of(), ScriptedPbx.SDP));
            IncomingLeg leg = test.awaitCall();
            leg.ringing();
            pbx.awaitStatus(180);
            pbx.send(caller.request("CANCEL", caller.branch("i"), List.of(), ""));
            assertThat(pbx.awaitStatus(200).method()).isEqualTo("CANCEL");
            assertThat(pbx.awaitStatus(487).method()).isEqualTo("INVITE");
            pbx.send(caller.request("ACK", caller.branch("i"), List.of(), ""));
            assertThat(test.heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.CANCELLED);
            leg.answer(LineUnderTest.ENDPOINT);
            assertThat(pbx.quiet(message -> message.status() == 200, 200)).isTrue();
        }

        @BesideOthers
        void aCancelThatComesTooLateLeavesTheCall() throws Exception {
            pbx.send(caller.invite(List.of(), ScriptedPbx.SDP));
            test.awaitCall().answer(LineUnderTest.ENDPOINT);
            SipText ok = pbx.awaitStatus(200);
            pbx.send(caller.request("CANCEL", caller.branch("i"), List.of(), ""));
            assertThat(pbx.await(message -> message.method().equals("CANCEL")).status())
                    .isIn(200, 481);
            caller.learn(ok);
            pbx.send(caller.ack(""));
            test.heard.next(LegEvent.Answered.class);
            pbx.send(caller.bye());
            assertThat(test.heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.REMOTE_HANG_UP);
        }

        @BesideOthers
        void aRepeatedInviteIsOneCallAndAMergedOneIsRefused() throws Exception {
            String invite = caller.invite(List.of(), ScriptedPbx.SDP);
            pbx.send(invite);
            pbx.send(invite);
            pbx.send(caller.request("INVITE", "z9hG4bK-otherpath" + caller.tag(), List.of(), ScriptedPbx.SDP));
            pbx.awaitStatus(482);
            IncomingLeg leg = test.awaitCall();
            leg.refuse(486);
            pbx.awaitStatus(486);
            test.heard.next(LegEvent.Ended.class);
            assertThat(test.calls).isEmpty();
        }

        @BesideOthers
        void whatCantBeTakenIsRefusedByTheRightStatus() throws Exception {
            refused(415, List.of("Content-Type: text/plain"), "hello");
            refused(
                    415,
                    List.of("Content-Type: multipart/mixed;boundary=b"),
                    MessageFormsTest.parts("Content-Disposition: signal;handling=required"));
            refused(415, List.of("Content-Type: multipart/mixed;boundary=other"), MessageFormsTest.parts("X: y"));
            refused(415, List.of("Content-Type: multipart/mixed"), MessageFormsTest.parts("X: y"));
            refused(
                    415,
                    List.of("Content-Type: multipart/mixed;boundary=b"),
                    MessageFormsTest.parts("X: y").replace("application/sdp", "text/plain"));
            refused(400, List.of(), "v=0\r\nm=nonsense\r\n");
            assertThat(refused(488, List.of(), ScriptedPbx.sdp("127.0.0.1", 4, "9 18", "sendrecv", 1))
                            .header("Warning"))
                    .startsWith("305");
            assertThat(refused(420, List.of("Require: 100rel"), ScriptedPbx.SDP).header("Unsupported"))
                    .isEqualTo("100rel");
            assertThat(test.calls).isEmpty();
        }

        @BesideOthers
        void requestsOutsideAnyDialogAreAnsweredByTheRightStatus() throws Exception {
            assertThat(outside("OPTIONS").header("Accept")).isEqualTo("application/sdp,multipart/mixed");
            assertThat(outside("BYE").status()).isEqualTo(481);
            assertThat(outside("UPDATE").status()).isEqualTo(481);
            assertThat(outside("MESSAGE").status()).isEqualTo(405);
            assertThat(outside("BREW").status()).isEqualTo(501);
            ScriptedPbx.Caller stranger = pbx.caller();
            pbx.send(stranger.request(
                    "NOTIFY",
                    stranger.branch("n"),
                    List.of("Event: message-summary", "Subscription-State: active"),
                    ""));
            assertThat(pbx.await(m -> m.method().equals("NOTIFY")).status()).isEqualTo(405);
        }

        @BesideOthers
        void tellsWhoCallsWhomAndWhy() throws Exception {
            pbx.send(caller.invite(
                    List.of(
                            "P-Asserted-Identity: \"Dana\" <sip:+15551112222@pbx.test>",
                            "Diversion: <sip:100@pbx.test>;reason=no-answer, <sip:110@pbx.test>;reason=user-busy",
                            "History-Info: <sip:120@pbx.test?Reason=SIP%3Bcause%3D302>;index=1, <sip:200@pbx.test>;index=1.1"),
                    ScriptedPbx.SDP));
            IncomingLeg leg = test.awaitCall();
            Invitation invitation = test.invitations.take();
            assertThat(invitation.caller()).contains("+15551112222");
            assertThat(invitation.callerName()).contains("Dana");
            assertThat(invitation.dialled()).isEqualTo("200");
            assertThat(invitation.diversions())
                    .containsExactly(
                            new Diversion("100", "no-answer"),
                            new Diversion("110", "user-busy"),
                            new Diversion("120", "unconditional"));
            assertThat(invitation.toString()).doesNotContain("555").doesNotContain("Dana");
            leg.hangUp();
            test.heard.next(LegEvent.Ended.class);
        }

        @BesideOthers
        void anAnonymousCallerHasNoNumber() throws Exception {
            pbx.send(caller.invite(
                    List.of("From: \"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=" + caller.tag()),
                    ScriptedPbx.SDP));
            IncomingLeg leg = test.awaitCall();
            assertThat(test.invitations.take().caller()).isEmpty();
            leg.hangUp();
            test.heard.next(LegEvent.Ended.class);
        }

        private SipText refused(int status, List<String> extra, String body) throws Exception {
            ScriptedPbx.Caller other = pbx.caller();
            pbx.send(other.invite(extra, body));
            SipText response = pbx.awaitStatus(status);
            other.learn(response);
            pbx.send(other.request("ACK", other.branch("i"), List.of(), ""));
            return response;
        }

        private SipText outside(String method) throws Exception {
            ScriptedPbx.Caller stranger = pbx.caller();
            String text = stranger.request(method, stranger.branch("o"), List.of(), "");
            boolean inDialog = method.equals("BYE") || method.equals("UPDATE");
            pbx.send(inDialog ? text.replace("To: <sip:200@pbx.test>", "To: <sip:200@pbx.test>;tag=gone") : text);
            return pbx.await(m -> m.isResponse() && m.method().equals(method));
        }
    }
}

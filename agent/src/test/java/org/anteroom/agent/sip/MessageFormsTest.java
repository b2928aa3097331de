package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.BesideOthers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** Messages that are written, cut and carried in other ways than ours. */
class MessageFormsTest {
    private ScriptedPbx pbx;
    private LineUnderTest test;

    private void open(Transport transport) throws Exception {
        pbx = new ScriptedPbx(transport);
        test = LineUnderTest.registered(pbx);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(test.counters.get(SipCount.FAULTS)).isZero();
        test.close();
        pbx.close();
    }

    @Nested
    class OverUdp {
        @BeforeEach
        void register() throws Exception {
            open(Transport.UDP);
        }

        @BesideOthers
        void compactForms() throws Exception {
            assertTaken(invite().replace("Via:", "v:")
                    .replace("From:", "f:")
                    .replace("To:", "t:")
                    .replace("Call-ID:", "i:")
                    .replace("Contact:", "m:")
                    .replace("Content-Type:", "c:")
                    .replace("Content-Length:", "l:"));
        }

        @BesideOthers
        void otherCaseAndSpacesBeforeTheColon() throws Exception {
            assertTaken(invite().replace("Via:", "VIA :")
                    .replace("From:", "fRoM:")
                    .replace("Call-ID:", "call-id :")
                    .replace("CSeq:", "CSEQ:")
                    .replace("Content-Type:", "content-type:"));
        }

        @BesideOthers
        void aDescriptionAmongOtherParts() throws Exception {
            for (String type : List.of("multipart/mixed;boundary=b", "Multipart/Mixed; boundary=\"b\"")) {
                assertTaken(pbx.caller()
                        .invite(
                                List.of("MIME-Version: 1.0", "Content-Type: " + type),
                                parts("Content-Disposition: signal;handling=optional")));
            }
        }

        @BesideOthers
        void foldedLines() throws Exception {
            assertTaken(invite().replace("From: ", "From:\r\n ").replace(";branch=", "\r\n\t;branch="));
        }

        @BesideOthers
        void noContentLengthAndNoMaxForwards() throws Exception {
            assertTaken(invite().replaceFirst("Content-Length: \\d+\r\n", "").replace("Max-Forwards: 70\r\n", ""));
        }

        @BesideOthers
        void bareLineFeedsInTheBody() throws Exception {
            String body = ScriptedPbx.SDP.replace("\r\n", "\n");
            assertTaken(pbx.caller().invite(List.of(), body));
        }

        @BesideOthers
        void manyUnknownHeadersAndALongOne() throws Exception {
            List<String> extra = new java.util.ArrayList<>();
            for (int i = 0; i < 40; i++) {
                extra.add("X-Header-" + i + ": " + "v".repeat(40));
            }
            extra.add("X-Long: " + "x".repeat(1_900));
            assertTaken(pbx.caller().invite(extra, ScriptedPbx.SDP));
        }

        @BesideOthers
        void everyViaComesBackInOrderAndTheFirstSaysWhereItCameFrom() throws Exception {
            String below = "Via: SIP/2.0/TCP 192.0.2.1:5070;branch=z9hG4bK-below;received=192.0.2.2";
            SipText trying = assertTaken(invite().replace("Max-Forwards", below + "\r\nMax-Forwards"));
            String[] vias = String.join(",", trying.all("Via")).split(",");
            assertThat(vias).hasSize(2);
            assertThat(vias[0]).contains("rport=" + pbx.port());
            assertThat(vias[1]).contains("192.0.2.1:5070", "z9hG4bK-below", "received=192.0.2.2");
        }

        @BesideOthers
        void severalViasInOneLine() throws Exception {
            SipText trying = assertTaken(
                    invite().replace(";rport\r\n", ";rport, SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK-below\r\n"));
            assertThat(String.join(",", trying.all("Via"))).contains("z9hG4bK-below");
        }

        @BesideOthers
        void keepAlivesAreSwallowed() throws Exception {
            pbx.send("\r\n\r\n");
            pbx.send("\r\n");
            pbx.send("\0\0\0\0");
            assertTaken(invite());
        }

        @BesideOthers
        void anInviteThatIsRepeatedAfterItsAnswerIsStillOneCall() throws Exception {
            ScriptedPbx.Caller caller = pbx.caller();
            String invite = caller.invite(List.of(), ScriptedPbx.SDP);
            pbx.send(invite);
            IncomingLeg leg = test.awaitCall();
            leg.answer(LineUnderTest.ENDPOINT);
            SipText ok = pbx.awaitStatus(200);
            pbx.send(invite);
            pbx.send(invite);
            assertThat(pbx.quiet(m -> m.status() > 200, 500)).isTrue();
            assertThat(test.calls).isEmpty();
            caller.learn(ok);
            pbx.send(caller.ack(""));
            test.heard.next(LegEvent.Answered.class);
            pbx.send(caller.bye());
            test.heard.next(LegEvent.Ended.class);
            assertThat(test.line.tables().legs()).isZero();
        }

        @BesideOthers
        void aPeerThatKnowsReliableResponsesGetsPlainOnes() throws Exception {
            pbx.send(pbx.caller().invite(List.of("Supported: 100rel, timer, replaces, norefersub"), ScriptedPbx.SDP));
            IncomingLeg leg = test.awaitCall();
            leg.ringing();
            SipText ringing = pbx.awaitStatus(180);
            assertThat(ringing.find("RSeq")).isEmpty();
            assertThat(ringing.find("Require")).isEmpty();
            leg.hangUp();
        }

        @BesideOthers
        void aQualifyingPbxLearnsExactlyWhatWeCan() throws Exception {
            ScriptedPbx.Caller stranger = pbx.caller();
            pbx.send(stranger.request("OPTIONS", stranger.branch("o"), List.of(), ""));
            SipText ok = pbx.awaitStatus(200);
            assertThat(ok.header("Allow").replace(" ", "")).isEqualTo("INVITE,ACK,CANCEL,BYE,UPDATE,OPTIONS");
            assertThat(ok.header("Accept")).isEqualTo("application/sdp,multipart/mixed");
            assertThat(ok.header("Supported")).isEqualTo("timer");
            for (String method : List.of("MESSAGE", "INFO", "SUBSCRIBE", "PUBLISH", "REFER", "PRACK", "NOTIFY")) {
                ScriptedPbx.Caller other = pbx.caller();
                pbx.send(other.request(
                        method,
                        other.branch("o"),
                        List.of("Event: message-summary", "Subscription-State: active"),
                        ""));
                SipText refused = pbx.await(m -> m.isResponse() && m.method().equals(method));
                assertThat(refused.status()).as(method).isEqualTo(405);
                assertThat(refused.header("Allow").replace(" ", "")).isEqualTo("INVITE,ACK,CANCEL,BYE,UPDATE,OPTIONS");
            }
        }

        @BesideOthers
        void aContactThatNamesNobodyDoesNoHarm() throws Exception {
            String contact = "Contact: <sip:pbx@" + pbx.hostPort() + ";transport=UDP>";
            assertTaken(invite().replace(contact, "Contact: *"));
            assertTaken(invite().replace(contact, "X: y"));
            assertTaken(invite().replace(
                            contact,
                            "Contact: \"a, b\" <sip:x%40y@" + pbx.hostPort()
                                    + ";ob;transport=udp?X=1>;+sip.instance=\"<urn:uuid:1>\";q=0.5;expires=60"));
            assertTaken(invite().replace(contact, "Contact: <tel:+15551234>"));
        }
    }

    @Nested
    class OverTcp {
        @BeforeEach
        void register() throws Exception {
            open(Transport.TCP);
        }

        @BesideOthers
        void severalMessagesInOneSegment() throws Exception {
            ScriptedPbx.Caller one = pbx.caller();
            ScriptedPbx.Caller two = pbx.caller();
            pbx.send(one.invite(List.of(), ScriptedPbx.SDP) + "\r\n\r\n" + two.invite(List.of(), ScriptedPbx.SDP));
            test.awaitCall().hangUp();
            test.awaitCall().hangUp();
        }

        @BesideOthers
        void oneMessageInManySegments() throws Exception {
            String invite = invite();
            int step = 37;
            for (int at = 0; at < invite.length(); at += step) {
                pbx.send(invite.substring(at, Math.min(invite.length(), at + step)));
                java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
            }
            test.awaitCall().hangUp();
        }

        @BesideOthers
        void aPingIsAnsweredByAPong() throws Exception {
            long before = pbx.pongs();
            pbx.send("\r\n\r\n");
            assertThat(Waiting.holds(() -> pbx.pongs() > before, 5)).isTrue();
            pbx.send(invite());
            test.awaitCall().hangUp();
        }

        @BesideOthers
        void aCallOutlivesItsConnection() throws Exception {
            ScriptedPbx.Caller caller = pbx.caller();
            pbx.send(caller.invite(List.of(), ScriptedPbx.SDP));
            IncomingLeg leg = test.awaitCall();
            leg.answer(LineUnderTest.ENDPOINT);
            caller.learn(pbx.awaitStatus(200));
            pbx.send(caller.ack(""));
            test.heard.next(LegEvent.Answered.class);
            pbx.breakConnection();
            leg.hangUp();
            pbx.send(pbx.awaitRequest("BYE").response(200, "OK", "", List.of(), ""));
            assertThat(test.heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.LOCAL_HANG_UP);
        }
    }

    /** A body of two parts between {@code b}: ISUP with one header of the test's choice, and a description. */
    static String parts(String header) {
        return String.join(
                "\r\n",
                "To be skipped",
                "--b",
                "Content-Type: application/isup;version=nxv3",
                header,
                "",
                "\u0001\u0010application/sdp",
                "--b",
                "Content-Type: application/sdp",
                "",
                ScriptedPbx.SDP + "--b--",
                "");
    }

    private String invite() {
        return pbx.caller().invite(List.of(), ScriptedPbx.SDP);
    }

    /** The 100 of the call that the message begins. */
    private SipText assertTaken(String invite) throws Exception {
        pbx.send(invite);
        SipText trying = pbx.awaitStatus(100);
        IncomingLeg leg = test.awaitCall();
        leg.answer(LineUnderTest.ENDPOINT);
        assertThat(pbx.await(m -> m.status() == 200 && m.method().equals("INVITE"))
                        .body())
                .contains("m=audio 30000 RTP/AVP 0 101");
        leg.hangUp();
        return trying;
    }
}

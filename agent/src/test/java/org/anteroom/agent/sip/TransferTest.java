package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two calls of ours, of which a PBX is asked to join the far ends. */
class TransferTest {
    private static final String ABLE = "Allow: INVITE, ACK, CANCEL, BYE, REFER, NOTIFY";
    private static final String REPLACES = "Supported: timer, replaces";

    private final BlockingQueue<TransferVerdict> verdicts = new LinkedBlockingQueue<>();
    private ScriptedPbx pbx;
    private LineUnderTest test;
    private ScriptedPbx.Caller caller;
    private IncomingLeg patient;
    private CancellableLeg phone;
    private SipText phonesInvite;
    private final Heard phonesEvents = new Heard();

    @BeforeEach
    void register() throws Exception {
        pbx = new ScriptedPbx(Transport.UDP);
        LineTimers quick = LineUnderTest.QUICK;
        LineTimers timers = new LineTimers(
                quick.expires(),
                quick.answerWithin(),
                quick.firstRetry(),
                quick.longestRetry(),
                quick.refusedRetry(),
                quick.session(),
                quick.minSession(),
                quick.probe(),
                quick.t1(),
                Duration.ofMillis(50));
        test = LineUnderTest.registered(pbx, timers);
        caller = pbx.caller();
    }

    @AfterEach
    void everythingEnds() throws Exception {
        test.close();
        assertThat(test.line.tables().legs()).isZero();
        assertThat(test.counters.get(SipCount.FAULTS)).isZero();
        pbx.close();
    }

    @Test
    void theCallersLegIsReferredToTheVeryDialogThatThePhoneHas() throws Exception {
        SipText refer = asked();
        assertThat(refer.header("Call-ID")).isEqualTo(caller.callId());
        assertThat(refer.tag("To")).isEqualTo(caller.tag());
        assertThat(refer.uri()).startsWith("sip:pbx@" + pbx.hostPort());
        assertThat(refer.header("Allow")).contains("NOTIFY");
        assertThat(refer.header("Referred-By")).contains("sip:200@pbx.test");
        assertThat(refer.header("Contact")).contains("sip:200@");
        String dialog = phonesInvite.header("Call-ID").replace("@", "%40") + "%3Bto-tag%3Dphone%3Bfrom-tag%3D"
                + phonesInvite.tag("From");
        assertThat(refer.address("Refer-To")).isEqualTo("sip:301@" + pbx.hostPort() + "?Replaces=" + dialog);
        pbx.send(refer.response(202, "Accepted", "", List.of(), ""));
        assertThat(notified("active", "SIP/2.0 100 Trying")).isEqualTo(200);
        assertThat(verdicts).isEmpty();
        assertThat(notified("terminated;reason=noresource", "SIP/2.0 200 OK")).isEqualTo(200);
        assertThat(verdict()).isEqualTo(new TransferVerdict.Joined());
        assertThat(notified("terminated", "SIP/2.0 200 OK")).as("once more").isEqualTo(481);
    }

    @Test
    void theVerdictMayComeBeforeTheAnswerToTheQuestion() throws Exception {
        SipText refer = asked();
        assertThat(notified("terminated", "SIP/2.0 200 OK")).isEqualTo(200);
        assertThat(verdict()).isEqualTo(new TransferVerdict.Joined());
        pbx.send(refer.response(202, "Accepted", "", List.of(), ""));
        assertNothingMore();
    }

    @Test
    void theVerdictMayComeAfterTheCallsEnd() throws Exception {
        pbx.send(asked().response(202, "Accepted", "", List.of(), ""));
        pbx.send(caller.bye());
        pbx.await(message -> message.status() == 200 && message.method().equals("BYE"));
        assertThat(notified("terminated", "SIP/2.0 200 OK")).isEqualTo(200);
        assertThat(verdict()).isEqualTo(new TransferVerdict.Joined());
        assertThat(notified("terminated", "SIP/2.0 200 OK")).isEqualTo(481);
        assertThat(test.line.tables().dialogs()).as("the phone's alone").isEqualTo(1);
    }

    @Test
    void aRefusedQuestionIsTheVerdict() throws Exception {
        pbx.send(asked().response(603, "Decline", "", List.of(), ""));
        assertThat(verdict()).isEqualTo(new TransferVerdict.Refused(603));
        assertThat(notified("terminated", "SIP/2.0 200 OK")).isEqualTo(481);
        assertNothingMore();
    }

    @Test
    void aPhoneThatIsNotFoundIsTheVerdictWhateverTheSubscriptionSays() throws Exception {
        pbx.send(asked().response(202, "Accepted", "", List.of(), ""));
        assertThat(notified("active;expires=20", "SIP/2.0 404 Not Found")).isEqualTo(200);
        assertThat(verdict()).isEqualTo(new TransferVerdict.Refused(404));
    }

    @Test
    void aReportThatEndsWithoutAResultIsNone() throws Exception {
        pbx.send(asked().response(202, "Accepted", "", List.of(), ""));
        assertThat(notified("terminated;reason=giveup", "SIP/2.0 180 Ringing")).isEqualTo(200);
        assertThat(verdict()).isEqualTo(new TransferVerdict.Untold());
    }

    @Test
    void theQuestionIsAskedAgainWithCredentialsWhereThePbxWantsThem() throws Exception {
        SipText refer = asked();
        pbx.send(refer.response(
                407,
                "Proxy Authentication Required",
                "",
                List.of("Proxy-Authenticate: Digest realm=\"pbx\", nonce=\"n\", algorithm=MD5"),
                ""));
        SipText again = pbx.awaitRequest("REFER");
        assertThat(again.sequence()).isEqualTo(refer.sequence() + 1);
        pbx.send(again.response(202, "Accepted", "", List.of(), ""));
        assertThat(notify("Event: refer;id=" + refer.sequence(), "terminated", "message/sipfrag", "SIP/2.0 200 OK"))
                .as("of the question that was refused")
                .isEqualTo(481);
        assertThat(notify("Event: refer;id=" + again.sequence(), "terminated", "message/sipfrag", "SIP/2.0 200 OK"))
                .isEqualTo(200);
        assertThat(verdict()).isEqualTo(new TransferVerdict.Joined());
    }

    @Test
    void onlyWhatTheSubscriptionTellsIsBelieved() throws Exception {
        pbx.send(asked().response(202, "Accepted", "", List.of(), ""));
        String joined = "SIP/2.0 200 OK";
        assertThat(notify("Event: presence", "terminated", "message/sipfrag", joined))
                .isEqualTo(489);
        assertThat(notify("Event: refer;id=77", "terminated", "message/sipfrag", joined))
                .isEqualTo(481);
        assertThat(notify("Event: refer", "active", "text/plain", joined)).isEqualTo(415);
        assertThat(notify("Event: refer", "active", "message/sipfrag", "HTTP/1.1 200 OK"))
                .isEqualTo(400);
        assertThat(notify("Event: refer", "active", "message/sipfrag", "SIP/2.0 2000 OK"))
                .isEqualTo(400);
        assertThat(notify("Event: refer", "active", "message/sipfrag", "")).isEqualTo(200);
        ScriptedPbx.Caller stranger = pbx.caller();
        List<String> extra = List.of("Event: refer", "Subscription-State: terminated", "Content-Type: message/sipfrag");
        pbx.send(stranger.request("NOTIFY", stranger.branch("n"), extra, joined));
        assertThat(answer()).as("outside the dialog").isEqualTo(405);
        assertThat(verdicts).isEmpty();
        assertThat(notified("terminated", joined)).isEqualTo(200);
        assertThat(verdict()).isEqualTo(new TransferVerdict.Joined());
    }

    @Test
    void aPbxThatOffersNoReferOrNoReplacesIsNotAsked() throws Exception {
        stand("Allow: INVITE, ACK, BYE", REPLACES, pbx.hostPort());
        transfer();
        assertThat(verdict()).isEqualTo(new TransferVerdict.Impossible("no REFER in Allow"));
        assertNothingAsked();
    }

    @Test
    void aPhonesSideWithoutReplacesIsNotAsked() throws Exception {
        stand(ABLE, "Supported: timer", pbx.hostPort());
        transfer();
        assertThat(verdict()).isEqualTo(new TransferVerdict.Impossible("no replaces in Supported"));
        assertNothingAsked();
    }

    @Test
    void twoCallsOfDifferentPbxsAreNotJoined() throws Exception {
        stand(ABLE, REPLACES, "127.0.0.9:" + pbx.port() + ";maddr=127.0.0.1");
        transfer();
        assertThat(verdict()).isEqualTo(new TransferVerdict.Impossible("the two calls are not of the same PBX"));
        assertNothingAsked();
    }

    @Test
    void nothingIsAskedWhileAReInviteIsUnderWayOrAfterAHangUp() throws Exception {
        stand(ABLE, REPLACES, pbx.hostPort());
        caller.next();
        pbx.send(caller.invite(List.of(), ScriptedPbx.SDP));
        pbx.await(message -> message.status() == 200 && message.sequence() > 1);
        transfer();
        assertThat(verdict()).isEqualTo(new TransferVerdict.Impossible("a re-INVITE is under way"));
        pbx.send(caller.ack(""));
        phone.hangUp();
        phonesEvents.next(LegEvent.Ended.class);
        transfer();
        assertThat(verdict()).isEqualTo(new TransferVerdict.Impossible("one of the two calls doesn't stand"));
    }

    /** Both calls stand, and the PBX has the question. */
    private SipText asked() throws Exception {
        stand(ABLE, REPLACES, pbx.hostPort());
        transfer();
        try {
            return pbx.awaitRequest("REFER");
        } catch (AssertionError e) {
            throw new AssertionError("the PBX was not asked; told were " + verdicts, e);
        }
    }

    private void transfer() {
        test.line.transfer(patient, phone, verdicts::add);
    }

    private void stand(String callersAbilities, String phonesAbilities, String phonesHost) throws Exception {
        pbx.send(caller.invite(List.of(callersAbilities), ScriptedPbx.SDP));
        patient = test.awaitCall();
        patient.answer(LineUnderTest.ENDPOINT);
        caller.learn(pbx.awaitStatus(200));
        pbx.send(caller.ack(""));
        test.heard.next(LegEvent.Answered.class);
        phone = test.line.invite(new OutgoingCall("301", LineUnderTest.ENDPOINT, Duration.ofSeconds(20)), phonesEvents);
        phonesInvite = pbx.awaitRequest("INVITE");
        pbx.send(phonesInvite.response(
                200,
                "OK",
                "phone",
                List.of("Contact: <sip:301@" + phonesHost + ">", phonesAbilities),
                ScriptedPbx.SDP));
        pbx.awaitRequest("ACK");
        phonesEvents.next(LegEvent.Answered.class);
        awaitTheCallersAck();
    }

    /** The call is answered before it: it comes on a thread of its own, and nothing tells when it is there. */
    private void awaitTheCallersAck() {
        Session session = ((StandingLeg) patient).standing().orElseThrow();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!session.atRest() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(session.atRest()).as("acknowledged within 20 s").isTrue();
    }

    private int notified(String subscription, String fragment) throws Exception {
        return notify("Event: refer", subscription, "message/sipfrag;version=2.0", fragment);
    }

    private int notify(String event, String subscription, String type, String fragment) throws Exception {
        caller.next();
        pbx.send(caller.request(
                "NOTIFY",
                caller.branch("n"),
                List.of(event, "Subscription-State: " + subscription, "Content-Type: " + type),
                fragment.isEmpty() ? "" : fragment + "\r\n"));
        return answer();
    }

    private int answer() throws Exception {
        return pbx.await(message -> message.isResponse() && message.method().equals("NOTIFY"))
                .status();
    }

    private TransferVerdict verdict() throws Exception {
        TransferVerdict verdict = verdicts.poll(20, TimeUnit.SECONDS);
        assertThat(verdict).as("a verdict within 20 s").isNotNull();
        return verdict;
    }

    private void assertNothingMore() throws Exception {
        caller.next();
        pbx.send(caller.request("OPTIONS", caller.branch("o"), List.of(), ""));
        pbx.await(message -> message.isResponse() && message.method().equals("OPTIONS"));
        assertThat(verdicts).isEmpty();
    }

    private void assertNothingAsked() throws Exception {
        caller.next();
        pbx.send(caller.request("OPTIONS", caller.branch("o"), List.of(), ""));
        assertThat(pbx.await(message -> message.method().equals("OPTIONS")
                                || message.method().equals("REFER"))
                        .method())
                .isEqualTo("OPTIONS");
    }
}

package org.anteroom.agent.rehearsal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call from extension 100, answered by 201. */
class PbxHoldTest {

    private static final String FAR = "<sip:100@practice.test>;tag=far";
    private static final String PHONE = "<sip:201@practice.test>;tag=phone";
    private static final String SOUND = String.join(
            "\r\n",
            "v=0",
            "o=- 7 41 IN IP4 127.0.0.1",
            "s=-",
            "c=IN IP4 127.0.0.1",
            "t=0 0",
            "m=audio 40000 RTP/AVP 0",
            "a=sendrecv",
            "a=ptime:20",
            "m=video 0 RTP/AVP 96",
            "");

    private final PbxHold holds = new PbxHold();
    private final CompletableFuture<Integer> outcome = new CompletableFuture<>();

    @BeforeEach
    void answer() {
        holds.answered(
                message("INVITE sip:201@practice.test SIP/2.0", FAR, "<sip:201@practice.test>", "3 INVITE", "100", ""),
                message("SIP/2.0 200 OK", FAR, PHONE, "3 INVITE", "201", SOUND));
    }

    @Test
    void holdsInTheNameOfThePhoneThatAnswered() {
        SipText invite = holds.turn("201", "sendonly", outcome).orElseThrow();

        assertThat(invite.startLine()).isEqualTo("INVITE sip:100@127.0.0.1:5100 SIP/2.0");
        assertThat(invite.first("From")).contains(PHONE);
        assertThat(invite.first("To")).contains(FAR);
        assertThat(invite.first("CSeq")).contains("1 INVITE");
        assertThat(invite.body().split("\r\n"))
                .contains("o=- 7 42 IN IP4 127.0.0.1", "a=sendonly", "a=ptime:20")
                .doesNotContain("a=sendrecv")
                .containsSubsequence("m=audio 40000 RTP/AVP 0", "a=sendonly", "m=video 0 RTP/AVP 96");
    }

    @Test
    void acknowledgesTheFinalAnswerAndTellsItsStatus() {
        holds.turn("201", "sendonly", outcome);

        assertThat(holds.confirm(message("SIP/2.0 100 Trying", PHONE, FAR, "1 INVITE", "100", "")))
                .isEmpty();
        SipText ack = holds.confirm(message("SIP/2.0 200 OK", PHONE, FAR, "1 INVITE", "100", SOUND))
                .orElseThrow();
        assertThat(ack.startLine()).isEqualTo("ACK sip:100@127.0.0.1:5100 SIP/2.0");
        assertThat(ack.first("CSeq")).contains("1 ACK");
        assertThat(outcome).isCompletedWithValue(200);
    }

    @Test
    void renumbersWhatThePhoneSendsAfterwardsAndItsAnswersBack() {
        holds.turn("201", "sendonly", outcome);
        holds.turn("201", "sendrecv", outcome);
        SipText bye = message("BYE sip:100@127.0.0.1:5100 SIP/2.0", PHONE, FAR, "1 BYE", "201", "");
        holds.outward(bye);
        assertThat(bye.first("CSeq")).contains("3 BYE");

        SipText answer = message("SIP/2.0 200 OK", PHONE, FAR, "3 BYE", "100", "");
        holds.inward(answer);
        assertThat(answer.first("CSeq")).contains("1 BYE");
    }

    @Test
    void numbersAHoldAfterWhatThePhoneHasSent() {
        holds.outward(message("UPDATE sip:100@127.0.0.1:5100 SIP/2.0", PHONE, FAR, "8 UPDATE", "201", ""));

        assertThat(holds.turn("201", "sendonly", outcome).orElseThrow().first("CSeq"))
                .contains("9 INVITE");
    }

    @Test
    void leavesOtherCallsAlone() {
        holds.turn("201", "sendonly", outcome);
        SipText far = message("BYE sip:201@127.0.0.1:5201 SIP/2.0", FAR, PHONE, "4 BYE", "100", "");
        holds.outward(far);

        assertThat(far.first("CSeq")).contains("4 BYE");
        assertThat(holds.turn("202", "sendonly", outcome)).isEmpty();
    }

    private static SipText message(String start, String from, String to, String number, String contact, String body) {
        byte[] text = String.join(
                        "\r\n",
                        start,
                        "Via: SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bK1",
                        "From: " + from,
                        "To: " + to,
                        "Call-ID: one",
                        "CSeq: " + number,
                        "Contact: <sip:" + contact + "@127.0.0.1:5" + contact + ">",
                        "",
                        body)
                .getBytes(ISO_8859_1);
        return SipText.parse(text, text.length).orElseThrow();
    }
}

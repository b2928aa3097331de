package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who calls, in the spellings of PBXs. */
class InvitationReaderTest {
    private static final String FROM = "From: <sip:5551234@pbx.test>;tag=1";
    private static final String ANONYMOUS = "From: \"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "From: <sip:+15551234@pbx.test>;tag=1 | +15551234",
                "From: <sip:%2B15551234@pbx.test;user=phone>;tag=1 | +15551234",
                "From: <sip:5551234;phone-context=+1@pbx.test;user=phone>;tag=1 | 5551234",
                "From: <sip:5551234:pw@pbx.test>;tag=1 | 5551234",
                "From: <sips:5551234@pbx.test>;tag=1 | 5551234",
                "From: <tel:+1-555-123-4>;tag=1 | +1-555-123-4",
                "From: <tel:5551234;phone-context=+1>;tag=1 | 5551234",
                "From: sip:5551234@pbx.test;tag=1 | 5551234",
                "From: \"sip:999@x\" <sip:5551234@pbx.test>;tag=1 | 5551234",
            })
    void theNumber(String from, String number) throws Exception {
        assertThat(read(from).caller()).contains(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "From: \"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=1",
                "From: <sip:Restricted@pbx.test>;tag=1",
                "From: <sip:unknown@pbx.test>;tag=1",
                "From: <sip:unavailable@pbx.test>;tag=1",
                "From: <sip:private@pbx.test>;tag=1",
                "From: <sip:pbx.test>;tag=1",
            })
    void theNumberIsWithheld(String from) throws Exception {
        assertThat(read(from).caller()).isEmpty();
    }

    @Test
    void theAssertedIdentityComesFirstThenTheRemotePartyThenFrom() throws Exception {
        String asserted = "P-Asserted-Identity: \"Dana\" <sip:111@pbx.test>, <tel:+222>";
        String remote = "Remote-Party-ID: \"Sam\" <sip:333@pbx.test>;party=calling;privacy=off;screen=no";
        assertThat(read(FROM, remote, asserted).caller()).contains("111");
        assertThat(read(FROM, remote).caller()).contains("333");
        assertThat(read(FROM, remote).callerName()).contains("Sam");
        assertThat(read(FROM, "Remote-Party-ID: <sip:200@pbx.test>;party=called")
                        .caller())
                .contains("5551234");
    }

    @Test
    void aTrustedPbxMayTellANumberThatTheCallerHidesFromOthers() throws Exception {
        assertThat(read(ANONYMOUS, "Privacy: id", "P-Asserted-Identity: <tel:+15551234>")
                        .caller())
                .contains("+15551234");
    }

    @Test
    void namesAreReadWithTheirQuotesAndLetters() throws Exception {
        assertThat(read("From: \"Zoë \\\"Z\\\" Müller\" <sip:1@pbx.test>;tag=1").callerName())
                .contains("Zoë \"Z\" Müller");
        assertThat(read("From: Dana Fox <sip:1@pbx.test>;tag=1").callerName()).contains("Dana Fox");
        assertThat(read(FROM, "Remote-Party-ID: Dana Fox <sip:333@pbx.test>").callerName())
                .contains("Dana Fox");
        assertThat(read(FROM).callerName()).isEmpty();
        assertThat(read(ANONYMOUS).callerName()).isEmpty();
    }

    @Test
    void diversionsAreReadInEverySpelling() throws Exception {
        Invitation invitation = read(
                FROM,
                "Diversion: \"Desk, front\" <sip:100@pbx.test>;reason=no-answer;privacy=off;counter=1",
                "Diversion: <tel:+15550000>;reason=\"unconditional\"",
                "Diversion: garbage",
                "History-Info: <sip:120@pbx.test;cause=486?Privacy=history>;index=1;foo=\"a,b\"");
        assertThat(invitation.diversions())
                .containsExactly(
                        new Diversion("100", "no-answer"),
                        new Diversion("+15550000", "unconditional"),
                        new Diversion("120", "user-busy"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Diversion: <sip:1@pbx.test>;reason=unconditional | UNCONDITIONAL",
                "Diversion: <sip:1@pbx.test>;reason=\"User-Busy\" | BUSY",
                "Diversion: <sip:1@pbx.test>;reason=do-not-disturb | BUSY",
                "Diversion: <sip:1@pbx.test>;reason=no-answer;counter=1 | NO_ANSWER",
                "Diversion: <sip:1@pbx.test>;reason=out-of-service | NO_ANSWER",
                "Diversion: <sip:1@pbx.test>;reason=time-of-day | TIME_OF_DAY",
                "Diversion: <sip:1@pbx.test>;reason=follow-me | UNKNOWN",
                "Diversion: <sip:1@pbx.test> | UNKNOWN",
                "Diversion: <sip:1@pbx.test>;reason=unknown, <sip:2@pbx.test>;reason=no-answer | NO_ANSWER",
                "Diversion: <sip:1@pbx.test>;reason=user-busy, <sip:2@pbx.test>;reason=unconditional | BUSY",
                "History-Info: <sip:1@pbx.test>;index=1, <sip:2@pbx.test;cause=302>;index=1.1 | UNCONDITIONAL",
                "History-Info: <sip:1@pbx.test;cause=302>;index=1, <sip:2@pbx.test;cause=486>;index=1.1 | BUSY",
                "History-Info: <sip:1@pbx.test?Reason=SIP%3Bcause%3D408>;index=1, <sip:2@pbx.test>;index=2 | NO_ANSWER",
                "History-Info: <sip:1@pbx.test>;index=1 | DIRECT",
                "Diversion: garbage | DIRECT",
                "X-Nothing: 1 | DIRECT",
            })
    void whyThePbxSentTheCall(String header, CallReason reason) throws Exception {
        assertThat(read(FROM, header).reason()).isEqualTo(reason);
    }

    @Property(tries = 2_000)
    void whateverStrangersWriteThereIsReadWithinBounds(
            @ForAll @Size(max = 40) List<@From("pieces") String> pieces, @ForAll boolean history) throws Exception {
        String header = (history ? "History-Info: " : "Diversion: ") + String.join("", pieces);
        Invitation invitation;
        try {
            invitation = read(FROM, header, header);
        } catch (ParseException refused) {
            return;
        }
        assertThat(invitation.reason()).isNotNull();
        assertThat(invitation.diversions()).hasSizeLessThanOrEqualTo(10).allSatisfy(step -> {
            assertThat(step.number()).hasSizeLessThanOrEqualTo(128);
            assertThat(step.reason()).hasSizeLessThanOrEqualTo(40);
        });
        assertThat(invitation.toString()).doesNotContain("777");
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "<sip:777@x>",
                "<",
                ">",
                "\"",
                ",",
                ";",
                "=",
                "reason=",
                "no-answer",
                "cause=",
                "486",
                "%3d",
                "?",
                "sip:",
                "tel:777",
                "@",
                "\\",
                " ",
                "\t",
                "x".repeat(300),
                "<sip:777@x;cause=408>",
                "\u0000",
                "\u00fc");
    }

    /** A PBX may send what was dialled to our extension and keep To, or the other way round. */
    @Test
    void bothPlacesInWhichPbxsPutWhatWasDialled() throws Exception {
        assertThat(read(FROM).dialled()).isEqualTo("200");
        assertThat(invited("*41", FROM).requested()).contains("*41");
        assertThat(invited("*41", FROM).dialled()).isEqualTo("200");
    }

    private static Invitation read(String from, String... more) throws Exception {
        return invited("200", from, more);
    }

    private static Invitation invited(String requested, String from, String... more) throws Exception {
        String text = String.join(
                        "\r\n",
                        "INVITE sip:" + requested + "@127.0.0.1 SIP/2.0",
                        "Via: SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bK1",
                        from,
                        "To: <sip:200@pbx.test>",
                        "Call-ID: c",
                        "CSeq: 1 INVITE")
                + "\r\n"
                + String.join("", Arrays.stream(more).map(line -> line + "\r\n").toList())
                + "Content-Length: 0\r\n\r\n";
        return InvitationReader.read((SIPRequest)
                new StringMsgParser().parseSIPMessage(text.getBytes(StandardCharsets.UTF_8), true, false, null));
    }
}

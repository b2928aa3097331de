package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OfferTest {
    private static final AudioEndpoint US = new AudioEndpoint(InetAddress.getLoopbackAddress(), 30_000);

    @Test
    void takesTheOfferersPreferredCodecAndItsNumbers() throws SdpException {
        Negotiation.Agreed agreed = agreed(
                """
                v=0
                o=- 1 1 IN IP4 10.0.0.1
                s=-
                c=IN IP4 10.0.0.1
                t=0 0
                m=audio 4000 RTP/AVP 9 96 0 100
                a=rtpmap:96 pcma/8000
                a=rtpmap:100 telephone-event/8000
                a=fmtp:100 0-16
                a=ptime:30
                """);
        AgreedStream stream = agreed.stream();
        assertThat(stream.codec()).isEqualTo(AudioCodec.PCMA);
        assertThat(stream.payloadType()).isEqualTo(96);
        assertThat(stream.telephoneEvent()).isEqualTo(OptionalInt.of(100));
        assertThat(stream.ptimeMs()).isEqualTo(30);
        assertThat(stream.remote().toString()).contains("10.0.0.1:4000");
        assertThat(stream.remoteRtcp().getPort()).isEqualTo(4_001);
        assertThat(agreed.description().write())
                .contains("m=audio 30000 RTP/AVP 96 100", "a=rtpmap:96 PCMA/8000", "a=fmtp:100 0-16", "a=sendrecv");
    }

    @Test
    void knowsStaticPayloadTypesWithoutRtpmap() throws SdpException {
        assertThat(agreed(sdp("8 0", "sendrecv")).stream().codec()).isEqualTo(AudioCodec.PCMA);
    }

    @Test
    void offersNoTelephoneEventWhereThePeerHasNone() throws SdpException {
        assertThat(agreed(sdp("0", "sendrecv")).stream().telephoneEvent()).isEmpty();
    }

    @Test
    void answersHoldByItsMirrorImage() throws SdpException {
        assertHold("sendonly", false, true, "a=recvonly");
        assertHold("inactive", false, false, "a=inactive");
        assertHold("recvonly", true, false, "a=sendonly");
    }

    private void assertHold(String offered, boolean send, boolean receive, String answered) throws SdpException {
        Negotiation.Agreed agreed = agreed(sdp("0", offered));
        assertThat(agreed.stream().send()).isEqualTo(send);
        assertThat(agreed.stream().receive()).isEqualTo(receive);
        assertThat(agreed.description().write()).contains(answered);
    }

    @Test
    void sendsNothingToAPeerThatHoldsTheOldWay() throws SdpException {
        Negotiation.Agreed agreed = agreed(sdp("0", "sendrecv").replace("10.0.0.1", "0.0.0.0"));
        assertThat(agreed.stream().send()).isFalse();
        assertThat(agreed.stream().receive()).isTrue();
    }

    @Test
    void takesTheDirectionAndAddressOfTheSessionWhereTheMediaLineHasNone() throws SdpException {
        Negotiation.Agreed agreed = agreed("v=0\nc=IN IP4 10.0.0.9\na=sendonly\nm=audio 4000 RTP/AVP 0\n");
        assertThat(agreed.stream().send()).isFalse();
        assertThat(agreed.stream().remote().toString()).contains("10.0.0.9");
    }

    @Test
    void refusesFurtherMediaLinesButKeepsTheirPlace() throws SdpException {
        Negotiation.Agreed agreed = agreed("v=0\nc=IN IP4 10.0.0.1\nm=video 5000 RTP/AVP 97\na=rtpmap:97 H264/90000\n"
                + "m=audio 4000 RTP/AVP 0\nm=audio 4010 RTP/AVP 8\nm=image 6000 udptl t38\n");
        assertThat(agreed.description().media()).extracting(MediaLine::port).containsExactly(0, 30_000, 0, 0);
        assertThat(agreed.description().write()).contains("m=video 0 RTP/AVP 97", "m=image 0 udptl t38");
    }

    @Test
    void takesThePlainAudioLineWhereAnEncryptedOneStandsBefore() throws SdpException {
        Negotiation.Agreed agreed = agreed("v=0\nc=IN IP4 10.0.0.1\nm=audio 4000 RTP/SAVP 0\nm=audio 4010 RTP/AVP 0\n");
        assertThat(agreed.stream().remote().getPort()).isEqualTo(4_010);
    }

    @Test
    void saysWhyNothingFits() throws SdpException {
        assertThat(warning("v=0\nc=IN IP4 10.0.0.1\nm=video 5000 RTP/AVP 97\n")).isEqualTo(304);
        assertThat(warning("v=0\nc=IN IP4 10.0.0.1\nm=audio 4000 RTP/SAVP 0\n")).isEqualTo(302);
        assertThat(warning("v=0\nc=IN IP4 10.0.0.1\nm=audio 4000 RTP/AVP 9 18\n"))
                .isEqualTo(305);
        assertThat(warning("v=0\nc=IN IP6 2001:db8::1\nm=audio 4000 RTP/AVP 0\n"))
                .isEqualTo(301);
        assertThat(warning("v=0\nc=IN IP4 pbx.example\nm=audio 4000 RTP/AVP 0\n"))
                .isEqualTo(301);
        assertThat(warning("v=0\nc=IN IP4 224.1.2.3/127\nm=audio 4000 RTP/AVP 0\n"))
                .isEqualTo(301);
    }

    @Test
    void aRemappedStaticPayloadTypeIsNotTakenForItsOldMeaning() throws SdpException {
        assertThat(warning("v=0\nc=IN IP4 10.0.0.1\nm=audio 4000 RTP/AVP 0\na=rtpmap:0 L16/16000\n"))
                .isEqualTo(305);
    }

    @Test
    void honoursRtcpAndTheLongestPacketTime() throws SdpException {
        AgreedStream stream = agreed(sdp("0", "sendrecv") + "a=rtcp:4711\na=ptime:60\na=maxptime:40\n").stream();
        assertThat(stream.remoteRtcp().getPort()).isEqualTo(4_711);
        assertThat(stream.ptimeMs()).isEqualTo(40);
    }

    @Test
    void readsTheAnswerToItsOwnOfferWithOtherEventNumbers() throws SdpException {
        MediaAgreement agreement = new MediaAgreement(US);
        agreement.offer();
        AgreedStream stream = agreement
                .answered(parse(sdp("8 96", "sendrecv") + "a=rtpmap:96 telephone-event/8000\n"))
                .orElseThrow();
        assertThat(stream.codec()).isEqualTo(AudioCodec.PCMA);
        assertThat(stream.telephoneEvent()).isEqualTo(OptionalInt.of(96));
        assertThat(stream.telephoneEventReceived()).isEqualTo(OptionalInt.of(Offer.TELEPHONE_EVENT));
    }

    @Test
    void anAnswerThatRefusesTheSoundAgreesNothing() throws SdpException {
        MediaAgreement agreement = new MediaAgreement(US);
        agreement.offer();
        assertThat(agreement.answered(parse("v=0\nc=IN IP4 10.0.0.1\nm=audio 0 RTP/AVP 0\n")))
                .isEmpty();
        assertThat(agreement.answered(parse(sdp("9", "sendrecv")))).isEmpty();
    }

    @Test
    void theVersionGrowsOnlyWhenTheDescriptionChanged() throws SdpException {
        MediaAgreement agreement = new MediaAgreement(US);
        SessionDescription first = description(agreement.answer(parse(sdp("0", "sendrecv"))));
        SessionDescription same = description(agreement.answer(parse(sdp("0", "sendrecv"))));
        SessionDescription held = description(agreement.answer(parse(sdp("0", "sendonly"))));
        assertThat(same.version()).isEqualTo(first.version());
        assertThat(held.version()).isEqualTo(first.version() + 1);
        assertThat(held.sessionId()).isEqualTo(first.sessionId());
        assertThat(agreement.sameAgain()).isEqualTo(held);
    }

    @Test
    void aNewOfferKeepsThePlacesOfRefusedLines() throws SdpException {
        MediaAgreement agreement = new MediaAgreement(US);
        agreement.answer(parse("v=0\nc=IN IP4 10.0.0.1\nm=video 5000 RTP/AVP 97\nm=audio 4000 RTP/AVP 0\n"));
        assertThat(agreement.offer().media()).extracting(MediaLine::port).containsExactly(0, 30_000);
    }

    @Test
    void choosesTheEventsOfItsOwnClockRateWhateverTheirNumber() throws SdpException {
        for (int number : new int[] {96, 101, 127}) {
            AgreedStream stream = agreed("v=0\nc=IN IP4 10.0.0.1\nm=audio 4000 RTP/AVP 98 0 110 " + number + " 111\n"
                            + "a=rtpmap:98 opus/48000/2\na=rtpmap:110 telephone-event/48000\n"
                            + "a=rtpmap:111 telephone-event/16000\na=rtpmap:" + number + " telephone-event/8000\n"
                            + "a=fmtp:" + number + " 0-15\n")
                    .stream();
            assertThat(stream.codec()).isEqualTo(AudioCodec.PCMU);
            assertThat(stream.telephoneEvent()).isEqualTo(OptionalInt.of(number));
        }
    }

    @Test
    void eventsOfAnotherClockRateAloneAreNone() throws SdpException {
        AgreedStream stream = agreed(sdp("0 110", "sendrecv") + "a=rtpmap:110 telephone-event/48000\n").stream();
        assertThat(stream.telephoneEvent()).isEmpty();
    }

    @Test
    void readsEveryPacketTimeThatTelephonesUse() throws SdpException {
        for (int ms : new int[] {10, 20, 30, 40, 60}) {
            assertThat(agreed(sdp("0", "sendrecv") + "a=ptime:" + ms + "\n").stream()
                            .ptimeMs())
                    .isEqualTo(ms);
        }
    }

    @Test
    void ignoresIceMultiplexingAndKeysThatAPlainLineCarries() throws SdpException {
        Negotiation.Agreed agreed = agreed(sdp("0 101", "sendrecv")
                + "a=rtpmap:101 telephone-event/8000\na=ice-ufrag:x\na=ice-pwd:y\na=candidate:1 1 UDP 1 10.9.9.9 9 typ host\n"
                + "a=rtcp-mux\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x\na=ssrc:1 cname:x\na=msi:mavodi-0-x\n");
        assertThat(agreed.stream().remote().toString()).contains("10.0.0.1:4000");
        assertThat(agreed.description().write()).doesNotContain("ice", "candidate", "mux", "crypto", "ssrc");
    }

    @Test
    void refusesFeedbackAndEncryptedProfiles() throws SdpException {
        for (String profile : new String[] {"RTP/AVPF", "RTP/SAVP", "RTP/SAVPF", "UDP/TLS/RTP/SAVPF"}) {
            assertThat(warning("v=0\nc=IN IP4 10.0.0.1\nm=audio 4000 " + profile + " 0 8\n"))
                    .as(profile)
                    .isEqualTo(302);
        }
    }

    @Test
    void readsAddressesThatStandInTheMediaSectionsOnlyAndPassesGarbageOver() throws SdpException {
        Negotiation.Agreed agreed = agreed("v=0\r\no=odd one 1\r\ns=\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8 \r\n"
                + "c=IN IP4 10.0.0.7\r\nm=image 4002 udptl t38\r\nc=IN IP4 10.0.0.8\r\n\r\n\0\0garbage\r\n=\r\nz\r\n");
        assertThat(agreed.stream().remote().toString()).contains("10.0.0.7:4000");
    }

    @Test
    void agreesOverIp6WhereWeListenThere() throws Exception {
        AudioEndpoint six = new AudioEndpoint(InetAddress.getByName("2001:db8::5"), 30_000);
        SessionDescription offer = parse("v=0\nc=IN IP6 2001:db8::1\nm=audio 4000 RTP/AVP 0\n");
        Negotiation.Agreed agreed = (Negotiation.Agreed) Offer.answer(offer, six, 1, 1);
        assertThat(agreed.stream().remote().getAddress()).isEqualTo(InetAddress.getByName("2001:db8::1"));
        assertThat(agreed.description().write()).contains("c=IN IP6 2001:db8:0:0:0:0:0:5");
    }

    @Test
    void ofSeveralCodecsInAnAnswerTheFirstCounts() throws SdpException {
        MediaAgreement agreement = new MediaAgreement(US);
        agreement.offer();
        assertThat(agreement
                        .answered(parse(sdp("8 0 101", "sendrecv") + "a=rtpmap:101 telephone-event/8000\n"))
                        .orElseThrow()
                        .codec())
                .isEqualTo(AudioCodec.PCMA);
    }

    @Test
    void followsAPeerThatTurnsTheCodecOrderRoundOrTakesTheSoundElsewhere() throws SdpException {
        MediaAgreement agreement = new MediaAgreement(US);
        agreement.answer(parse(sdp("0 8", "sendrecv")));
        agreement.answer(parse(sdp("8 0", "sendrecv").replace("10.0.0.1", "10.0.0.2")));
        AgreedStream stream = agreement.stream().orElseThrow();
        assertThat(stream.codec()).isEqualTo(AudioCodec.PCMA);
        assertThat(stream.remote().toString()).contains("10.0.0.2");
    }

    private static SessionDescription description(Negotiation negotiation) {
        return ((Negotiation.Agreed) negotiation).description();
    }

    private static Negotiation.Agreed agreed(String offer) throws SdpException {
        return (Negotiation.Agreed) Offer.answer(parse(offer), US, 1, 1);
    }

    private static int warning(String offer) throws SdpException {
        return ((Negotiation.NothingFits) Offer.answer(parse(offer), US, 1, 1)).warning();
    }

    private static SessionDescription parse(String text) throws SdpException {
        return SessionDescription.parse(text.getBytes(StandardCharsets.UTF_8), 8_192);
    }

    private static String sdp(String formats, String direction) {
        return "v=0\no=- 1 1 IN IP4 10.0.0.1\ns=-\nc=IN IP4 10.0.0.1\nt=0 0\nm=audio 4000 RTP/AVP " + formats + "\na="
                + direction + "\n";
    }
}

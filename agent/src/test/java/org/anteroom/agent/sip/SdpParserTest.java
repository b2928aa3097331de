package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SdpParserTest {

    @Property(tries = 300)
    void whatIsWrittenIsReadBackTheSame(@ForAll("descriptions") SessionDescription description) throws SdpException {
        byte[] text = description.write().getBytes(StandardCharsets.UTF_8);
        assertThat(SessionDescription.parse(text, 65_536)).isEqualTo(description);
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefusedButNeverAnythingElse(@ForAll("texts") String text) {
        assertReadOrRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        assertReadOrRefused(bytes);
    }

    private static void assertReadOrRefused(byte[] bytes) {
        try {
            SessionDescription read = SessionDescription.parse(bytes, 8_192);
            assertThat(read.media()).isNotEmpty();
            Offer.answer(read, LineUnderTest.ENDPOINT, 1, 1);
        } catch (SdpException e) {
            assertThat(e).hasMessageContaining("session description");
        }
    }

    @Test
    void refusesWhatIsTooLongOrHasTooManyLines() {
        assertThatThrownBy(() -> SessionDescription.parse(new byte[9_000], 8_192))
                .isInstanceOf(SdpException.class);
        String many = "c=IN IP4 10.0.0.1\n" + "m=audio 4000 RTP/AVP 0\n".repeat(17);
        assertThatThrownBy(() -> SessionDescription.parse(many.getBytes(StandardCharsets.UTF_8), 8_192))
                .isInstanceOf(SdpException.class);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> lines = Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(60),
                Arbitraries.of(
                        "m=audio 4000 RTP/AVP 0 101",
                        "m=audio 99999 RTP/AVP 0",
                        "m=audio 4000/2 RTP/AVP 0 999 x",
                        "c=IN IP4 10.0.0.1",
                        "c=IN IP6 :::",
                        "c=IN IP4 999.1.1.1",
                        "a=rtpmap:101 telephone-event/8000",
                        "a=rtpmap:300 x/1",
                        "a=fmtp:999 0-15",
                        "a=ptime:99999",
                        "a=rtcp:70000",
                        "o=- 99999999999999999999 1 IN IP4 x",
                        "a=sendonly"));
        return lines.list().ofMaxSize(12).map(list -> String.join("\n", list));
    }

    @Provide
    Arbitrary<SessionDescription> descriptions() {
        Arbitrary<String> addresses = Arbitraries.of("10.0.0.1", "192.0.2.77", "2001:db8::1", "0.0.0.0");
        return Combinators.combine(
                        addresses,
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        lines().list().ofMinSize(1).ofMaxSize(5))
                .as(SessionDescription::new);
    }

    private Arbitrary<MediaLine> lines() {
        Arbitrary<MediaLine> audio = Combinators.combine(
                        Arbitraries.integers().between(0, 65_535),
                        formats(),
                        Arbitraries.of("10.0.0.1", "2001:db8::2"),
                        Arbitraries.of(Direction.class),
                        Arbitraries.integers().between(1, 200).optional(),
                        Arbitraries.integers().between(1, 200).optional(),
                        Arbitraries.integers().between(0, 65_535).optional())
                .as((port, formats, address, direction, ptime, maxPtime, rtcp) -> new MediaLine(
                        "audio",
                        port,
                        "RTP/AVP",
                        formats.stream()
                                .map(f -> Integer.toString(f.payloadType()))
                                .toList(),
                        formats,
                        address,
                        direction,
                        number(ptime),
                        number(maxPtime),
                        number(rtcp)));
        Arbitrary<MediaLine> image = Arbitraries.of(new MediaLine(
                "image",
                4_000,
                "udptl",
                List.of("t38"),
                List.of(),
                "10.0.0.1",
                Direction.SENDRECV,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty()));
        return Arbitraries.oneOf(audio, image);
    }

    private Arbitrary<List<MediaFormat>> formats() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 127),
                        Arbitraries.of("PCMU", "G722", "TELEPHONE-EVENT", "OPUS"),
                        Arbitraries.of(8_000, 48_000),
                        Arbitraries.of("0-15", "mode=2;x=y").optional())
                .as(MediaFormat::new)
                .list()
                .uniqueElements(MediaFormat::payloadType)
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static OptionalInt number(Optional<Integer> value) {
        return value.isPresent() ? OptionalInt.of(value.get()) : OptionalInt.empty();
    }
}

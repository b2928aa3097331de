package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RtpHeaderTest {
    private final RtpHeader header = new RtpHeader();

    private static ByteBuffer bytes(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length);
        for (int value : values) {
            buffer.put((byte) value);
        }
        return buffer.flip();
    }

    @Property
    void readsBackWhatItWrote(
            @ForAll boolean marker,
            @ForAll @IntRange(max = 63) int type,
            @ForAll @IntRange(max = 65535) int sequence,
            @ForAll int timestamp,
            @ForAll int ssrc,
            @ForAll byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(RtpHeader.LENGTH + payload.length);
        RtpHeader.write(packet, marker, type, sequence, timestamp, ssrc);
        packet.put(payload).flip();
        assertThat(header.read(packet)).isTrue();
        assertThat(header.marker()).isEqualTo(marker);
        assertThat(header.payloadType()).isEqualTo(type);
        assertThat(header.sequence()).isEqualTo(sequence);
        assertThat(header.timestamp()).isEqualTo(timestamp);
        assertThat(header.ssrc()).isEqualTo(ssrc);
        assertThat(header.payloadOffset()).isEqualTo(12);
        assertThat(header.payloadLength()).isEqualTo(payload.length);
    }

    @Property
    void anyBytesAreReadOrRefusedWithinTheirBounds(@ForAll byte[] garbage) {
        if (header.read(ByteBuffer.wrap(garbage))) {
            assertThat(header.payloadOffset()).isBetween(12, garbage.length);
            assertThat(header.payloadLength()).isBetween(0, garbage.length - header.payloadOffset());
        }
    }

    @Test
    void skipsContributorsExtensionAndPadding() {
        ByteBuffer packet = bytes(
                0xB1, 0x80, 0, 7, 0, 0, 0, 9, 1, 2, 3, 4, 9, 9, 9, 9, 0xBE, 0xDE, 0, 1, 5, 5, 5, 5, 0x11, 0x22, 0x33, 0,
                0, 3);
        assertThat(header.read(packet)).isTrue();
        assertThat(header.payloadOffset()).isEqualTo(24);
        assertThat(header.payloadLength()).isEqualTo(3);
        assertThat(header.marker()).isTrue();
        assertThat(header.payloadType()).isZero();
    }

    @Test
    void refusesWhatIsNoRtp() {
        assertThat(header.read(bytes(0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
                .as("too short")
                .isFalse();
        assertThat(header.read(bytes(0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
                .as("version 1")
                .isFalse();
        assertThat(header.read(bytes(0x80, 200, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
                .as("RTCP")
                .isFalse();
        assertThat(header.read(bytes(0xA0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
                .as("no padding")
                .isFalse();
        assertThat(header.read(bytes(0xA0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2)))
                .as("padding too long")
                .isFalse();
        assertThat(header.read(bytes(0x90, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
                .as("cut extension")
                .isFalse();
        assertThat(header.read(bytes(0x90, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)))
                .as("extension beyond the end")
                .isFalse();
        assertThat(header.read(bytes(0x8F, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
                .as("contributors beyond the end")
                .isFalse();
    }
}

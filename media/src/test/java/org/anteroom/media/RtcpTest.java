package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RtcpTest {
    private static final long UNIX_MS = 1_700_000_000_500L;

    @Test
    void ntpTimeBeginsIn1900() {
        long ntp = RtcpReport.ntp(500);
        assertThat(ntp >>> 32).isEqualTo(2_208_988_800L);
        assertThat(ntp & 0xFFFF_FFFFL).isEqualTo(0x8000_0000L);
    }

    @Test
    void whatWeWriteIsReadBackByTheOtherSide() throws IOException {
        IncomingSequence heard = new IncomingSequence();
        heard.accept(7777, 1);
        heard.accept(7777, 2);
        heard.accept(7777, 4);
        OutgoingStream sent = new OutgoingStream(null, new MediaCounters());
        RtcpReader ours = new RtcpReader(sent.ssrc());
        ByteBuffer packet = ByteBuffer.allocate(256);
        new RtcpReport(sent.ssrc()).write(packet, true, sent, heard, ours, UNIX_MS, 0, true);

        assertThat(packet.get(1) & 0xFF).isEqualTo(RtcpReport.SENDER_REPORT);
        RtcpReader other = new RtcpReader(7777);
        assertThat(other.read(packet, UNIX_MS, 5)).isTrue();
        assertThat(other.remoteLossPercent()).isEqualTo(25);
        assertThat(other.lastSenderReport()).isEqualTo((int) (RtcpReport.ntp(UNIX_MS) >>> 16));

        ByteBuffer answer = ByteBuffer.allocate(256);
        IncomingSequence theirs = new IncomingSequence();
        theirs.accept(sent.ssrc(), 9);
        OutgoingStream their = new OutgoingStream(null, new MediaCounters());
        new RtcpReport(their.ssrc()).write(answer, false, their, theirs, other, UNIX_MS, 1_000_000_005L, false);
        assertThat(answer.get(1) & 0xFF).isEqualTo(RtcpReport.RECEIVER_REPORT);
        assertThat(ours.read(answer, UNIX_MS + 1030, 0)).isTrue();
        assertThat(ours.roundTripMs()).isBetween(29.0, 31.0);
    }

    @Test
    void theNameSaysNothingAboutTheMachine() throws IOException {
        OutgoingStream sent = new OutgoingStream(null, new MediaCounters());
        ByteBuffer packet = ByteBuffer.allocate(256);
        new RtcpReport(sent.ssrc())
                .write(packet, false, sent, new IncomingSequence(), new RtcpReader(1), UNIX_MS, 0, false);
        assertThat(name(packet)).isNotEmpty().doesNotContain("@").doesNotContain(System.getProperty("user.name"));
        assertThat(packet.limit() % 4).isZero();
        assertThat(new RtcpReader(1).read(packet, UNIX_MS, 0)).isTrue();
    }

    /** Of the second packet, SDES: header, SSRC, then the item's type, length and text (RFC 3550, 6.5). */
    private static String name(ByteBuffer compound) {
        int item = (compound.getShort(2) + 1) * 4 + 8;
        assertThat(compound.get(item)).as("CNAME").isEqualTo((byte) 1);
        return new String(compound.array(), item + 2, compound.get(item + 1), StandardCharsets.ISO_8859_1);
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] garbage) {
        new RtcpReader(1).read(ByteBuffer.wrap(garbage), UNIX_MS, 0);
        if (garbage.length > 2) {
            garbage[0] = (byte) (0x80 | garbage[0] & 0x1F);
            garbage[1] = (byte) (200 + (garbage[1] & 3));
            new RtcpReader(1).read(ByteBuffer.wrap(garbage), UNIX_MS, 0);
        }
    }

    @Test
    void reportsAreSentInTimeAndByeAtTheEnd() throws Exception {
        try (MediaEngine engine = Engines.engine(new MediaCounters());
                DatagramSocket even = new DatagramSocket(null);
                DatagramSocket odd = new DatagramSocket(null)) {
            int port = 31_000 + (int) (ProcessHandle.current().pid() % 1000) * 2;
            even.bind(new InetSocketAddress(Wire.LOOPBACK, port));
            odd.bind(new InetSocketAddress(Wire.LOOPBACK, port + 1));
            odd.setSoTimeout(15_000);
            RtpPort stream = engine.open();
            stream.connect(
                    StreamDescription.of(new InetSocketAddress(Wire.LOOPBACK, port), Codec.PCMU, OptionalInt.empty()));
            DatagramPacket report = new DatagramPacket(new byte[512], 512);
            odd.receive(report);
            assertThat(report.getData()[1] & 0xFF).isEqualTo(RtcpReport.SENDER_REPORT);
            assertThat(report.getPort()).isEqualTo(stream.localPort() + 1);
            stream.close();
            do {
                odd.receive(report);
            } while ((report.getData()[report.getLength() - 7] & 0xFF) != RtcpReport.GOODBYE);
        }
    }
}

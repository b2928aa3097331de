package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.anteroom.agent.interop.RawCapture;
import org.anteroom.agent.interop.RawCapture.Packet;
import org.anteroom.agent.interop.RawCapture.Protocol;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the network is asked to carry first, as the packets of a call say it themselves. */
final class MarkedSoundTest {
    /** DSCP EF in the upper six bits of the octet (RFC 3246, RFC 4594). */
    private static final int EF = 46 << 2;

    @TempDir
    Path folder;

    @Test
    void theSoundOfACallLeavesMarked() throws Exception {
        Optional<RawCapture> capture = RawCapture.of(Protocol.UDP, (Inet4Address) InetAddress.getByName("127.0.0.1"));
        assumeTrue(capture.isPresent(), "skipped: packets can be captured by root only");
        try (RawCapture wire = capture.get();
                Clinic clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
                PhoneCall call = clinic.greeted()) {
            assertThat(call.ending()).isEmpty();
            Packet sound = wire.next(
                    packet -> packet.fromPort() >= 30_100 && packet.fromPort() < 30_200 && packet.fromPort() % 2 == 0,
                    Clinic.SOON);

            assertThat(sound.trafficClass()).isEqualTo(EF);
        }
    }
}

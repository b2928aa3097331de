package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.anteroom.agent.interop.RawCapture;
import org.anteroom.agent.interop.RawCapture.Packet;
import org.anteroom.agent.interop.RawCapture.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the network is asked to carry first, as its packets say it themselves. */
class MarkingTest {
    /** DSCP CS3 in the upper six bits of the octet (RFC 2474, RFC 4594). */
    private static final int CS3 = 24 << 2;
    /** One that nothing else on this machine sends to. */
    private static final String QUIET_ADDRESS = "127.0.0.77";

    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"UDP", "TCP"})
    void signallingLeavesMarked(Transport transport) throws Exception {
        Optional<RawCapture> capture =
                RawCapture.of(Protocol.valueOf(transport.name()), (Inet4Address) InetAddress.getByName(QUIET_ADDRESS));
        assumeTrue(capture.isPresent(), "skipped: packets can be captured by root only");
        try (RawCapture wire = capture.get();
                ScriptedPbx pbx = new ScriptedPbx(transport, QUIET_ADDRESS, 0);
                LineUnderTest test = LineUnderTest.registered(pbx)) {
            assertThat(test).isNotNull();
            Packet register =
                    wire.next(packet -> packet.toPort() == pbx.port() && packet.payload() > 0, Duration.ofSeconds(20));

            assertThat(register.trafficClass()).isEqualTo(CS3);
        }
    }
}

package org.anteroom.agent.call;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.anteroom.agent.sip.Line;

/** Makes the outbound legs of one call, from the ports kept for them. Mailbox only. */
final class Dialler {
    /** Longer than any group rings: the ladder cancels a phone, never the line. */
    private static final Duration RING = Duration.ofMinutes(3);

    private final Line line;
    private final InetAddress address;
    private final PortReserve ports;
    private final SpokenPrompts prompts;
    private final Consumer<Mail> urgent;
    private final LetGo letGo;
    private final Optional<String> drill;

    /** Legs that ring for a caller, or for ourselves. */
    Dialler(
            Line line,
            InetAddress address,
            PortReserve ports,
            SpokenPrompts prompts,
            Consumer<Mail> urgent,
            LetGo letGo) {
        this(line, address, ports, prompts, urgent, letGo, Optional.empty());
    }

    /**
     * @param address our own, as the PBX reaches it for sound
     * @param letGo of all calls
     * @param drill the token of the drill for which phones ring, which its automatic phone wants to see; else empty
     */
    Dialler(
            Line line,
            InetAddress address,
            PortReserve ports,
            SpokenPrompts prompts,
            Consumer<Mail> urgent,
            LetGo letGo,
            Optional<String> drill) {
        this.line = line;
        this.address = address;
        this.ports = ports;
        this.prompts = prompts;
        this.urgent = urgent;
        this.letGo = letGo;
        this.drill = drill;
    }

    /**
     * A leg that has not been rung yet.
     *
     * @throws IOException when no port is to be had; the message is for the operator
     */
    FarLeg leg(int number, String target) throws IOException {
        return new FarLeg(number, target, ports.take(), prompts, urgent);
    }

    /** Asks the PBX to join the phone and the caller without us. */
    void handBack(FarLeg leg, CallerLine caller) {
        leg.handBack(line, caller.leg());
    }

    /** Sends its INVITE. */
    void ring(FarLeg leg, String dial) {
        leg.ring(line, dial, address, RING, drill, () -> letGo.note(dial, System.nanoTime()));
    }

    /** How long ago we ended a call to that number, ms; empty when not lately. */
    OptionalLong letGoMs(String dial) {
        return letGo.agoMs(dial, System.nanoTime());
    }
}

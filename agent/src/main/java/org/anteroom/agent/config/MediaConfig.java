package org.anteroom.agent.config;

import java.net.InetAddress;
import java.util.Optional;

/** Sound on the wire. */
@Key(doc = "Sound on the wire (RTP).")
public record MediaConfig(
        @Key(doc = "Our own address for sound; without it the one used for SIP.", example = "192.168.1.20")
                Optional<InetAddress> bind,
        @Key(
                        doc = "First port for RTP and RTCP, even. Each leg of a call takes two ports.",
                        preset = "16384",
                        min = 1024,
                        max = 65534)
                int firstPort,
        @Key(
                        doc = "Last port. Leave room for one caller and all phones of an on-call group per call.",
                        preset = "16583",
                        min = 1025,
                        max = 65535)
                int lastPort,
        @Key(doc = "Smallest delay of the jitter buffer in ms.", preset = "20", min = 0, max = 200)
                int minPlayoutDelayMs,
        @Key(doc = "Largest delay of the jitter buffer in ms.", preset = "200", min = 20, max = 500)
                int maxPlayoutDelayMs,
        @Key(
                        doc =
                                "Echo canceller on our own prompts: auto (that of rooms where its library is there) or off.",
                        preset = "auto")
                EchoCanceller echoCanceller) {}

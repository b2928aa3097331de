package org.anteroom.agent.rehearsal;

import java.nio.ByteBuffer;

/** Loudness of G.711 payloads (ITU-T G.711), for the packet clock only. */
final class G711 {

    private G711() {}

    /** Root mean square on the 16-bit scale of the bytes from {@code offset} to the limit. */
    static double rms(ByteBuffer packet, int offset, boolean muLaw) {
        int count = packet.limit() - offset;
        double energy = 0;
        for (int i = offset; i < packet.limit(); i++) {
            double sample = muLaw ? muLaw(packet.get(i)) : aLaw(packet.get(i));
            energy += sample * sample;
        }
        return count <= 0 ? 0 : Math.sqrt(energy / count);
    }

    private static int muLaw(byte code) {
        int bits = ~code & 0xff;
        int magnitude = (((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4);
        return (bits & 0x80) == 0 ? magnitude - 0x84 : 0x84 - magnitude;
    }

    private static int aLaw(byte code) {
        int bits = code ^ 0x55;
        int segment = (bits & 0x70) >> 4;
        int magnitude = ((bits & 0x0f) << 4) + 8;
        if (segment > 0) {
            magnitude = (magnitude + 0x100) << (segment - 1);
        }
        return (bits & 0x80) == 0 ? -magnitude : magnitude;
    }
}

package org.anteroom.agent.call;

import org.anteroom.agent.sip.AgreedStream;
import org.anteroom.agent.sip.AudioCodec;
import org.anteroom.media.Codec;
import org.anteroom.media.StreamDescription;

/** What SIP agreed on, in the words of media. */
final class Streams {
    private static final int STEP_MS = 10;
    private static final int LONGEST_MS = 60;

    private Streams() {}

    static StreamDescription of(AgreedStream agreed) {
        // We only receive keys, so the number that the peer sends them with is the one that counts.
        return new StreamDescription(
                agreed.remote(),
                agreed.codec() == AudioCodec.PCMA ? Codec.PCMA : Codec.PCMU,
                agreed.payloadType(),
                agreed.telephoneEventReceived().isPresent() ? agreed.telephoneEventReceived() : agreed.telephoneEvent(),
                packetMs(agreed.ptimeMs()),
                agreed.send(),
                agreed.receive());
    }

    private static int packetMs(int wished) {
        int whole = wished / STEP_MS * STEP_MS;
        return Math.min(LONGEST_MS, Math.max(STEP_MS, whole));
    }
}

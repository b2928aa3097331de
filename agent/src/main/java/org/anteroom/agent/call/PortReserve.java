package org.anteroom.agent.call;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.RtpPort;

/**
 * The ports of one call: one for the caller and {@value #LEGS} kept open for on-call phones, so that an emergency never
 * finds the range exhausted and no socket is opened between an alarm and its INVITEs. Mailbox only.
 */
final class PortReserve implements AutoCloseable {
    /** On-call phones that can ring at the same time whatever the other calls need. */
    static final int LEGS = 2;

    private final MediaEngine media;
    private final Deque<RtpPort> reserved = new ArrayDeque<>();

    private PortReserve(MediaEngine media, List<RtpPort> reserved) {
        this.media = media;
        this.reserved.addAll(reserved);
    }

    /**
     * Opens the reserve.
     *
     * @throws IOException when the range is exhausted; nothing is left open
     */
    static PortReserve open(MediaEngine media) throws IOException {
        PortReserve reserve = new PortReserve(media, List.of());
        try {
            for (int n = 0; n < LEGS; n++) {
                reserve.reserved.add(media.open());
            }
            return reserve;
        } catch (IOException e) {
            reserve.close();
            throw e;
        }
    }

    /** A port for an outbound leg: from the reserve, or a fresh one when that is used up. The taker closes it. */
    RtpPort take() throws IOException {
        RtpPort port = reserved.poll();
        return port == null ? media.open() : port;
    }

    @Override
    public void close() {
        for (RtpPort port = reserved.poll(); port != null; port = reserved.poll()) {
            port.close();
        }
    }
}

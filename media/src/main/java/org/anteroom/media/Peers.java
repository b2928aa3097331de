package org.anteroom.media;

import java.util.ArrayList;
import java.util.List;

/** The ports that a port is bridged with. Never changes, so that the media clock may read it while bridges are made. */
final class Peers {
    static final Peers NONE = new Peers(List.of());

    private final RtpPort[] ports;

    private Peers(List<RtpPort> ports) {
        this.ports = ports.toArray(new RtpPort[0]);
    }

    int count() {
        return ports.length;
    }

    boolean has(RtpPort port) {
        return ports().contains(port);
    }

    List<RtpPort> ports() {
        return List.of(ports);
    }

    Peers with(RtpPort port) {
        List<RtpPort> more = new ArrayList<>(ports());
        more.add(port);
        return new Peers(more);
    }

    Peers without(RtpPort port) {
        List<RtpPort> fewer = new ArrayList<>(ports());
        fewer.remove(port);
        return fewer.isEmpty() ? NONE : new Peers(fewer);
    }

    /** What they said in this tick, together; false, and nothing written, when there are none. Media clock only. */
    boolean mix(short[] into) {
        if (ports.length == 0) {
            return false;
        }
        System.arraycopy(ports[0].heard(), 0, into, 0, Pcm.FRAME);
        for (int p = 1; p < ports.length; p++) {
            Pcm.add(into, ports[p].heard());
        }
        return true;
    }
}

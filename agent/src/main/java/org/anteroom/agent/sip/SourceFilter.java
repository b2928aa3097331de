package org.anteroom.agent.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who may speak to the stack: the PBX's addresses, and our own probe. Any thread. */
final class SourceFilter {
    private final Set<InetSocketAddress> probes = ConcurrentHashMap.newKeySet();
    private volatile Set<InetAddress> pbx = Set.of();

    /** Replaces the PBX's addresses; a look-up that failed must not come here, so that calls that stand go on. */
    void allow(Set<InetAddress> addresses) {
        pbx = Set.copyOf(addresses);
    }

    void allowProbe(InetSocketAddress from) {
        probes.add(from);
    }

    void forgetProbe(InetSocketAddress from) {
        probes.remove(from);
    }

    boolean isProbe(InetAddress address, int port) {
        return probes.contains(new InetSocketAddress(address, port));
    }

    boolean accepts(InetAddress address, int port) {
        return pbx.contains(address) || isProbe(address, port);
    }
}

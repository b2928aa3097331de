package org.anteroom.media;

/**
 * Two ports that hear each other. A port may stand in two bridges, so that three people talk when each pair is bridged.
 * Making and breaking is serialised; the clock only reads who the peers are.
 */
final class Bridge implements Subscription {
    /** More voices than three can't be told apart on a telephone. */
    private static final int MOST_PEERS = 2;

    private static final Object MAKING = new Object();

    private final RtpPort one;
    private final RtpPort other;

    private Bridge(RtpPort one, RtpPort other) {
        this.one = one;
        this.other = other;
    }

    static Bridge between(RtpPort one, RtpPort other) {
        if (one == other) {
            throw new IllegalArgumentException("a port can't be bridged with itself");
        }
        synchronized (MAKING) {
            if (one.peers().has(other)) {
                throw new IllegalStateException("these ports are bridged already");
            }
            if (one.peers().count() == MOST_PEERS || other.peers().count() == MOST_PEERS) {
                throw new IllegalStateException("a port can be bridged with two others only: unbridge one first");
            }
            one.peers(one.peers().with(other));
            other.peers(other.peers().with(one));
            // Looked at after the peers are set, and end() looks at them after closing: one of the two sees the other.
            if (one.closing() || other.closing()) {
                part(one, other);
            }
        }
        return new Bridge(one, other);
    }

    /** Breaks the bridges that this port, which is closing, is part of, if any. The media clock waits for nobody when there are none. */
    static void end(RtpPort port) {
        if (port.peers().count() == 0) {
            return;
        }
        synchronized (MAKING) {
            for (RtpPort other : port.peers().ports()) {
                other.peers(other.peers().without(port));
            }
            port.peers(Peers.NONE);
        }
    }

    @Override
    public void close() {
        synchronized (MAKING) {
            part(one, other);
        }
    }

    private static void part(RtpPort one, RtpPort other) {
        one.peers(one.peers().without(other));
        other.peers(other.peers().without(one));
    }
}

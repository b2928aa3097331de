package org.anteroom.media;

/** Two ports that hear each other. Making and breaking is serialised; the clock only reads who the peer is. */
final class Bridge implements Subscription {
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
            if (one.peer() != null || other.peer() != null) {
                throw new IllegalStateException("a port can be bridged with one other only: unbridge it first");
            }
            one.peer(other);
            other.peer(one);
        }
        return new Bridge(one, other);
    }

    /** Breaks the bridge that this port is part of, if any. */
    static void end(RtpPort port) {
        synchronized (MAKING) {
            RtpPort other = port.peer();
            port.peer(null);
            if (other != null) {
                other.peer(null);
            }
        }
    }

    @Override
    public void close() {
        synchronized (MAKING) {
            if (one.peer() == other) {
                end(one);
            }
        }
    }
}

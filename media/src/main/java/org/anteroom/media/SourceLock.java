package org.anteroom.media;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose packets a stream listens to, and so where it sends (symmetric RTP, RFC 4961).
 *
 * <pre>
 *            signalled address: at once
 *            signalled host, other port: 2 packets in sequence
 *            other host (a phone behind NAT): 5, while the signalled one is silent
 *   open  ----------------------------------------------------------------------&gt;  locked
 *    ^                                                                                |
 *    +---- connect() with another remote ---------------------------------------------+
 *
 *   locked: everyone else is dropped, except, after 2 packets in sequence,
 *     - the signalled address itself; another port of its host when the lock is on another host
 *     - after 3 s of silence: the signalled host, the locked host, or whoever continues the locked SSRC and sequence
 * </pre>
 *
 * <p>For a second after the remote changed, the address locked before is not taken again: its last packets are still under way.
 * {@link #admit} runs on {@code rtp-in} only, {@link #locked} on any thread.
 */
final class SourceLock {
    static final long SILENCE_NANOS = 3_000_000_000L;
    private static final long LEFTOVER_NANOS = 1_000_000_000L;
    private static final int SAME_HOST_PACKETS = 2;
    private static final int OTHER_HOST_PACKETS = 5;
    private static final int CONTINUING_PACKETS = 3000;

    private @Nullable InetSocketAddress signalled;
    private @Nullable InetSocketAddress previous;
    private long signalledAt;
    private volatile @Nullable InetSocketAddress locked;
    private int lockedSsrc;
    private int lockedSequence;
    private long lastHeard;
    private @Nullable InetSocketAddress candidate;
    private int candidateSsrc;
    private int candidateSequence;
    private int candidatePackets;

    /** Takes the remote address of the latest description; opens the lock when it is another than before. */
    void signalled(InetSocketAddress remote, long now) {
        if (remote.equals(signalled)) {
            return;
        }
        signalled = remote;
        signalledAt = now;
        previous = locked;
        locked = null;
        candidate = null;
    }

    /** Whether a valid RTP packet from this source is listened to. */
    boolean admit(InetSocketAddress from, int ssrc, int sequence, long now) {
        InetSocketAddress current = locked;
        if (current != null && current.equals(from)) {
            heard(ssrc, sequence, now);
            return true;
        }
        int needed = current == null ? neededToLock(from, now) : neededToTakeOver(current, from, ssrc, sequence, now);
        if (needed == 0 || !inSequence(from, ssrc, sequence, needed)) {
            return false;
        }
        locked = from;
        candidate = null;
        heard(ssrc, sequence, now);
        return true;
    }

    private int neededToLock(InetSocketAddress from, long now) {
        if (from.equals(signalled)) {
            return 1;
        }
        if (from.equals(previous) && now - signalledAt < LEFTOVER_NANOS) {
            return 0;
        }
        return sameHost(from, signalled) ? SAME_HOST_PACKETS : OTHER_HOST_PACKETS;
    }

    private int neededToTakeOver(InetSocketAddress current, InetSocketAddress from, int ssrc, int sequence, long now) {
        boolean better = sameHost(from, signalled) && !sameHost(current, signalled);
        if (better || from.equals(signalled)) {
            return SAME_HOST_PACKETS;
        }
        if (now - lastHeard < SILENCE_NANOS) {
            return 0;
        }
        int ahead = (sequence - lockedSequence) & 0xFFFF;
        boolean continues = ssrc == lockedSsrc && ahead > 0 && ahead < CONTINUING_PACKETS;
        return continues || sameHost(from, signalled) || sameHost(from, current) ? SAME_HOST_PACKETS : 0;
    }

    private boolean inSequence(InetSocketAddress from, int ssrc, int sequence, int needed) {
        boolean next = from.equals(candidate) && ssrc == candidateSsrc && sequence == candidateSequence;
        candidatePackets = next ? candidatePackets + 1 : 1;
        candidate = from;
        candidateSsrc = ssrc;
        candidateSequence = (sequence + 1) & 0xFFFF;
        return candidatePackets >= needed;
    }

    private void heard(int ssrc, int sequence, long now) {
        lockedSsrc = ssrc;
        lockedSequence = sequence;
        lastHeard = now;
    }

    /** The address locked to, null while open. */
    @Nullable
    InetSocketAddress locked() {
        return locked;
    }

    private static boolean sameHost(InetSocketAddress a, @Nullable InetSocketAddress b) {
        return b != null && a.getAddress() != null && a.getAddress().equals(b.getAddress());
    }
}

package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceLockTest {
    private static final long MS = 1_000_000L;
    private static final InetSocketAddress SIGNALLED = new InetSocketAddress("192.0.2.1", 4000);
    private static final InetSocketAddress SAME_HOST = new InetSocketAddress("192.0.2.1", 5000);
    private static final InetSocketAddress BEHIND_NAT = new InetSocketAddress("198.51.100.7", 9000);
    private static final InetSocketAddress STRANGER = new InetSocketAddress("203.0.113.66", 6666);

    private final SourceLock lock = new SourceLock();

    @BeforeEach
    void describe() {
        lock.signalled(SIGNALLED, 0);
    }

    private boolean heard(InetSocketAddress from, int ssrc, int firstSequence, int packets, long fromMs) {
        boolean last = false;
        for (int i = 0; i < packets; i++) {
            last = lock.admit(from, ssrc, (firstSequence + i) & 0xFFFF, (fromMs + i * 20L) * MS);
        }
        return last;
    }

    @Test
    void locksToTheSignalledAddressAtOnce() {
        assertThat(heard(SIGNALLED, 1, 65_535, 1, 0)).isTrue();
        assertThat(lock.locked()).isEqualTo(SIGNALLED);
    }

    @Test
    void locksToAnotherPortOfTheSignalledHostAfterTwo() {
        assertThat(heard(SAME_HOST, 1, 65_535, 1, 0)).isFalse();
        assertThat(heard(SAME_HOST, 1, 0, 1, 20)).isTrue();
    }

    @Test
    void locksToAnotherHostOnlyAfterFiveInSequence() {
        assertThat(heard(BEHIND_NAT, 1, 10, 4, 0)).isFalse();
        assertThat(heard(BEHIND_NAT, 1, 20, 4, 100)).isFalse();
        assertThat(heard(BEHIND_NAT, 1, 24, 1, 200)).isTrue();
    }

    @Test
    void aStrangerNeverTakesOver() {
        heard(SIGNALLED, 1, 0, 10, 0);
        assertThat(heard(STRANGER, 2, 0, 500, 200)).isFalse();
        assertThat(heard(STRANGER, 2, 600, 50, 60_000))
                .as("not even after a minute of silence")
                .isFalse();
        assertThat(lock.locked()).isEqualTo(SIGNALLED);
    }

    @Test
    void theSignalledHostTakesOverFromAnotherHost() {
        heard(BEHIND_NAT, 1, 0, 5, 0);
        assertThat(heard(SIGNALLED, 2, 0, 1, 200)).isFalse();
        assertThat(heard(SIGNALLED, 2, 1, 1, 220)).isTrue();
        assertThat(heard(BEHIND_NAT, 1, 10, 20, 300)).isFalse();
    }

    @Test
    void aNewPortOfTheLockedHostIsFollowedAfterThreeSecondsOfSilence() {
        heard(SIGNALLED, 1, 0, 10, 0);
        assertThat(heard(SAME_HOST, 1, 10, 20, 200)).isFalse();
        assertThat(heard(SAME_HOST, 9, 50, 2, 4000)).isTrue();
    }

    @Test
    void theSameStreamFromAnotherHostIsFollowedAfterSilence() {
        heard(BEHIND_NAT, 1, 0, 10, 0);
        InetSocketAddress moved = new InetSocketAddress("198.51.100.8", 9000);
        assertThat(heard(moved, 1, 200, 2, 4000)).isTrue();
    }

    @Test
    void opensOnlyWhenTheRemoteAddressChanges() {
        heard(SAME_HOST, 1, 0, 5, 0);
        lock.signalled(SIGNALLED, 1000 * MS);
        assertThat(lock.locked()).isEqualTo(SAME_HOST);
        lock.signalled(BEHIND_NAT, 1000 * MS);
        assertThat(lock.locked()).isNull();
        assertThat(heard(SAME_HOST, 1, 5, 40, 1000))
                .as("packets still under way")
                .isFalse();
        assertThat(heard(BEHIND_NAT, 2, 0, 1, 1100)).isTrue();
    }

    @Test
    void theSourceBeforeIsTakenAgainWhenItGoesOn() {
        heard(SAME_HOST, 1, 0, 5, 0);
        lock.signalled(new InetSocketAddress("10.0.0.9", 4000), 1000 * MS);
        assertThat(heard(SAME_HOST, 1, 100, 5, 2100)).isTrue();
    }

    @Test
    void theSignalledAddressTakesOverFromAnotherPortOfItsHostAndKeepsIt() {
        heard(SAME_HOST, 1, 0, 10, 0);
        assertThat(heard(SIGNALLED, 2, 0, 2, 200)).isTrue();
        assertThat(heard(SAME_HOST, 1, 10, 50, 240)).isFalse();
        assertThat(lock.locked()).isEqualTo(SIGNALLED);
    }
}

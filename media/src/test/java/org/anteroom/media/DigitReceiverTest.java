package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DigitReceiverTest {
    private static final long MS = 1_000_000L;

    private final List<String> keys = new ArrayList<>();
    private final DigitReceiver receiver = new DigitReceiver((key, ms) -> keys.add(key + " " + ms));

    private record Packet(int ssrc, int timestamp, boolean marker, int event, boolean end, int duration) {}

    private void take(Packet packet, long nanos) {
        take(receiver, packet, nanos);
    }

    private static void take(DigitReceiver receiver, Packet packet, long nanos) {
        ByteBuffer data = ByteBuffer.allocate(16);
        RtpHeader.write(data, packet.marker(), 101, 1, packet.timestamp(), packet.ssrc());
        data.put((byte) packet.event()).put((byte) (packet.end() ? 0x8A : 0x0A)).putShort((short) packet.duration());
        data.flip();
        RtpHeader header = new RtpHeader();
        assertThat(header.read(data)).isTrue();
        assertThat(receiver.packet(header, data, nanos)).isTrue();
    }

    private static List<Packet> press(int event, int timestamp, int updates) {
        List<Packet> packets = new ArrayList<>();
        for (int i = 0; i < updates + 3; i++) {
            packets.add(new Packet(1, timestamp, i == 0, event, i >= updates, Math.min(i + 1, updates) * 160));
        }
        return packets;
    }

    private void takeAll(List<Packet> packets) {
        packets.forEach(packet -> take(packet, 0));
    }

    @Test
    void aShortPressIsToldAtItsEndOnce() {
        List<Packet> press = press(10, 5000, 3);
        takeAll(press.subList(0, 3));
        assertThat(keys).isEmpty();
        takeAll(press.subList(3, 6));
        assertThat(keys).containsExactly("* 60");
    }

    @Test
    void aHeldKeyIsToldAfter100MsAndNotAgainAtItsEnd() {
        List<Packet> press = press(1, 5000, 100);
        takeAll(press.subList(0, 5));
        assertThat(keys).containsExactly("1 100");
        takeAll(press.subList(5, 103));
        assertThat(keys).hasSize(1);
    }

    @Test
    void theSameKeyTwiceIsTwoKeys() {
        takeAll(press(5, 5000, 3));
        takeAll(press(5, 5000 + 900, 3));
        assertThat(keys).containsExactly("5 60", "5 60");
    }

    @Test
    void aKeyWhoseEndsAreAllLostIsToldByTime() {
        takeAll(press(7, 5000, 3).subList(0, 2));
        receiver.expire(100 * MS);
        assertThat(keys).isEmpty();
        receiver.expire(250 * MS);
        receiver.expire(900 * MS);
        assertThat(keys).containsExactly("7 40");
    }

    @Test
    void aKeyWhoseEndsAreAllLostIsToldAtTheNextOne() {
        takeAll(press(7, 5000, 3).subList(0, 2));
        takeAll(press(7, 6000, 3));
        assertThat(keys).containsExactly("7 40", "7 60");
    }

    @Test
    void aKeyWhoseStartIsLostIsTold() {
        takeAll(press(7, 5000, 3).subList(5, 6));
        assertThat(keys).containsExactly("7 60");
    }

    @Test
    void aKeyHeldBeyond16BitsGoesOnUnderALaterTimestamp() {
        take(new Packet(1, 1000, true, 3, false, 0xFFFF), 0);
        take(new Packet(1, 1000 + 0xFFFF, false, 3, false, 160), 0);
        take(new Packet(1, 1000 + 0xFFFF, false, 3, true, 800), 0);
        assertThat(keys).hasSize(1);
    }

    @Test
    void aSenderThatAdvancesTheTimestampOfEachPacketIsUnderstood() {
        for (int i = 0; i < 10; i++) {
            take(new Packet(1, 1000 + i * 160, i == 0, 3, i >= 7, 160 * (i + 1)), 0);
        }
        assertThat(keys).hasSize(1);
    }

    @Test
    void timestampsMayWrap() {
        takeAll(press(1, -100, 3));
        takeAll(press(2, 800, 3));
        assertThat(keys).containsExactly("1 60", "2 60");
    }

    @Test
    void anotherSourceIsAnotherKey() {
        takeAll(press(1, 5000, 3));
        take(new Packet(2, 17, true, 1, true, 400), 0);
        assertThat(keys).hasSize(2);
    }

    @Test
    void whatIsNoKeyOrTooShortIsLeftAlone() {
        take(new Packet(1, 0, true, 16, true, 800), 0);
        RtpHeader header = new RtpHeader();
        ByteBuffer data = ByteBuffer.allocate(15);
        RtpHeader.write(data, true, 101, 1, 1, 1);
        data.rewind();
        assertThat(header.read(data)).isTrue();
        assertThat(receiver.packet(header, data, 0)).isFalse();
        assertThat(keys).isEmpty();
    }

    @Property(tries = 500)
    void everyKeyIsToldExactlyOnceWhateverIsLostAsLongAsOnePacketComes(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 15) Integer> events,
            @ForAll @IntRange(min = 2, max = 30) int updates,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Character> told = new ArrayList<>();
        DigitReceiver fresh = new DigitReceiver((key, ms) -> told.add(key));
        int timestamp = random.nextInt();
        long nanos = 0;
        for (int event : events) {
            List<Packet> packets = press(event, timestamp, updates);
            List<Packet> kept = new ArrayList<>(
                    packets.stream().filter(packet -> random.nextInt(3) == 0).toList());
            if (kept.isEmpty()) {
                kept.add(packets.get(random.nextInt(packets.size())));
            }
            if (random.nextBoolean()) {
                Collections.swap(kept, 0, kept.size() - 1);
            }
            if (random.nextBoolean()) {
                kept.add(kept.get(random.nextInt(kept.size())));
            }
            for (Packet packet : kept) {
                take(fresh, packet, nanos);
            }
            timestamp += (updates + 5) * 160;
            nanos += (updates + 5) * 20 * MS;
        }
        fresh.expire(nanos + 1000 * MS);
        assertThat(told).hasSameSizeAs(events);
        for (int i = 0; i < told.size(); i++) {
            assertThat(told.get(i)).isEqualTo("0123456789*#ABCD".charAt(events.get(i)));
        }
    }
}

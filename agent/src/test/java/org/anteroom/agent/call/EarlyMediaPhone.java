package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.rehearsal.CallersSide;
import org.anteroom.agent.rehearsal.RawPhone;

/** A phone that plays something while it rings, as a carrier's announcement: 183 with a description, sound that
 *  beeps, and no answer. It takes one call, on a thread of its own.
 */
final class EarlyMediaPhone implements AutoCloseable {
    private static final int FRAME = 160;
    /** {@link CallersSide#BEEP_HZ} as a square wave. */
    private static final int PERIOD = 8;
    /** Loud in G.711's mu-law. */
    private static final byte HIGH = (byte) 0x90;

    private static final byte LOW = 0x10;

    private final RawPhone phone;
    private final DatagramSocket sound = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Integer> sent;

    /** It must be called within five seconds. */
    EarlyMediaPhone(RawPhone phone) throws IOException {
        this.phone = phone;
        this.sent = CompletableFuture.supplyAsync(this::ring);
    }

    private int ring() {
        try {
            String invite = phone.receive("INVITE");
            int port = Integer.parseInt(RawPhone.find(invite, "m=audio (\\d+) "));
            phone.answer(
                    invite,
                    "183 Session Progress",
                    "e",
                    Clinic.RAW_SOUND.replace("30300", Integer.toString(sound.getLocalPort())));
            CompletableFuture<String> cancel = CompletableFuture.supplyAsync(this::cancel);
            int packets = 0;
            for (long due = System.nanoTime(); !cancel.isDone(); due += TimeUnit.MILLISECONDS.toNanos(20)) {
                byte[] packet = packet(packets++);
                sound.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), port));
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            }
            phone.answer(cancel.join(), "200 OK", "e");
            phone.answer(invite, "487 Request Terminated", "e");
            return packets;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String cancel() {
        try {
            return phone.receive("CANCEL");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] packet(int number) {
        ByteBuffer packet = ByteBuffer.allocate(12 + FRAME);
        packet.put((byte) 0x80)
                .put((byte) 0)
                .putShort((short) number)
                .putInt(number * FRAME)
                .putInt(4711);
        for (int i = 0; i < FRAME; i++) {
            packet.put(i % PERIOD < PERIOD / 2 ? HIGH : LOW);
        }
        return packet.array();
    }

    /** It was cancelled, after it had played. */
    void hasPlayed() throws Exception {
        assertThat(sent.get(30, TimeUnit.SECONDS)).as("packets of early media").isGreaterThan(20);
    }

    @Override
    public void close() {
        sound.close();
        phone.close();
    }
}

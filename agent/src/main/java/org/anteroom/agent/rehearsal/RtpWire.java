package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.media.Codec;
import org.anteroom.media.G711;
import org.jspecify.annotations.Nullable;

/** The cable between a phone's RTP port and the network: passes every packet on unchanged and notes when it passed, so
 *  that figures come from the wire and not from the parts they judge.
 *  <pre>
 *      agent  <->  outside socket | this thread | inside socket  <->  the phone's RtpPort
 *  </pre>
 *  RTP only; RTCP ends at the phone. One thread per wire.
 */
final class RtpWire implements AutoCloseable {

    private static final int MOST_NOTED = 100_000;
    private static final int ATTEMPTS = 50;
    /** Static payload types (RFC 3551 section 6). */
    private static final int PCMU = 0;

    private static final int PCMA = 8;

    private final DatagramChannel outside;
    private final DatagramChannel inside;
    private final Selector selector;
    private final Thread thread;
    private final List<PacketSeen> packets = new ArrayList<>();
    private volatile @Nullable InetSocketAddress far;
    private final InetSocketAddress phone;

    /** @param phone where the phone's own port receives */
    RtpWire(InetSocketAddress phone) throws IOException {
        this(phone, SoundPorts.ANY);
    }

    /** The same on some ports only. */
    RtpWire(InetSocketAddress phone, SoundPorts ports) throws IOException {
        this.phone = phone;
        InetAddress address = phone.getAddress();
        this.outside = ports.any() ? evenPort(address) : evenPort(address, ports);
        this.inside = DatagramChannel.open().bind(new InetSocketAddress(address, 0));
        this.selector = Selector.open();
        for (DatagramChannel channel : List.of(outside, inside)) {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
        }
        this.thread = new Thread(this::pass, "wire-" + port());
        thread.setDaemon(true);
        thread.start();
    }

    private static DatagramChannel evenPort(InetAddress address) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            DatagramChannel channel = DatagramChannel.open().bind(new InetSocketAddress(address, 0));
            if (((InetSocketAddress) channel.getLocalAddress()).getPort() % 2 == 0) {
                return channel;
            }
            channel.close();
        }
        throw new IOException("No free even UDP port on " + address.getHostAddress() + " for a phone's sound.");
    }

    private static DatagramChannel evenPort(InetAddress address, SoundPorts ports) throws IOException {
        for (int port = ports.first() + ports.first() % 2; port <= ports.last(); port += 2) {
            DatagramChannel channel = DatagramChannel.open();
            try {
                return channel.bind(new InetSocketAddress(address, port));
            } catch (BindException taken) {
                channel.close();
            }
        }
        throw new IOException("No free UDP port on " + address.getHostAddress() + " from " + ports.first() + " to "
                + ports.last() + " for sound: see media.first-port and media.last-port.");
    }

    /** The port the network sees: the one to offer in SDP. */
    int port() {
        try {
            return ((InetSocketAddress) outside.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new IllegalStateException("The socket of a phone's sound is closed.", e);
        }
    }

    /** What the phone must take for the far end. */
    InetSocketAddress inside() throws IOException {
        return (InetSocketAddress) inside.getLocalAddress();
    }

    /** Where the far end receives. */
    void connect(InetSocketAddress remote) {
        far = remote;
    }

    /** Every packet so far, in the order it passed. */
    List<PacketSeen> packets() {
        synchronized (packets) {
            return List.copyOf(packets);
        }
    }

    /** The same, and forgets them: a wire notes the first {@value #MOST_NOTED} packets and no more. */
    List<PacketSeen> take() {
        synchronized (packets) {
            List<PacketSeen> taken = List.copyOf(packets);
            packets.clear();
            return taken;
        }
    }

    private void pass() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(2_048);
        try {
            while (selector.isOpen()) {
                selector.select();
                move(outside, inside, phone, true, buffer);
                InetSocketAddress remote = far;
                move(inside, outside, remote == null ? phone : remote, false, buffer);
                selector.selectedKeys().clear();
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException e) {
            // The sockets were closed under us: the call is over.
        }
    }

    private void move(DatagramChannel from, DatagramChannel to, InetSocketAddress where, boolean incoming, ByteBuffer b)
            throws IOException {
        while (true) {
            b.clear();
            SocketAddress source = from.receive(b);
            if (source == null) {
                return;
            }
            long nanos = System.nanoTime();
            b.flip();
            note(b, nanos, incoming);
            to.send(b, where);
        }
    }

    private void note(ByteBuffer packet, long nanos, boolean incoming) {
        if (packet.limit() < 12 || (packet.get(0) & 0xc0) != 0x80) {
            return;
        }
        int type = packet.get(1) & 0x7f;
        int header = 12 + 4 * (packet.get(0) & 0x0f);
        double rms = type == PCMU || type == PCMA ? rms(packet, header, type == PCMU ? Codec.PCMU : Codec.PCMA) : 0;
        PacketSeen seen =
                new PacketSeen(nanos, incoming, type, packet.getShort(2) & 0xffff, packet.getInt(4) & 0xffffffffL, rms);
        synchronized (packets) {
            if (packets.size() < MOST_NOTED) {
                packets.add(seen);
            }
        }
    }

    /** Root mean square on the 16-bit scale of the bytes from {@code offset} to the limit. */
    private static double rms(ByteBuffer packet, int offset, Codec codec) {
        int count = packet.limit() - offset;
        double energy = 0;
        for (int i = offset; i < packet.limit(); i++) {
            double sample = G711.decode(codec, packet.get(i));
            energy += sample * sample;
        }
        return count <= 0 ? 0 : Math.sqrt(energy / count);
    }

    @Override
    public void close() throws IOException {
        selector.close();
        outside.close();
        inside.close();
        Threads.join(thread);
    }
}

package org.anteroom.agent.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.Map;

/** The network cable between a machine and the PBX, for SIP over UDP: whoever sends to {@link #address} reaches the PBX from a
 *  port of its own, and is reached by it there, until the cable is pulled. One thread.
 */
final class Cable implements AutoCloseable {

    private static final int LARGEST = 65_536;

    private final InetSocketAddress pbx;
    private final Selector selector = Selector.open();
    private final DatagramChannel inside = bound();
    private final Map<SocketAddress, DatagramChannel> outside = new HashMap<>();
    private final ByteBuffer packet = ByteBuffer.allocate(LARGEST);
    private volatile boolean pulled;

    Cable(InetSocketAddress pbx) throws IOException {
        this.pbx = pbx;
        inside.register(selector, SelectionKey.OP_READ);
        Thread thread = new Thread(this::carry, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private static DatagramChannel bound() throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.getByName(Kamailio.ADDRESS), 0));
        channel.configureBlocking(false);
        return channel;
    }

    /** What a machine at the near end takes for the PBX. */
    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) inside.getLocalAddress();
    }

    /** From now on nothing passes. */
    void pull() {
        pulled = true;
    }

    /** From now on all passes. */
    void plug() {
        pulled = false;
    }

    private void carry() {
        try {
            while (selector.isOpen()) {
                selector.select(this::pass);
            }
        } catch (ClosedSelectorException closed) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("A cable broke.", e);
        }
    }

    private void pass(SelectionKey ready) {
        try {
            DatagramChannel from = (DatagramChannel) ready.channel();
            packet.clear();
            SocketAddress sender = from.receive(packet);
            if (sender == null || pulled) {
                return;
            }
            packet.flip();
            if (from == inside) {
                out(sender).send(packet, pbx);
            } else {
                inside.send(packet, (SocketAddress) ready.attachment());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A cable broke.", e);
        }
    }

    private DatagramChannel out(SocketAddress machine) throws IOException {
        DatagramChannel known = outside.get(machine);
        if (known != null) {
            return known;
        }
        DatagramChannel made = bound();
        made.register(selector, SelectionKey.OP_READ, machine);
        outside.put(machine, made);
        return made;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        inside.close();
        for (DatagramChannel each : outside.values()) {
            each.close();
        }
    }
}

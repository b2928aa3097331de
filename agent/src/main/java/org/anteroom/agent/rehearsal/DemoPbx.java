package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A small practice PBX inside the process, over real SIP on the loopback: digest registrar, record-routing proxy
 *  between its extensions, numbers, a fall-back for an extension that isn't registered, a hold key, faults on demand. Sound goes
 *  directly between the phones. It logs nothing. Own threads; every method from any thread.
 */
public final class DemoPbx implements AutoCloseable {

    private static final int MOST_TRIES = 10;

    private PbxPlan plan;
    private final Clock clock;
    private final List<Consumer<SipSeen>> listeners = new CopyOnWriteArrayList<>();
    private final Object registers = new Object();
    private volatile PbxProxy proxy;
    private volatile @Nullable PbxUdp udp;
    private volatile @Nullable PbxTcp tcp;

    /** Starts listening.
     *
     *  @throws UncheckedIOException when the address is taken
     */
    public DemoPbx(PbxPlan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
        this.proxy = new PbxProxy(plan, new Sockets(), clock, this::seen);
        open();
    }

    /** Where phones register. */
    public InetSocketAddress address() {
        return plan.address();
    }

    public boolean registered(String extension) {
        return proxy.registered(extension);
    }

    /** Whether the extension is registered now or within the time. */
    public boolean awaitRegistered(String extension, Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        synchronized (registers) {
            while (!registered(extension)) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                registers.wait(left);
            }
            return true;
        }
    }

    public int registrations() {
        return proxy.registrations();
    }

    /** Fails every new call to the extension that way, until {@link #mend}. */
    public void fail(String extension, PbxFault fault) {
        proxy.faults().put(extension, fault);
    }

    public void mend(String extension) {
        proxy.faults().remove(extension);
    }

    /** Follow-me: calls for {@code extension} ring {@code other} from now on and say so in a Diversion header. */
    public void divert(String extension, String other) {
        proxy.diversions().put(extension, other);
    }

    /** Presses the hold key of an extension during the newest call it answered.
     *
     *  @return whether the far end agreed, within the time
     */
    public boolean hold(String extension, Duration within) throws IOException, InterruptedException {
        return turn(extension, "sendonly", within);
    }

    /** The same as phones do it that let no sound pass either way meanwhile. */
    public boolean freeze(String extension, Duration within) throws IOException, InterruptedException {
        return turn(extension, "inactive", within);
    }

    /** Takes the call back that was held. */
    public boolean resume(String extension, Duration within) throws IOException, InterruptedException {
        return turn(extension, "sendrecv", within);
    }

    /** What it does with REFER in calls that begin from now on; at first nothing. */
    public void transfers(ReferManner how) {
        proxy.transfers(how);
    }

    /** Joins the two calls of the REFER that waits, or says that one of them has ended. */
    public void finishTransfer() throws IOException {
        proxy.finishTransfer();
    }

    private boolean turn(String extension, String direction, Duration within) throws IOException, InterruptedException {
        try {
            return proxy.turn(extension, direction).get(within.toNanos(), TimeUnit.NANOSECONDS) == 200;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The PBX failed to turn a call.", e);
        }
    }

    /** Tells the listener of every message that arrives, on the PBX's own threads: it must only note it. */
    public AutoCloseable watch(Consumer<SipSeen> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Goes away without a word, as a PBX that lost its power. */
    public synchronized void stop() {
        try {
            PbxTcp connections = tcp;
            if (connections != null) {
                connections.close();
            }
            PbxUdp socket = udp;
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo PBX could not close its sockets.", e);
        } finally {
            tcp = null;
            udp = null;
        }
    }

    /** Comes back on the same port having forgotten every registration and nonce; faults and diversions are gone too. */
    public synchronized void restart() {
        stop();
        proxy = new PbxProxy(plan, new Sockets(), clock, this::seen);
        open();
    }

    /** A port of the system's choice is one for UDP: when TCP has it taken, another is tried. */
    private synchronized void open() {
        PbxPlan wanted = plan;
        boolean any = wanted.address().getPort() == 0;
        for (int tries = any ? MOST_TRIES : 1; tcp == null; tries--) {
            try {
                PbxUdp socket = new PbxUdp(wanted.address(), this::received);
                udp = socket;
                plan = wanted.on(socket.local().getPort());
                tcp = new PbxTcp(plan.address(), this::received);
            } catch (IOException e) {
                String where = plan.address().toString();
                stop();
                if (tries <= 1) {
                    throw new UncheckedIOException(
                            "The demo PBX cannot listen on " + where + ": " + e.getMessage() + ".", e);
                }
            }
        }
    }

    private void received(byte[] data, int length, PbxPeer from, long nanos) throws IOException {
        Optional<SipText> message = SipText.parse(data, length);
        if (message.isPresent()) {
            proxy.received(message.get(), from, nanos);
        }
    }

    private void seen(SipSeen message) {
        if (message.method().equals("REGISTER")) {
            synchronized (registers) {
                registers.notifyAll();
            }
        }
        listeners.forEach(listener -> listener.accept(message));
    }

    @Override
    public void close() {
        stop();
    }

    private final class Sockets implements PbxProxy.Network {
        @Override
        public InetSocketAddress local() {
            return plan.address();
        }

        @Override
        public Optional<PbxPeer> peer(InetSocketAddress address, boolean overTcp) throws IOException {
            PbxUdp socket = udp;
            PbxTcp connections = tcp;
            if (overTcp) {
                return connections == null ? Optional.empty() : connections.peer(address);
            }
            return socket == null ? Optional.empty() : Optional.of(socket.peer(address));
        }
    }
}

package org.anteroom.agent.sip;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.anteroom.agent.watch.Pulse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One extension at the practice's PBX: keeps itself registered, brings incoming calls, makes outgoing ones.
 *
 * <p>It never gives up: an unreachable PBX or a wrong password is told once and tried again. Owned by the composition
 * root. Every method may be called on any thread; only {@link #start} and {@link #close} block.
 */
public final class Line implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final AtomicLong LEGS = new AtomicLong();

    private final LineSettings settings;
    private final SipCounters counters;
    private final LineListener listener;
    private final SourceFilter filter = new SourceFilter();
    private final LegTable table = new LegTable();
    private final LoopGuard loops;
    private final Outstanding outstanding = new Outstanding();
    private final SipThread thread;
    private final SipThread registering;
    private final Registration registration;
    private final Pulse legsPulse;
    private final Pulse registeringPulse;
    private volatile RegistrationState state = new RegistrationState.Stopped();
    private volatile Optional<InetSocketAddress> pbxAddress = Optional.empty();
    private volatile @Nullable Open open;
    private volatile boolean withdrawn;
    private volatile boolean closed;

    /** What exists from the moment the port is open. */
    private record Open(Wire wire, Switchboard switchboard, Probe probe) {
        void close() {
            probe.close();
            wire.stack().close();
        }
    }

    public Line(LineSettings settings, SipCounters counters, LineListener listener) {
        this.settings = settings;
        this.counters = counters;
        this.listener = listener;
        this.loops = new LoopGuard(settings.account());
        this.thread = new SipThread("line", counters);
        this.registering = new SipThread("register", counters);
        this.registration = new Registration(settings, this::reach, registering, counters, this::tell);
        this.legsPulse = new Pulse(answer -> thread.post(answer::run));
        this.registeringPulse = new Pulse(answer -> registering.post(answer::run));
    }

    /**
     * Opens the port and starts to register, unless {@link #withdraw} came first. Returns before the PBX has answered.
     *
     * @throws IOException when the local port can't be had; the message says what to change
     */
    public void start() throws IOException {
        try {
            reach();
        } catch (UnknownPbxException e) {
            LOG.debug("sip: the PBX's name is not known yet, the registration tells");
        }
        if (withdrawn) {
            registration.withdraw();
        } else {
            registration.want();
        }
    }

    /**
     * Calls a number through the PBX. Works also while not registered.
     *
     * @return the leg; its listener may hear of it before this returns
     */
    public CancellableLeg invite(OutgoingCall call, LegListener legListener) {
        Open now = open;
        String id = "out-" + LEGS.incrementAndGet();
        if (now == null || closed) {
            thread.post(() -> legListener.event(new LegEvent.Ended(EndCause.NO_RESPONSE)));
            return new UnplacedLeg(id);
        }
        counters.increment(SipCount.CALLS_OUT);
        OutgoingLeg leg = new OutgoingLeg(id, now.wire(), table, loops, call, legListener);
        thread.post(leg::start);
        return leg;
    }

    /**
     * Asks the PBX to join the far ends of two legs that stand, without us (RFC 5589 section 7). Both legs go on until they
     * are hung up, whatever the verdict; on {@link TransferVerdict.Joined} the PBX ends the replaced one, and we hang up the
     * other. Tells nothing when the PBX stays silent: wait with a clock of your own.
     *
     * @param referred the leg whose far end is asked to call
     * @param replaced the leg whose far end takes that call in the place of ours
     */
    public void transfer(Leg referred, Leg replaced, TransferListener told) {
        Open now = open;
        if (now == null || closed) {
            thread.post(() -> told.verdict(new TransferVerdict.Impossible("the line is not open")));
        } else {
            thread.post(() -> Transfer.begin(now.wire(), table, referred, replaced, told));
        }
    }

    /** Un-registers and answers 503 to new calls, so that the PBX's own fall-back takes them. Calls that stand go on. */
    public void withdraw() {
        setWithdrawn(true);
        registration.withdraw();
    }

    /** Registers again and takes calls again. */
    public void resume() {
        setWithdrawn(false);
        registration.want();
    }

    private void setWithdrawn(boolean on) {
        withdrawn = on;
        Open now = open;
        if (now != null) {
            now.switchboard().withdrawn(on);
        }
    }

    public RegistrationState registration() {
        return state;
    }

    /**
     * For how long the threads of legs and registration have left a question unanswered, ms. One that tries to reach a PBX
     * that is away answers, but for as long as a name is looked up or a connection tried.
     */
    public long silentMs(long nanos) {
        return closed ? 0 : Math.max(legsPulse.silentMs(nanos), registeringPulse.silentMs(nanos));
    }

    /** Where we listen, once the port is open. */
    public Optional<InetSocketAddress> localAddress() {
        Open now = open;
        return now == null ? Optional.empty() : Optional.of(now.wire().party().local());
    }

    /** Where the PBX sees us: another address than our own when something between translates addresses. Known once registered. */
    public Optional<InetSocketAddress> seenAt() {
        Open now = open;
        return now == null ? Optional.empty() : Optional.of(now.wire().party().reachable());
    }

    public TableSizes tables() {
        Open now = open;
        if (now == null) {
            return new TableSizes(0, 0, 0, 0, 0);
        }
        Stack stack = now.wire().stack();
        return new TableSizes(
                table.legs(),
                table.dialogs(),
                stack.clientTransactions(),
                stack.serverTransactions(),
                stack.connections());
    }

    /** Looks the PBX up and opens the port if it isn't; moves it when the machine's address has changed. */
    private synchronized Wire reach() throws IOException {
        LineSettings.Pbx pbx = settings.pbx();
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(pbx.host());
        } catch (UnknownHostException e) {
            throw new UnknownPbxException("The PBX's name " + pbx.host()
                    + " can't be resolved: check sip.pbx and the name server of this machine.");
        }
        filter.allow(Set.of(found));
        InetSocketAddress address = new InetSocketAddress(
                PbxAddresses.used(List.of(found), settings.local().address()), pbx.port());
        pbxAddress = Optional.of(address);
        InetAddress local = localAddressTowards(address);
        Open before = open;
        if (before != null) {
            boolean moved = !before.wire().party().local().getAddress().equals(local);
            if (!moved || table.legs() > 0) {
                return before.wire();
            }
            open = null;
            before.close();
        }
        return openAt(local);
    }

    private Wire openAt(InetAddress local) throws IOException {
        if (closed) {
            throw new IOException("The line is closed.");
        }
        InetSocketAddress bind = new InetSocketAddress(local, settings.local().port());
        Dispatcher dispatcher = new Dispatcher(thread, counters);
        Transport transport = settings.pbx().transport();
        Stack stack;
        try {
            stack = new Stack(
                    bind,
                    transport,
                    settings.limits(),
                    filter,
                    counters,
                    new PbxRouter(settings.pbx(), () -> pbxAddress),
                    dispatcher);
        } catch (BindException e) {
            throw new BindException("The local SIP address " + bind.getAddress().getHostAddress() + ":"
                    + bind.getPort() + " (" + transport
                    + ") can't be used: another program holds the port, or the address is not this machine's; see"
                    + " sip.bind and sip.port.");
        }
        LocalParty party = new LocalParty(settings, stack.local());
        Wire wire = new Wire(settings, thread, stack, party, new Digest(settings.account()), counters, outstanding);
        Switchboard board = new Switchboard(wire, table, loops, listener, () -> "in-" + LEGS.incrementAndGet());
        board.withdrawn(withdrawn);
        Probe probe = new Probe(
                stack.local(), transport, filter, counters, settings.timers().probe(), this::probed);
        open = new Open(wire, board, probe);
        dispatcher.connect(board);
        probe.start();
        return wire;
    }

    private InetAddress localAddressTowards(InetSocketAddress pbx) throws IOException {
        Optional<InetAddress> named = settings.local().address().filter(address -> !address.isAnyLocalAddress());
        if (named.isPresent()) {
            return named.get();
        }
        return Route.from(pbx);
    }

    private void probed(boolean answering) {
        String sentence = answering
                ? "The SIP port answers again."
                : "The SIP port doesn't answer our own requests any more: the service should be restarted.";
        LOG.warn("sip: {}", sentence);
        listener.health(answering, sentence);
    }

    private void tell(RegistrationState now) {
        RegistrationState before = state;
        boolean same = now instanceof RegistrationState.Failing failing
                ? before instanceof RegistrationState.Failing old
                        && old.sentence().equals(failing.sentence())
                : now.equals(before);
        state = now;
        if (same) {
            return;
        }
        if (now instanceof RegistrationState.Failing failing) {
            LOG.warn("sip: {} It is tried again.", failing.sentence());
        } else if (now instanceof RegistrationState.Registered registered) {
            LOG.info("sip: registered for {} s", registered.expires().toSeconds());
        }
        listener.registration(now);
    }

    /** Ends every leg (BYE, CANCEL), un-registers, closes the port. Bounded by {@link LineTimers#closing}. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        setWithdrawn(true);
        try {
            CountDownLatch ended = new CountDownLatch(1);
            thread.post(() -> {
                endAll();
                ended.countDown();
            });
            boolean inTime = ended.await(settings.timers().closing().toMillis(), TimeUnit.MILLISECONDS);
            registration.stop(outstanding);
            boolean answered = outstanding.awaitNone(settings.timers().closing());
            if (!inTime || !answered) {
                LOG.info("sip: closed before every farewell was answered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        registering.close();
        thread.close();
        Open last = open;
        if (last != null) {
            last.close();
        }
        state = new RegistrationState.Stopped();
    }

    private void endAll() throws Exception {
        for (Leg leg : table.all()) {
            if (leg instanceof IncomingCall call) {
                call.close(EndCause.LINE_CLOSED);
            } else if (leg instanceof OutgoingLeg call) {
                call.giveUp(EndCause.LINE_CLOSED);
            }
        }
    }
}

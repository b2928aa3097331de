package org.anteroom.agent.sip;

import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * One extension at the practice's PBX: keeps itself registered, brings incoming calls, makes outgoing ones.
 *
 * <p>It never gives up: an unreachable PBX or a wrong password is told once and tried again. Owned by the composition
 * root. Every method may be called on any thread; only {@link #start} and {@link #close} block.
 */
public final class Line implements AutoCloseable {
    private final LineSettings settings;
    private final SipCounters counters;
    private final LineListener listener;

    public Line(LineSettings settings, SipCounters counters, LineListener listener) {
        this.settings = settings;
        this.counters = counters;
        this.listener = listener;
    }

    /**
     * Opens the port and starts to register, unless {@link #withdraw} came first. Returns before the PBX has answered.
     *
     * @throws IOException when the local port can't be had; the message says what to change
     */
    public void start() throws IOException {
        if (settings.local().port() < 0) {
            throw new IOException("sip: the local port must be 0-65535, not "
                    + settings.local().port());
        }
        listener.registration(registration());
    }

    /**
     * Calls a number through the PBX. Works also while not registered.
     *
     * @return the leg; its listener may hear of it before this returns
     */
    public Leg invite(OutgoingCall call, LegListener legListener) {
        counters.increment(SipCount.CALLS_OUT);
        legListener.event(new LegEvent.Ended(EndCause.NO_RESPONSE));
        return new Leg() {
            @Override
            public String id() {
                return "unsent";
            }

            @Override
            public void hangUp() {}
        };
    }

    /** Un-registers and answers 503 to new calls, so that the PBX's own fall-back takes them. Calls that stand go on. */
    public void withdraw() {}

    /** Registers again and takes calls again. */
    public void resume() {}

    public RegistrationState registration() {
        return new RegistrationState.Stopped();
    }

    /** Where we listen, once started. */
    public InetSocketAddress localAddress() {
        return new InetSocketAddress(settings.local().port());
    }

    public TableSizes tables() {
        return new TableSizes(0, 0, 0, 0, 0);
    }

    /** Ends every leg (BYE, CANCEL), un-registers, closes the port. Bounded by {@link LineTimers#closing}. */
    @Override
    public void close() {}
}

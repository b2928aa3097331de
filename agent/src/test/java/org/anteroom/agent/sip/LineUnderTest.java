package org.anteroom.agent.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real line against a scripted PBX, with everything it tells kept in queues. */
final class LineUnderTest implements AutoCloseable, LineListener {
    static final AudioEndpoint ENDPOINT = new AudioEndpoint(InetAddress.getLoopbackAddress(), 30_000);

    /** Quick enough to test against, slow enough for a loaded machine. */
    static final LineTimers QUICK = new LineTimers(
            Duration.ofSeconds(60),
            Duration.ofSeconds(3),
            Duration.ofMillis(100),
            Duration.ofMillis(800),
            Duration.ofMillis(1_500),
            Duration.ofSeconds(1_800),
            Duration.ofSeconds(2),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(1));

    final SipCounters counters = new SipCounters();
    final Line line;
    final BlockingQueue<IncomingLeg> calls = new LinkedBlockingQueue<>();
    final BlockingQueue<OfferedSound> offers = new LinkedBlockingQueue<>();
    final BlockingQueue<Invitation> invitations = new LinkedBlockingQueue<>();
    final BlockingQueue<RegistrationState> states = new LinkedBlockingQueue<>();
    final BlockingQueue<Boolean> health = new LinkedBlockingQueue<>();
    final Heard heard = new Heard();

    LineUnderTest(ScriptedPbx pbx) throws IOException {
        this(pbx.settings(QUICK));
    }

    LineUnderTest(LineSettings settings) {
        line = new Line(settings, counters, this);
    }

    /** A line that is registered. */
    static LineUnderTest registered(ScriptedPbx pbx) throws IOException, InterruptedException {
        return registered(pbx, QUICK);
    }

    static LineUnderTest registered(ScriptedPbx pbx, LineTimers timers) throws IOException, InterruptedException {
        LineUnderTest test = new LineUnderTest(pbx.settings(timers));
        test.line.start();
        test.awaitState(RegistrationState.Registered.class);
        return test;
    }

    @Override
    public LegListener incoming(IncomingLeg leg, Invitation invitation) {
        invitations.add(invitation);
        calls.add(leg);
        return heard;
    }

    @Override
    public void offered(OfferedSound sound) {
        offers.add(sound);
    }

    @Override
    public void registration(RegistrationState state) {
        states.add(state);
    }

    @Override
    public void health(boolean answering, String sentence) {
        health.add(answering);
    }

    IncomingLeg awaitCall() throws InterruptedException {
        IncomingLeg leg = calls.poll(20, TimeUnit.SECONDS);
        if (leg == null) {
            throw new AssertionError("no call came within 20 s");
        }
        return leg;
    }

    <T extends RegistrationState> T awaitState(Class<T> type) throws InterruptedException {
        while (true) {
            RegistrationState state = states.poll(20, TimeUnit.SECONDS);
            if (state == null) {
                throw new AssertionError("no " + type.getSimpleName() + " within 20 s");
            }
            if (type.isInstance(state)) {
                return type.cast(state);
            }
        }
    }

    /** Calls a number and gives what is heard of it. */
    Heard call(String number, Duration ring) {
        Heard events = new Heard();
        line.invite(new OutgoingCall(number, ENDPOINT, ring), events);
        return events;
    }

    @Override
    public void close() {
        line.close();
    }
}

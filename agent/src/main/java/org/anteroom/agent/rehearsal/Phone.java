package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.anteroom.agent.sip.IncomingLeg;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.sip.LegListener;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.sip.LineListener;
import org.anteroom.agent.sip.LineSettings;
import org.anteroom.agent.sip.OutgoingCall;
import org.anteroom.agent.sip.RegistrationState;
import org.anteroom.agent.sip.Secret;
import org.anteroom.agent.sip.SipCounters;
import org.anteroom.media.MediaEngine;

/** A telephone that does what a script says: real SIP through a {@link Line} of its own, real RTP through a media engine
 *  that phones share and the agent doesn't. One thread per call it takes. Closing it hangs up everything.
 */
public final class Phone implements AutoCloseable {

    private static final int MOST_CALLS = 8;
    private static final int MOST_NOTED = 1_000;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration DIAL_FOR = Duration.ofSeconds(60);

    private final String extension;
    private final InetAddress local;
    private final SoundPorts ports;
    private final MediaEngine engine;
    private final Line line;
    private final CountDownLatch registered = new CountDownLatch(1);
    private final BlockingQueue<PhoneCall> taken = new LinkedBlockingQueue<>();
    private final List<PhoneCall> calls = new CopyOnWriteArrayList<>();
    private final List<Exception> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger rung = new AtomicInteger();
    private final BlockingQueue<Long> rang = new LinkedBlockingQueue<>(MOST_NOTED);
    private volatile Function<Invitation, Answering> answering = call -> Answering.busy();

    public Phone(PhoneSettings settings, MediaEngine engine) {
        this(
                new LineSettings.Pbx(
                        settings.pbx().getAddress().getHostAddress(),
                        settings.pbx().getPort(),
                        settings.transport(),
                        settings.domain()),
                LineSettings.Account.of(settings.extension(), Secret.of(settings.password())),
                settings.local(),
                SoundPorts.ANY,
                engine);
    }

    /** A phone with any account.
     *
     *  @param local address it uses for SIP and sound
     */
    public Phone(
            LineSettings.Pbx pbx,
            LineSettings.Account account,
            InetAddress local,
            SoundPorts ports,
            MediaEngine engine) {
        this.extension = account.user();
        this.local = local;
        this.ports = ports;
        this.engine = engine;
        this.line = new Line(
                LineSettings.of(pbx, account, new LineSettings.Local(Optional.of(local), 0)),
                new SipCounters(),
                new Ringing());
    }

    /** Makes it ready to call without registering: it is never rung. */
    public void onlyCalls() throws IOException {
        line.withdraw();
        line.start();
    }

    /** Registers; refuses to go on when that takes longer than {@code within}. */
    public void register(Duration within) throws IOException, InterruptedException {
        line.start();
        if (!registered.await(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("Phone " + extension + " was not registered within " + within.toSeconds() + " s: "
                    + line.registration());
        }
    }

    /** How calls are taken from now on; at first they are refused as busy. */
    public void answering(Answering how) {
        answering = call -> how;
    }

    /** The same, by what each call says of itself; asked on the line's thread, so it must return at once. */
    void answering(Function<Invitation, Answering> how) {
        answering = how;
    }

    /** Calls a number and returns at once; the caller closes the call. */
    public PhoneCall dial(String number) throws IOException {
        return dial(number, Optional.empty());
    }

    /** The same for the call of a drill, which says so by its token. */
    PhoneCall dial(String number, Optional<String> drillToken) throws IOException {
        PhoneCall call = open();
        call.on(line.invite(new OutgoingCall(number, call.endpoint(sound()), DIAL_FOR, drillToken), call::event));
        return call;
    }

    /** The next call this phone answered, in order; empty when there is none within the time. */
    public Optional<PhoneCall> nextTaken(Duration within) throws InterruptedException {
        return Optional.ofNullable(taken.poll(within.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** When it was rung next, by {@link System#nanoTime}; empty when it isn't within the time. */
    Optional<Long> nextRung(Duration within) throws InterruptedException {
        return Optional.ofNullable(rang.poll(within.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Forgets how often it was rung. */
    void forgetRung() {
        rang.clear();
        taken.clear();
    }

    /** How often it was rung. */
    public int rung() {
        return rung.get();
    }

    /** What went wrong in scripts of calls it took. */
    public List<Exception> failures() {
        return List.copyOf(failures);
    }

    private PhoneCall open() throws IOException {
        PhoneCall call = new PhoneCall(engine, sound(), ports);
        calls.add(call);
        return call;
    }

    private InetSocketAddress sound() {
        return new InetSocketAddress(local, 0);
    }

    private void take(IncomingLeg leg, PhoneCall call, Answering how) {
        try (call) {
            leg.ringing();
            if (call.awaitEnded(how.ringing())) {
                return;
            }
            leg.answer(call.endpoint(sound()));
            if (call.awaitAnswered(ANSWER_WITHIN)) {
                taken.add(call);
                how.script().play(call);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            failures.add(e);
        } finally {
            calls.remove(call);
        }
    }

    private final class Ringing implements LineListener {
        @Override
        public LegListener incoming(IncomingLeg leg, Invitation invitation) {
            int count = rung.incrementAndGet();
            rang.offer(System.nanoTime());
            Answering how = answering.apply(invitation);
            if (how.refuse().isPresent() || calls.size() >= MOST_CALLS) {
                leg.refuse(how.refuse().orElse(486));
                return event -> {};
            }
            try {
                PhoneCall call = open();
                call.on(leg);
                Thread thread = new Thread(() -> take(leg, call, how), "phone-" + extension + "-" + count);
                thread.setDaemon(true);
                thread.start();
                return call::event;
            } catch (IOException e) {
                failures.add(e);
                leg.refuse(503);
                return event -> {};
            }
        }

        @Override
        public void registration(RegistrationState state) {
            if (state instanceof RegistrationState.Registered) {
                registered.countDown();
            }
        }

        @Override
        public void health(boolean answering, String sentence) {}
    }

    @Override
    public void close() throws IOException {
        for (PhoneCall call : calls) {
            call.close();
        }
        line.close();
    }
}

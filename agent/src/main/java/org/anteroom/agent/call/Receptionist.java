package org.anteroom.agent.call;

import java.net.InetAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.anteroom.agent.dialogue.Conversation;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Target;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.sip.IncomingLeg;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.sip.LegListener;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.sip.LineListener;
import org.anteroom.agent.sip.RegistrationState;
import org.anteroom.agent.watch.Metric;

/**
 * Takes the calls that the PBX sends: decides at the door, makes a session of each. Owns the {@code call-*} threads and every
 * session; the parts and the line belong to the composition root, which closes this first.
 */
public final class Receptionist implements LineListener, AutoCloseable {
    private static final int EMERGENCY_SECONDS = 15;
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private volatile CallParts parts;
    private final OpenEmergencies emergencies;
    private final LetGo letGo = new LetGo();
    private final CallThreads threads;
    private final Optional<Mind> mind;
    private final Optional<Understanding> understanding;
    private final Recorder recorder;
    private volatile Door door;
    private final CallsUnderway calls = new CallsUnderway();
    private final ServedLine served;
    private final OwnPhoning own;
    private final ReturnCalls returns;
    private final LastCalls last;
    private final DrillTickets drills = new DrillTickets();
    private final DeskGuard deskFirst = new DeskGuard(calls::toDesk, this::simultaneous);
    private volatile Optional<HandOvers> handOvers = Optional.empty();
    private volatile Optional<StaffOverrides> overrides = Optional.empty();
    private volatile boolean closing;

    public Receptionist(CallParts parts) {
        this.emergencies = new OpenEmergencies(
                parts.duty().get().all().stream().map(Target::name).toList(), parts.observer());
        this.parts = parts.observedBy(emergencies);
        this.threads = new CallThreads(Math.max(2, Runtime.getRuntime().availableProcessors()), this::fault);
        this.mind = parts.scorer().map(scorer -> new Mind(scorer, parts.counters(), parts.health()));
        this.understanding = parts.meanings().map(meaning -> new Understanding(meaning, parts.counters()));
        this.served = new ServedLine(() -> this.parts, threads);
        this.own = new OwnPhoning(() -> this.parts, threads, emergencies, letGo, served);
        this.returns = new ReturnCalls(threads, new ReturnWorld(() -> this.parts, own, this::returned), this::fault);
        this.last = new LastCalls(calls, own, threads);
        this.recorder = new Recorder(parts.records().map(CallRecords::recordings), parts.alarms(), parts.counters());
        this.door = door(parts.settings());
        parts.counters().gauge(Metric.CALLS_ACTIVE, calls::callers);
        parts.counters().gauge(Metric.CALLS_MAILBOXES, calls::count);
        parts.counters().gauge(Metric.CALLS_MOST, this::simultaneous);
        parts.counters().gauge(Metric.RTP_PORTS_MOST, this::portPairs);
        emergencies.tell(calls::endDrills);
    }

    private static Door door(CallSettings settings) {
        return new Door(settings.calls().simultaneous(), settings.portPairs());
    }

    /** What recognises emergencies of calls to come. */
    public Detector detector() {
        return parts.detector();
    }

    /** What calls to come are talked with. */
    public Conversation conversation() {
        return parts.conversation();
    }

    /** Calls to come go by these choices; calls in progress keep theirs. Who is on call has been changed before this. */
    public void choose(CallChoices chosen) {
        CallParts now = parts;
        emergencies.know(now.duty().get().all().stream().map(Target::name).toList());
        parts = now.choosing(chosen);
        door = door(chosen.settings());
    }

    /**
     * Serves this line from now on. Call it before {@link Line#start}: a line that isn't fit to serve is withdrawn before it
     * registers.
     */
    public void serve(Line line) {
        served.serve(line);
    }

    /** Calls in progress, those whose caller has gone but whose phones still ring included. */
    public int calls() {
        return calls.count();
    }

    /** The same, each with what happens on it, the oldest first. */
    public List<CallNow> callsNow() {
        return calls.now();
    }

    /** How many callers are let in at once. */
    public int simultaneous() {
        return door.simultaneous();
    }

    /** How many RTP port pairs there are for all legs together. */
    public int portPairs() {
        return door.portPairs();
    }

    /** For how long the threads of calls have left a question unanswered, ms. */
    public long silentMs(long nanos) {
        return closing ? 0 : threads.silentMs(nanos);
    }

    /** Calls in which people on call ring, or talk to the caller; drills are none. */
    public int emergencies() {
        return calls.emergencies();
    }

    /** Whether the PBX sends calls here, as far as it has told us. */
    public boolean registered() {
        return served.registered();
    }

    /** What rings phones with no caller behind it, over the served line. */
    public OwnPhoning phoning() {
        return own;
    }

    /**
     * Leave for one drill call: the next call from the order's account that carries the token rings the order's phones, and
     * nothing of it counts as a caller's. It ends as soon as an emergency begins, or its place is needed.
     *
     * @throws IllegalStateException while an emergency is open, while calls could not be served well, or when no place would
     *     be left for a caller; the message is for the operator
     */
    public DrillPass drill(DrillOrder order) {
        if (!parts.health().fitToServe()) {
            throw new IllegalStateException(
                    "calls could not be served well just now, so the line is un-registered; 'anteroom alarms' says why");
        }
        if (emergencies.any()) {
            throw new IllegalStateException("an emergency is ringing or connected");
        }
        int phones = Math.max(0, order.phones().size() - PortReserve.LEGS);
        if (!room(Door.PAIRS_PER_CALL + phones)) {
            throw new IllegalStateException("too few calls or ports would be left for callers");
        }
        String token = drills.draw(order, System.nanoTime());
        return new DrillPass(token, () -> {
            drills.revoke(token);
            calls.endDrills();
        });
    }

    /** Whether one more caller would be let in when so many more ports are in use. */
    private boolean room(int ports) {
        return door.knock(served.fit(), calls.callers(), parts.media().openPorts() + ports) == Door.Answer.COME_IN;
    }

    @Override
    public LegListener incoming(IncomingLeg leg, Invitation invitation) {
        return drills.take(invitation, System.nanoTime())
                .map(order -> invited(leg, invitation, parts.forDrill(order), Optional.empty()))
                .orElseGet(() -> real(leg, invitation));
    }

    /** Takes calls about hand-overs from now on, or none any more; the composition root closes it. */
    public void handOvers(Optional<HandOvers> taking) {
        taking.ifPresent(one -> one.serve(own::means));
        handOvers = taking;
    }

    /** Takes calls about overrides from now on, or none any more; the composition root closes it. */
    public void overrides(Optional<StaffOverrides> taking) {
        overrides = taking;
    }

    private LegListener real(IncomingLeg leg, Invitation invitation) {
        CallParts now = parts;
        Optional<PinCall> pin = handOvers
                .flatMap(taking -> taking.knock(invitation))
                .or(() -> overrides.flatMap(taking -> taking.knock(invitation)));
        return invited(leg, invitation, pin.isPresent() ? now.forPin() : deskFirst.choose(now, invitation), pin);
    }

    private LegListener invited(IncomingLeg leg, Invitation invitation, CallParts parts, Optional<PinCall> pin) {
        parts.counters().increment(Metric.CALLS_OFFERED);
        int open = parts.media().openPorts();
        Consumer<Door.Answer> refused = answer -> refuse(parts, leg::refuse, answer);
        return admitted(new InvitedLeg(leg), CallOrigin.of(invitation), parts, pin, open, refused)
                .orElse(event -> {});
    }

    /** Its own port is open already, and counts with those that a call takes. */
    private Optional<LegListener> returned(CallerLeg leg, CallOrigin origin) {
        CallParts now = parts;
        return admitted(leg, origin, now, Optional.empty(), now.media().openPorts() - 1, refusal -> {});
    }

    /**
     * Lets a caller in, or not.
     *
     * @param open ports in use by others
     * @param refused told why not
     */
    private Optional<LegListener> admitted(
            CallerLeg leg,
            CallOrigin origin,
            CallParts parts,
            Optional<PinCall> pin,
            int open,
            Consumer<Door.Answer> refused) {
        Optional<InetAddress> address = served.address();
        boolean fit = address.isPresent() && served.fit();
        Door.Answer answer = door.knock(fit, calls.callers(), open);
        if (answer != Door.Answer.COME_IN || served.line().isEmpty() || address.isEmpty()) {
            refused.accept(answer);
            return Optional.empty();
        }
        CallSession session = new CallSession(
                newId(),
                parts.now(),
                threads,
                mind,
                pin.isEmpty() && !parts.settings().emergencyOnly() ? understanding : Optional.empty(),
                recorder,
                letGo,
                served.line().get(),
                address.get(),
                leg,
                origin,
                pin,
                this::over);
        calls.add(session);
        if (served.left()) {
            // Let in before the stop, kept after it looked: the threads that would run it may be gone.
            over(session);
            refused.accept(Door.Answer.OUT_OF_SERVICE);
            return Optional.empty();
        }
        session.begin();
        if (session.drill() ? emergencies.any() : !room(Door.PAIRS_PER_CALL)) {
            calls.endDrills();
        }
        return Optional.of(session.legListener());
    }

    /** Refuses a call that is not served, and counts it: the one place that does. */
    static void refuse(CallParts parts, IntConsumer leg, Door.Answer answer) {
        parts.counters().increment(Metric.CALLS_REFUSED);
        leg.accept(answer.status());
    }

    @Override
    public void registration(RegistrationState state) {
        served.registration(state);
    }

    @Override
    public void health(boolean answering, String sentence) {
        served.answering(answering, sentence);
    }

    /**
     * Lets nobody in any more and un-registers, then blocks until nobody is on the line. Ordinary calls may go on for that
     * time; those that then still do are handed to the desk where it is open, which may ring and talk to them for a while. A
     * call in which people on call ring or talk is waited for as long as it lasts; calls of our own for a minute at most.
     *
     * @param ordinary how long ordinary calls may go on
     */
    public void finish(Duration ordinary) throws InterruptedException {
        leave();
        long now = System.nanoTime();
        Duration deskRings = parts.settings().desk().number().isPresent()
                ? Duration.ofSeconds(parts.settings().desk().ringSeconds())
                : Duration.ZERO;
        last.windDown(WindDown.of(ordinary, deskRings, now), now);
    }

    /** Whether a stop still waits: for calls, or for whoever hears an alarm or a call-back by phone. */
    public boolean awaited() {
        return served.left() && (calls.count() > 0 || (!closing && own.underway()));
    }

    /** Whether it stops: nobody is let in any more. */
    public boolean stopping() {
        return served.left();
    }

    private void leave() {
        served.leave();
        calls.endDrills();
    }

    /**
     * Lets nobody in, un-registers, ends every call with what it leaves for staff, stops the threads. Bounded by about ten
     * seconds; by {@value #EMERGENCY_SECONDS} more while a caller needs a human or talks to one. {@link #finish} first cuts
     * nobody.
     */
    @Override
    public void close() {
        close(Duration.ofSeconds(EMERGENCY_SECONDS));
    }

    /** @param patience how long a call that needs a human, or has one, may go on */
    void close(Duration patience) {
        if (closing) {
            return;
        }
        closing = true;
        returns.close();
        own.close();
        leave();
        try {
            if (!last.end(patience)) {
                parts.counters().add(Metric.CALLS_FAILED, calls.count());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        understanding.ifPresent(Understanding::close);
        mind.ifPresent(Mind::close);
        threads.close();
        parts.records().ifPresent(records -> records.log().writeLate());
        recorder.close();
    }

    private void over(CallSession session) {
        calls.remove(session);
        emergencies.over(session.id());
        session.owed().ifPresent(returns::ask);
    }

    private void fault(Throwable fault) {
        parts.counters().increment(Metric.CALLS_FAILED);
        parts.alarms()
                .raise(
                        Alarm.Kind.CALL_FAILED,
                        "A call met a programming error (" + fault.getClass().getSimpleName() + ").",
                        "");
    }

    private String newId() {
        return ID.format(parts.clock().instant()) + "-"
                + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000000, 0x10000000));
    }
}

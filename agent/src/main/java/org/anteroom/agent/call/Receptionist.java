package org.anteroom.agent.call;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.anteroom.agent.dialogue.Conversation;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Target;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmPhone;
import org.anteroom.agent.notice.Undelivered;
import org.anteroom.agent.sip.IncomingLeg;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.sip.LegListener;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.sip.LineListener;
import org.anteroom.agent.sip.RegistrationState;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Metric;
import org.anteroom.media.ClockHealth;
import org.anteroom.speech.EarHealth;
import org.jspecify.annotations.Nullable;

/**
 * Takes the calls that the PBX sends: decides at the door, makes a session of each, and withdraws the line while calls could
 * not be served well, so that the PBX's own fall-back takes them. Owns the {@code call-*} threads and every session; the
 * parts and the line belong to the composition root, which closes this first.
 */
public final class Receptionist implements LineListener, AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration HEALTHY_BEFORE_RESUME = Duration.ofSeconds(5);
    /** What a call that ends may still store takes five seconds at most. */
    private static final Duration CALLS_END = Duration.ofSeconds(6);

    /** Whoever takes an alarm or a call-back by phone may hear it out: a minute at most after they answered. */
    private static final Duration OWN_CALLS_END = Duration.ofSeconds(60);

    private static final Duration STOP_LOOK = Duration.ofMillis(20);

    private static final int EMERGENCY_SECONDS = 15;
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private volatile CallParts parts;
    private final OpenEmergencies emergencies;
    private final LetGo letGo = new LetGo();
    private final CallThreads threads;
    private final Optional<Mind> mind;
    private final Recorder recorder;
    private volatile Door door;
    private final Map<String, CallSession> sessions = new ConcurrentHashMap<>();
    private final DrillTickets drills = new DrillTickets();
    private final HealthGate gate = new HealthGate(true, HEALTHY_BEFORE_RESUME);
    private volatile Optional<HandOvers> handOvers = Optional.empty();
    private final Set<OwnCalls> ownCalls = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Line line;
    private volatile boolean registered;
    /** Nobody new is let in. */
    private volatile boolean stopping;

    private volatile boolean closing;

    public Receptionist(CallParts parts) {
        this.emergencies = new OpenEmergencies(
                parts.duty().get().all().stream().map(Target::name).toList(), parts.observer());
        this.parts = parts.observedBy(emergencies);
        this.threads = new CallThreads(Math.max(2, Runtime.getRuntime().availableProcessors()), this::fault);
        this.mind = parts.scorer().map(scorer -> new Mind(scorer, parts.counters(), parts.health()));
        this.recorder = new Recorder(parts.records().map(CallRecords::recordings), parts.alarms(), parts.counters());
        this.door = door(parts.settings());
        parts.counters().gauge(Metric.CALLS_ACTIVE, this::callers);
        parts.counters().gauge(Metric.CALLS_MAILBOXES, this::calls);
        parts.counters().gauge(Metric.CALLS_MOST, this::simultaneous);
        parts.counters().gauge(Metric.RTP_PORTS_MOST, this::portPairs);
        emergencies.tell(this::endDrills);
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
        this.line = line;
        look();
        threads.every(LOOK, this::look);
    }

    /** Calls in progress, those whose caller has gone but whose phones still ring included. */
    public int calls() {
        return sessions.size();
    }

    /** The same, each with what happens on it, the oldest first. */
    public List<CallNow> callsNow() {
        return sessions.values().stream()
                .map(CallSession::now)
                .sorted(Comparator.comparing(CallNow::lasting).reversed())
                .toList();
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
        return (int) sessions.values().stream()
                .filter(session -> session.needsHuman() && !session.drill())
                .count();
    }

    /** Whether the PBX sends calls here, as far as it has told us. */
    public boolean registered() {
        return registered;
    }

    /** A test of the on-call phones over the served line. */
    public OncallTest oncallTest() {
        return new OncallTest(ownCalls());
    }

    /** What rings a phone for an alarm over the served line; while it stops only about an emergency that nobody takes. */
    public AlarmPhone alarmPhone() {
        return (number, kind, taken) -> {
            if (stopping && kind != Alarm.Kind.NOBODY_ANSWERS) {
                throw Undelivered.forNow("A phone can't be rung: the service is stopping.");
            }
            try {
                new AlarmCall(ownCalls(), number, kind, taken).ring();
            } catch (IllegalStateException e) {
                throw Undelivered.forNow("A phone can't be rung: " + e.getMessage() + ".");
            }
        };
    }

    /** Rings phones about a promised call-back, over the served line. */
    CompletableFuture<CallBackRing.Outcome> ringForCallBack(CallBackRing.Matter matter) {
        if (stopping) {
            return CompletableFuture.failedFuture(new IllegalStateException("the service stops"));
        }
        try {
            return new CallBackRing(ownCalls(), matter).run();
        } catch (IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What calls of our own are made with; refused, with a sentence for the operator, where there is no line. */
    private OwnCalls.Means ownCalls() {
        Line serving = line;
        if (serving == null || closing) {
            throw new IllegalStateException("the line is not served");
        }
        InetAddress address = address(serving)
                .orElseThrow(() -> new IllegalStateException("the PBX can't be reached: check its host name"));
        return new OwnCalls.Means(parts, threads, emergencies, letGo, serving, address, ownCalls);
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
            endDrills();
        });
    }

    /** Whether one more caller would be let in when so many more ports are in use. */
    private boolean room(int ports) {
        boolean fit = !stopping && parts.health().fitToServe();
        return door.knock(fit, callers(), parts.media().openPorts() + ports) == Door.Answer.COME_IN;
    }

    private int callers() {
        return (int)
                sessions.values().stream().filter(session -> !session.drill()).count();
    }

    private void endDrills() {
        sessions.values().stream().filter(CallSession::drill).forEach(CallSession::giveWay);
    }

    @Override
    public LegListener incoming(IncomingLeg leg, Invitation invitation) {
        return drills.take(invitation, System.nanoTime())
                .map(order -> incoming(leg, invitation, parts.forDrill(order), Optional.empty()))
                .orElseGet(() -> real(leg, invitation));
    }

    /** Takes calls about hand-overs from now on, or none any more; the composition root closes it. */
    public void handOvers(Optional<HandOvers> taking) {
        taking.ifPresent(one -> one.serve(this::ownCalls));
        handOvers = taking;
    }

    private LegListener real(IncomingLeg leg, Invitation invitation) {
        Optional<DutyCall> duty = handOvers.flatMap(taking -> taking.knock(invitation));
        return incoming(leg, invitation, duty.isPresent() ? parts.forHandOver() : parts, duty);
    }

    private LegListener incoming(IncomingLeg leg, Invitation invitation, CallParts parts, Optional<DutyCall> duty) {
        parts.counters().increment(Metric.CALLS_OFFERED);
        Line serving = line;
        Optional<InetAddress> address = serving == null ? Optional.empty() : address(serving);
        boolean fit = !stopping && address.isPresent() && parts.health().fitToServe();
        Door.Answer answer = door.knock(fit, callers(), parts.media().openPorts());
        if (answer != Door.Answer.COME_IN || serving == null || address.isEmpty()) {
            return refused(parts, leg, answer);
        }
        CallSession session = new CallSession(
                newId(),
                parts.now(),
                threads,
                mind,
                recorder,
                letGo,
                serving,
                address.get(),
                leg,
                invitation,
                duty,
                this::over);
        sessions.put(session.id(), session);
        if (stopping) {
            // Let in before the stop, kept after it looked: the threads that would run it may be gone.
            over(session);
            return refused(parts, leg, Door.Answer.OUT_OF_SERVICE);
        }
        session.begin();
        if (session.drill() ? emergencies.any() : !room(Door.PAIRS_PER_CALL)) {
            endDrills();
        }
        return session.legListener();
    }

    private static LegListener refused(CallParts parts, IncomingLeg leg, Door.Answer answer) {
        refuse(parts, leg, answer);
        return event -> {};
    }

    /** Refuses a call that is not served, and counts it: the one place that does. */
    static void refuse(CallParts parts, IncomingLeg leg, Door.Answer answer) {
        parts.counters().increment(Metric.CALLS_REFUSED);
        leg.refuse(answer.status());
    }

    @Override
    public void registration(RegistrationState state) {
        registered = state instanceof RegistrationState.Registered;
        if (state instanceof RegistrationState.Failing failing) {
            parts.health().report(Condition.LINE, false, failing.sentence());
        } else if (registered) {
            parts.health().report(Condition.LINE, true, "Registered at the PBX.");
        } else if (state instanceof RegistrationState.Withdrawn && !stopping) {
            parts.health()
                    .report(
                            Condition.LINE,
                            false,
                            "Un-registered because calls could not be served well: the PBX's fall-back takes"
                                    + " them. The alarm HEALTH says why.");
        }
    }

    @Override
    public void health(boolean answering, String sentence) {
        parts.health().report(Condition.LINE, answering && registered, sentence);
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
        WindDown plan = WindDown.of(ordinary, deskRings, now);
        sessions.values().forEach(session -> session.finish(plan));
        AtomicLong end = new AtomicLong(plan.endNanos());
        CountDownLatch gone = new CountDownLatch(1);
        CallThreads.Ticks looking = threads.every(STOP_LOOK, () -> {
            long nanos = System.nanoTime();
            if (emergencies() > 0) {
                end.set(plan.notBefore(nanos).endNanos());
            }
            boolean late = nanos - end.get() > CALLS_END.toNanos();
            boolean ours = !ownCalls.isEmpty() && nanos - now < OWN_CALLS_END.toNanos();
            if (emergencies() == 0 && (late || (sessions.isEmpty() && !ours))) {
                gone.countDown();
            }
        });
        gone.await();
        looking.cancel();
    }

    /** Whether a stop still waits: for calls, or for whoever hears an alarm or a call-back by phone. */
    public boolean awaited() {
        return stopping && (!sessions.isEmpty() || (!closing && !ownCalls.isEmpty()));
    }

    /** Whether it stops: nobody is let in any more. */
    public boolean stopping() {
        return stopping;
    }

    private void leave() {
        stopping = true;
        endDrills();
        Line serving = line;
        if (serving != null) {
            serving.withdraw();
        }
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
        leave();
        CountDownLatch gone = new CountDownLatch(1);
        long deadline = System.nanoTime() + patience.toNanos();
        sessions.values().forEach(session -> session.stop(deadline));
        threads.every(STOP_LOOK, () -> {
            if (sessions.isEmpty()) {
                gone.countDown();
            }
        });
        try {
            if (!gone.await(patience.plus(CALLS_END).toNanos(), TimeUnit.NANOSECONDS)) {
                parts.counters().add(Metric.CALLS_FAILED, sessions.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        mind.ifPresent(Mind::close);
        threads.close();
        parts.records().ifPresent(records -> records.log().writeLate());
        recorder.close();
    }

    /** Looks at clock and recogniser; withdraws or resumes. On {@code call-timer}. */
    private void look() {
        ClockHealth clock = parts.media().clockHealth();
        parts.health()
                .report(
                        Condition.MEDIA_CLOCK,
                        clock.healthy(),
                        clock.healthy()
                                ? "Sound leaves on time."
                                : "Sound leaves late by up to " + Math.round(clock.lateMaxMs())
                                        + " ms: the machine is overloaded or was suspended. Calls go to the PBX's"
                                        + " fall-back until it has been on time for some seconds; if that takes longer than a"
                                        + " minute, stop what else runs there, or restart the service.");
        EarHealth ears = parts.ears().health();
        parts.health().report(Condition.RECOGNISER, ears.healthy() && threads.talking(), ears.sentence());
        // What could not be written during a call is, as soon as the disk takes it.
        if (parts.health().ok(Condition.RECORDS)) {
            parts.records().ifPresent(records -> records.log().writeLate());
        }
        Line serving = line;
        if (serving == null || stopping) {
            return;
        }
        switch (gate.look(parts.health().fitToServe(), System.nanoTime())) {
            case WITHDRAW -> serving.withdraw();
            case RESUME -> serving.resume();
            case STAY -> {}
        }
    }

    /** Our own address for sound: the configured one, or the one SIP uses. */
    private Optional<InetAddress> address(Line serving) {
        return parts.settings().media().bind().or(() -> serving.localAddress().map(InetSocketAddress::getAddress));
    }

    private void over(CallSession session) {
        sessions.remove(session.id());
        emergencies.over(session.id());
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

package org.anteroom.agent.call;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.anteroom.agent.emergency.Clause;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.sip.AudioEndpoint;
import org.anteroom.agent.sip.CallReason;
import org.anteroom.agent.sip.LegListener;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.watch.LogContext;
import org.anteroom.agent.watch.Metric;
import org.anteroom.media.RtpPort;
import org.jspecify.annotations.Nullable;

/**
 * One call as an actor: everything that happens on it arrives as {@link Mail} and is dealt with one at a time, on the shared
 * {@code call-*} threads, without locks. Opens what the call needs, keeps its journal written, closes everything at the end.
 */
final class CallSession {
    private static final int MAILBOX = 512;
    private static final Duration TICK = Duration.ofMillis(50);
    private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** A call that keeps failing is ended: its caller is better off with the PBX's fall-back. */
    private static final int MOST_FAULTS = 20;

    private static final String GAVE_WAY = "gave way";

    private final String id;
    private final CallParts parts;
    private final CallThreads threads;
    private final Optional<Mind> mind;
    private final Optional<Understanding> understanding;
    private final Line line;
    private final InetAddress address;
    private final CallerLeg leg;
    private final Optional<String> callerNumber;
    private final Optional<String> drillToken;
    private final Optional<PinCall> pin;
    private final boolean blocked;
    private final Optional<CallReason> reason;
    private final Optional<Returning> returning;
    private final Consumer<CallSession> over;
    private final Recorder recorder;
    private final LetGo letGo;
    private final Mailbox<Mail> mailbox;
    private final AtomicBoolean ticking = new AtomicBoolean();
    private final long beganNanos = System.nanoTime();
    private final Instant began;
    private final CallJournal journal = new CallJournal(beganNanos);
    private final CallTrace trace;
    /** As the call left it after its last mail; written in the mailbox, read by who looks on. */
    private volatile CallState stage = CallState.ARRIVING;

    private @Nullable LiveCall live;
    private @Nullable PortReserve ports;
    private @Nullable Requests requests;
    private CallThreads.@Nullable Ticks ticks;
    private long flushed = beganNanos;
    private boolean writing;
    private int faults;
    private volatile boolean needsHuman;
    /** Whether people on call were ever needed. */
    private boolean needed;

    CallSession(
            String id,
            CallParts parts,
            CallThreads threads,
            Optional<Mind> mind,
            Optional<Understanding> understanding,
            Recorder recorder,
            LetGo letGo,
            Line line,
            InetAddress address,
            CallerLeg leg,
            CallOrigin origin,
            Optional<PinCall> pin,
            Consumer<CallSession> over) {
        this.id = id;
        this.pin = pin;
        boolean drill = parts.settings().drill();
        this.returning = origin.returned();
        this.blocked = pin.isEmpty()
                && returning.isEmpty()
                && !drill
                && parts.settings().blocks(origin.caller());
        this.reason = pin.isPresent() || drill || blocked ? Optional.empty() : origin.reason();
        this.parts = blocked ? parts.forBlocked() : parts;
        this.threads = threads;
        this.mind = mind;
        this.understanding = understanding;
        this.recorder = recorder;
        this.letGo = letGo;
        this.line = line;
        this.address = address;
        this.leg = leg;
        this.callerNumber = origin.caller().map(CallSession::digits).filter(digits -> !digits.isEmpty());
        this.drillToken = drill ? origin.drillToken() : Optional.empty();
        this.over = over;
        this.began = parts.clock().instant();
        if (drill) {
            journal.note(beganNanos, CallJournal.Kind.CALL, "drill");
        }
        if (blocked) {
            journal.note(beganNanos, CallJournal.Kind.CALL, "blocked");
        }
        pin.ifPresent(call -> journal.note(beganNanos, CallJournal.Kind.CALL, call.about()));
        returning.ifPresent(back -> journal.note(
                beganNanos,
                CallJournal.Kind.CALL,
                "called back, as asked for in " + back.order().call()));
        this.trace = new CallTrace(id, journal, parts.observer(), parts.counters(), parts.latencies(), pin.isPresent());
        this.mailbox = new Mailbox<>(threads, MAILBOX, this::receive, this::fault);
    }

    String id() {
        return id;
    }

    boolean drill() {
        return parts.settings().drill();
    }

    /** As it stands. Any thread. */
    CallNow now() {
        Optional<PinCall> typing = pin.filter(call -> stage == CallState.TALKING);
        Duration lasting = Duration.ofNanos(System.nanoTime() - beganNanos);
        return new CallNow(id, lasting, typing.map(PinCall::words).orElseGet(stage::words), drill());
    }

    /** Whether the front desk rings for it. Any thread. */
    boolean toDesk() {
        return stage == CallState.TO_DESK;
    }

    /** Whether people on call ring, or talk to the caller. Any thread. */
    boolean needsHuman() {
        return needsHuman;
    }

    /** What the caller hung up to be called back for; empty where the call needed people: whether to ring is theirs then. */
    Optional<ReturnOrder> owed() {
        Requests asked = requests;
        return asked == null || needed ? Optional.empty() : asked.owed();
    }

    /** What the caller's leg reports to. */
    LegListener legListener() {
        return event -> post(new Mail.CallerLeg(event));
    }

    /** Opens the sound and answers. */
    void begin() {
        post(new Mail.Admitted());
    }

    /** Lets the call end because the service stops; one that needs a human, or has one, goes on as long as it lasts. */
    void finish(WindDown plan) {
        urgent(new Mail.Finish(plan));
    }

    /** Ends the call because the service is closed; one that needs a human, or has one, goes on until the deadline. */
    void stop(long deadlineNanos) {
        urgent(new Mail.Stop(deadlineNanos));
    }

    /** Ends a drill at once and lets go of its phones: somebody needs them, or it is over. */
    void giveWay() {
        urgent(new Mail.GiveWay());
    }

    private void post(Mail mail) {
        if (!mailbox.post(mail)) {
            parts.counters().increment(Metric.CALLS_MAILBOX_DROPPED);
        }
    }

    private void urgent(Mail mail) {
        if (!mailbox.urgent(mail)) {
            parts.counters().increment(Metric.CALLS_MAILBOX_DROPPED);
        }
    }

    private void tick() {
        if (ticking.compareAndSet(false, true) && !mailbox.post(new Mail.Tick(System.nanoTime()))) {
            ticking.set(false);
        }
    }

    /** Whatever is logged meanwhile is about this call. */
    private void receive(Mail mail) {
        LogContext.about(id, () -> on(mail));
    }

    private void on(Mail mail) {
        if (mail instanceof Mail.Admitted) {
            open();
            return;
        }
        LiveCall call = live;
        if (call == null) {
            if (mail instanceof Mail.Stop || mail instanceof Mail.Finish || mail instanceof Mail.GiveWay) {
                // It came before the call was opened.
                Receptionist.refuse(parts, leg::refuse, Door.Answer.OUT_OF_SERVICE);
                finish();
            }
            return;
        }
        if (mail instanceof Mail.CallerHeard heard) {
            call.heard(heard.heard(), heard.nanos());
        } else if (mail instanceof Mail.CallerScored scored) {
            call.scored(scored.scored(), scored.nanos());
        } else if (mail instanceof Mail.CallerMeant meant) {
            call.meant(meant);
        } else if (mail instanceof Mail.CallerKey key) {
            call.key(key.digit().key(), key.nanos());
        } else if (mail instanceof Mail.CallerPlayback playback) {
            call.playback(playback);
        } else if (mail instanceof Mail.CallerLeg caller) {
            call.leg(caller.event(), System.nanoTime());
        } else if (mail instanceof Mail.Stepped stepped) {
            call.stepped(stepped);
        } else if (mail instanceof Mail.StepFailed failed) {
            call.conversationFailed(failed.fault().getClass().getSimpleName(), System.nanoTime());
        } else if (mail instanceof Mail.Stored stored) {
            call.stored(stored.outcome(), System.nanoTime());
        } else if (mail instanceof Mail.DutyTold told) {
            call.told(told.news(), System.nanoTime());
        } else if (mail instanceof Mail.JournalWritten written) {
            written(written.unwritten());
        } else if (mail instanceof Mail.Tick tick) {
            ticking.set(false);
            call.tick(tick.nanos());
        } else if (mail instanceof Mail.Finish finish) {
            call.finish(finish.plan(), System.nanoTime());
        } else if (mail instanceof Mail.Stop stop) {
            call.stop(stop.deadlineNanos(), System.nanoTime());
        } else if (mail instanceof Mail.GiveWay) {
            call.end(GAVE_WAY, System.nanoTime());
        } else {
            call.far(mail);
        }
        after(call);
    }

    private void open() {
        try {
            PortReserve reserve = PortReserve.open(parts.media());
            ports = reserve;
            RtpPort port = leg.port(parts.media());
            CallerLine caller = new CallerLine(leg.leg(), port, parts.ears(), this::urgent);
            Dialler dialler = new Dialler(line, address, reserve, parts.prompts(), this::urgent, letGo, drillToken);
            Consumer<Clause> judge = mind.<Consumer<Clause>>map(thread ->
                            thread.slot(scored -> urgent(new Mail.CallerScored(scored, System.nanoTime())))::judge)
                    .orElse(clause -> {});
            TurnInMind.Asking turns = understanding
                    .<TurnInMind.Asking>map(thread -> (turn, words) ->
                            thread.ask(words, found -> post(new Mail.CallerMeant(turn, found, System.nanoTime()))))
                    .orElse(TurnInMind.Asking.NONE);
            CallLegs legs = new CallLegs(
                    caller,
                    dialler,
                    callerNumber,
                    reason,
                    returning.map(Returning::call),
                    (utterance, event, nanos) -> urgent(new Mail.CallerPlayback(utterance, event, nanos)),
                    judge,
                    turns);
            Talk talk =
                    new Talk(parts.conversation().start(), conversation(), threads, this::post, parts.clock()::instant);
            Requests asked = Requests.of(parts, id, port, recorder, this::post, pin, returning);
            requests = asked;
            live = new LiveCall(parts, legs, talk, asked, trace);
            ticks = threads.every(TICK, this::tick);
            leg.answer(new AudioEndpoint(address, port.localPort()), legListener());
        } catch (IOException | RuntimeException | LinkageError e) {
            parts.alarms()
                    .raise(
                            Alarm.Kind.CALL_FAILED,
                            "A call could not be answered and was left to the PBX: " + e.getMessage(),
                            id);
            parts.counters().increment(Metric.CALLS_FAILED);
            leg.refuse(Door.Answer.OUT_OF_SERVICE.status());
            finish();
        }
    }

    private Talk.Mind conversation() {
        if (blocked) {
            return new BlockedTalk(parts.settings().practice().spokenName());
        }
        return pin.<Talk.Mind>map(call -> call).orElse(parts.conversation()::step);
    }

    private void after(LiveCall call) {
        stage = call.state();
        long nanos = System.nanoTime();
        needsHuman = call.needsHuman();
        needed |= needsHuman;
        boolean ended = !call.ended().isEmpty();
        if (journal.waiting() && (ended || nanos - flushed > FLUSH_NANOS)) {
            flushed = nanos;
            write(call);
        }
        if (call.finished(nanos)) {
            finish();
        }
    }

    /** Hands what the journal holds to the disk; what can't be written is tried again with the next second. */
    @SuppressWarnings("FutureReturnValueIgnored") // both outcomes come back as mail
    private void write(LiveCall call) {
        if (parts.records().isEmpty() || writing || !journal.waiting()) {
            return;
        }
        List<CallJournal.Entry> entries = journal.take();
        Optional<Instant> ended = call.ended().isEmpty()
                ? Optional.empty()
                : Optional.of(parts.clock().instant());
        CallLog.Page page = new CallLog.Page(id, began, callerNumber, ended, call.ended(), entries, drill());
        writing = true;
        CallLog log = parts.records().get().log();
        CompletableFuture<Boolean> written = log.write(page);
        written.thenRun(() -> mailbox.post(new Mail.JournalWritten(List.of())));
        written.exceptionally(failure -> {
            if (!mailbox.post(new Mail.JournalWritten(entries)) && !log.later(page)) {
                parts.alarms().raise(Alarm.Kind.RECORDS, "The journal of a call could not be stored.", id);
            }
            return false;
        });
    }

    private void written(List<CallJournal.Entry> unwritten) {
        writing = false;
        journal.giveBack(unwritten);
    }

    private void finish() {
        CallThreads.Ticks ticker = ticks;
        if (ticker != null) {
            ticker.cancel();
        }
        LiveCall call = live;
        live = null;
        try {
            if (call != null) {
                call.close();
            }
        } finally {
            if (call != null) {
                // The last page doesn't wait for the one before: the store keeps their order.
                writing = false;
                write(call);
            }
            PortReserve reserve = ports;
            if (reserve != null) {
                reserve.close();
            }
            mailbox.close();
            over.accept(this);
        }
    }

    /** A programming error in this call: the caller goes to a person; if that keeps failing too, to the PBX. */
    private void fault(Throwable fault) {
        parts.counters().increment(Metric.CALLS_FAILED);
        String what = fault.getClass().getSimpleName();
        trace.fault(what, System.nanoTime());
        parts.alarms().raise(Alarm.Kind.CALL_FAILED, "A call met a programming error (" + what + ").", id);
        LiveCall call = live;
        if (call == null) {
            return;
        }
        try {
            if (++faults > MOST_FAULTS) {
                call.end("too many faults", System.nanoTime());
                finish();
            } else {
                call.conversationFailed(what, System.nanoTime());
            }
        } catch (RuntimeException again) {
            parts.counters().increment(Metric.CALLS_FAILED);
        }
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }
}

package org.anteroom.agent.call;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.dialogue.Act;
import org.anteroom.agent.dialogue.CallFacts;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.Listen;
import org.anteroom.agent.dialogue.Slot;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.dialogue.Wordings;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.watch.Metric;

/**
 * The conversation's side of one call: what the caller said, typed or left unsaid becomes its inputs; what it wants is
 * carried out, as long as the conversation has the line. Mailbox only.
 */
final class Conversing {
    private static final long FILLER_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** What the conversation may want of the call. */
    interface Call {
        /** Whether the conversation has the line. */
        boolean conversing();

        void decided(Decision decision, long nanos);

        void transfer(Act.Transfer transfer, long nanos);

        /** Hang up when all is said. */
        void leave(long nanos);

        /** The conversation can't go on: the caller needs a person. */
        void conversationLost(long nanos);
    }

    private final CallParts parts;
    private final Talk talk;
    private final Turn turn;
    private final TurnInMind inMind;
    private final Prompter prompter;
    private final CallerLine caller;
    private final Requests requests;
    private final CallTrace trace;
    private final Call call;
    private final Wordings wordings;
    private final SilenceTimer silence = new SilenceTimer();
    private final KeyEntry keys = new KeyEntry();
    private final long limitNanos;
    private boolean bargeIn = true;
    private boolean overridden;
    private long quietSince;

    Conversing(
            CallParts parts,
            Talk talk,
            Turn turn,
            TurnInMind inMind,
            Prompter prompter,
            CallerLine caller,
            Requests requests,
            CallTrace trace,
            Call call) {
        this.parts = parts;
        this.talk = talk;
        this.turn = turn;
        this.inMind = inMind;
        this.prompter = prompter;
        this.caller = caller;
        this.requests = requests;
        this.trace = trace;
        this.call = call;
        this.limitNanos = TimeUnit.SECONDS.toNanos(parts.settings().calls().silenceSeconds());
        this.wordings = new Wordings(parts.catalogue());
    }

    SilenceTimer silence() {
        return silence;
    }

    // ---- inputs

    void begin(CallFacts facts, long nanos) {
        overridden = false;
        quietSince = nanos;
        put(new Input.Began(facts), nanos);
    }

    /** The caller speaks or types over us. */
    void interrupt(long nanos) {
        if (bargeIn && call.conversing() && prompter.interrupt()) {
            trace.bargedIn(nanos);
        }
    }

    void said(Input.Said said, int speechEndMs, long nanos) {
        if (call.conversing()) {
            interrupt(nanos);
            trace.begins(Latency.SPEECH_TO_ANSWER, caller.clock().nanosAt(speechEndMs));
            putOff(nanos);
            if (!inMind.keeps(said, nanos)) {
                put(said, nanos);
            }
        }
    }

    /** What a turn is for has been found out, or can't be. */
    void meant(Mail.CallerMeant meant) {
        inMind.answered(meant.turn(), meant.understood()).ifPresent(said -> talk.put(said, meant.nanos()));
    }

    /** Whether keys are being collected to a number. */
    boolean entering() {
        return keys.entry();
    }

    /** A key that is no emergency. {@code personAsked}: the detector takes it for the wish for a person. */
    void key(char key, boolean personAsked, long nanos) {
        if (!call.conversing()) {
            return;
        }
        interrupt(nanos);
        silence.restart(nanos);
        if (personAsked && keys.entry()) {
            entered("0", nanos);
        } else {
            keys.press(key, nanos).ifPresent(entry -> entered(entry, nanos));
        }
    }

    /** The call is ours again, or for the first time somebody else's: tells the conversation. */
    void tell(Input input, long nanos) {
        put(input, nanos);
    }

    /** Somebody else has the line: nothing is expected any more. */
    void pause() {
        silence.stop();
        keys.mode(false);
        trace.forget(Latency.SPEECH_TO_ANSWER);
    }

    /** The detector took over. */
    void override(long nanos) {
        pause();
        if (!overridden) {
            overridden = true;
            put(new Input.Overridden(), nanos);
        }
    }

    /** Whoever had the line gives the caller back; false when there is no conversation any more. */
    boolean returned(long nanos) {
        overridden = false;
        put(new Input.Resumed(), nanos);
        return !talk.broken();
    }

    /** The caller hung up. */
    void hungUp(long nanos) {
        silence.stop();
        put(new Input.HungUp(), nanos);
    }

    // ---- steps

    void stepped(Mail.Stepped stepped) {
        long nanos = stepped.nanos();
        List<Act> acts = talk.stepped(stepped.step(), nanos);
        if (stepped.input() instanceof Input.Said && acts.stream().noneMatch(Act.NotUnderstood.class::isInstance)) {
            turn.understood(caller.clock().audioMsAt(nanos));
        }
        acts.forEach(act -> carryOut(act, nanos));
        if (call.conversing() && acts.stream().noneMatch(Conversing::awaits)) {
            // What was awaited before is still awaited.
            silence.again();
            quiet(nanos);
        }
    }

    void stored(Input outcome, long nanos) {
        requests.stored();
        trace.stored(outcome, nanos);
        put(outcome, nanos);
    }

    /** It threw or hangs: the caller goes to the nearest person, what was said stays for staff, the detector goes on. */
    void failed(String fault, long nanos) {
        if (talk.broken()) {
            talk.abandon();
        } else {
            talk.salvage(nanos);
            trace.count(Metric.DIALOGUE_FAILURES);
            trace.fault("conversation " + fault, nanos);
            call.conversationLost(nanos);
        }
    }

    /** Whether something is still being thought out or stored. */
    boolean busy() {
        return talk.busy() || requests.waiting() || inMind.waiting();
    }

    private static boolean awaits(Act act) {
        return act instanceof Listen
                || act instanceof Act.Commit
                || act instanceof Act.LookUp
                || act instanceof Act.Transfer
                || act instanceof Act.End;
    }

    private void carryOut(Act act, long nanos) {
        if (act instanceof Act.Commit commit) {
            requests.store(commit.request());
        } else if (act instanceof Act.LookUp question) {
            requests.lookUp(question.query());
        } else if (act instanceof Act.LetGo unwanted) {
            requests.letGo(unwanted.hold());
        } else if (act instanceof Act.HandOver wished) {
            requests.handOver(wished.wish());
        } else if (!call.conversing()) {
            // An alarm came while this was thought out: nothing but the connecting sentence may be said now.
            return;
        } else if (act instanceof Act.Say say) {
            prompter.say(say.id().key(), wordings.text(say));
        } else if (act instanceof Listen listen) {
            listen(listen, nanos);
        } else if (act instanceof Act.NotUnderstood) {
            turn.notUnderstood(caller.clock().audioMsAt(nanos)).ifPresent(decision -> call.decided(decision, nanos));
        } else if (act instanceof Act.Transfer transfer) {
            silence.stop();
            call.transfer(transfer, nanos);
        } else if (act instanceof Act.End) {
            silence.stop();
            call.leave(nanos);
        }
    }

    private void listen(Listen listen, long nanos) {
        bargeIn = listen.bargeIn();
        LocalDateTime now = LocalDateTime.ofInstant(
                parts.clock().instant(), parts.settings().practice().timezone());
        caller.expect(listen, now);
        turn.asked(listen.hearing(), now.toLocalDate());
        if (keys.entry() != listen.digitEntry() || !keys.typing()) {
            keys.mode(listen.digitEntry());
            turn.entryTaken(caller.clock().audioMsAt(nanos));
        }
        silence.expect(listen.silenceMs());
        quiet(nanos);
    }

    // ---- time

    void tick(boolean personAsked, long nanos) {
        if (talk.stuck(nanos)) {
            failed("hangs", nanos);
        }
        inMind.overdue(nanos).ifPresent(said -> talk.put(said, nanos));
        if (prompter.speaking() || caller.held() || !busy()) {
            quietSince = nanos;
        }
        if (!call.conversing()) {
            return;
        }
        if (personAsked && keys.typing()) {
            entered("0", nanos);
        } else {
            keys.tick(nanos).ifPresent(entry -> entered(entry, nanos));
        }
        boolean idle = !caller.held() && !prompter.speaking() && !keys.typing() && !busy();
        if (idle && silence.due(nanos)) {
            put(new Input.Silent(), nanos);
        } else if (idle && silence.overdue(nanos, limitNanos)) {
            unfinished(nanos);
        } else if (nanos - quietSince > FILLER_NANOS) {
            quietSince = nanos;
            say(TemplateId.ONE_MOMENT);
        }
    }

    /** Something is heard all the time and comes to nothing, such as music: not understood, and the second time a person. */
    private void unfinished(long nanos) {
        trace.note(nanos, CallJournal.Kind.CALL, "no finished turn");
        Optional<Decision> decision = turn.notUnderstood(caller.clock().audioMsAt(nanos));
        if (decision.isPresent()) {
            call.decided(decision.get(), nanos);
        } else {
            put(new Input.Silent(), nanos);
        }
    }

    /** Speaks a sentence of the catalogue that needs nothing but the practice's name. */
    void say(TemplateId id) {
        Map<Slot, String> slots = id.ofPractice()
                ? Map.of(Slot.PRACTICE, parts.settings().practice().spokenName())
                : Map.of();
        prompter.say(id.key(), wordings.text(new Act.Say(id, slots)));
    }

    /** Nothing of ours is on the line, if that is so. */
    void quiet(long nanos) {
        if (!prompter.speaking()) {
            silence.quiet(nanos);
        }
    }

    private void entered(String entry, long nanos) {
        keys.mode(keys.entry());
        turn.entryTaken(caller.clock().audioMsAt(nanos));
        put(new Input.Keyed(entry), nanos);
    }

    /** What was said before this comes first. */
    private void put(Input input, long nanos) {
        putOff(nanos);
        talk.put(input, nanos);
    }

    /** A turn that still waits for its meaning goes on without. */
    private void putOff(long nanos) {
        inMind.take().ifPresent(said -> talk.put(said, nanos));
    }

    void close() {
        requests.close();
        talk.abandon();
    }
}

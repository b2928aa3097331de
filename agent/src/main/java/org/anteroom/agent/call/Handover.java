package org.anteroom.agent.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.anteroom.agent.call.CallState.Trigger;
import org.anteroom.agent.dialogue.Destination;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.EmergencySentence;
import org.anteroom.agent.emergency.Grade;
import org.anteroom.agent.emergency.LadderState;
import org.anteroom.agent.emergency.Plan;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.TransferVerdict;
import org.anteroom.agent.watch.Metric;

/**
 * The ways from us to a human on one call: the on-call ladder and the front desk, one at a time. Mailbox only.
 */
final class Handover {
    /** What the call does about it. */
    interface Call {
        /** Moves the call's state; false when the table has no such move. */
        boolean move(Trigger trigger);

        /** Nobody took a call that was no emergency: the conversation goes on. */
        void givenBack(Destination from);

        /** Who took the call gave the caller back: the conversation goes on, and what comes may be an emergency again. */
        void returned(long nanos);

        /** A person and the caller have spoken, and there was no emergency. */
        void goodbye();

        /** The caller hung up. */
        void callerGone(String why, long nanos);

        /** The PBX has joined the caller and the person: the call is over for us. */
        void handedBack(long nanos);

        /** A sentence of the catalogue, at once. */
        void sayNow(TemplateId id);
    }

    private static final Decision NOTHING = new Decision(Grade.NONE, "none", "caller", List.of(), 0);

    /** A transfer on its way. {@code insistent}: it goes on until a human has the caller, whatever happens. */
    private record Climb(WarmTransfer transfer, Plan plan, boolean insistent) {}

    private final CallerLine caller;
    private final Prompter prompter;
    private final Dialler dialler;
    private final CallTrace trace;
    private final CallParts parts;
    private final Call call;
    private final Consumer<String> alarms;
    private final HandBack handBack;
    private Optional<Climb> climb = Optional.empty();
    /** The gravest so far, of equals the newest: what whoever takes the call is told. */
    private Decision matter = NOTHING;

    private final FrontDesk desk;
    /** The people on call who talk with the caller. */
    private final Conference conference;

    private final SoundWatch sound = new SoundWatch();

    Handover(CallerLine caller, Prompter prompter, Dialler dialler, CallTrace trace, CallParts parts, Call call) {
        this.caller = caller;
        this.prompter = prompter;
        this.dialler = dialler;
        this.trace = trace;
        this.parts = parts;
        this.call = call;
        this.conference = new Conference(caller, prompter, new OnHold(() -> call.sayNow(TemplateId.ON_HOLD)));
        this.desk =
                new FrontDesk(caller, prompter, dialler, trace, parts.settings().desk(), call);
        this.handBack = new HandBack(parts.settings().handBack(), new Bridged());
        this.alarms = sentence -> parts.alarms().raise(Alarm.Kind.NOBODY_ANSWERS, sentence, trace.call());
    }

    /**
     * A human is needed: rings the plan's phones before anything else. Phones that ring already are not rung anew for a
     * graver matter of the same plan, and never let go for a lesser one; whoever takes the call hears the gravest.
     *
     * @param insistent false when the caller merely asked: then one failed round gives the call back
     * @param callBack the caller's number, digits
     */
    void human(Plan plan, Decision decision, boolean insistent, Optional<String> callBack, long nanos) {
        Climb now = climb.orElse(null);
        if (now != null) {
            boolean taken = now.transfer().phase() == LadderState.Phase.DISCLOSING
                    || now.transfer().phase().withHuman();
            boolean lesser = matter.grade().over(decision.grade());
            // Between two rounds nobody rings: a graver matter doesn't wait for the next.
            boolean between = now.transfer().phase() == LadderState.Phase.WAITING
                    && decision.grade().over(matter.grade());
            matter = lesser ? matter : decision;
            boolean same = taken || lesser || (now.plan().equals(plan) && !between);
            climb = Optional.of(new Climb(now.transfer(), same ? now.plan() : plan, now.insistent() || insistent));
            if (!same) {
                now.transfer().change(plan, nanos);
            }
            return;
        }
        if (!call.move(Trigger.HUMAN_NEEDED)) {
            return;
        }
        matter = decision;
        TransferSentences sentences = new TransferSentences(
                parts.catalogue(),
                parts.settings().practice().spokenName(),
                parts.settings().oncall().allFailed(),
                () -> matter.category(),
                callBack,
                parts.settings().drill());
        WarmTransfer transfer = new WarmTransfer(plan, decision, sentences, dialler, new Ladders(sentences));
        climb = Optional.of(new Climb(transfer, plan, insistent));
        transfer.start(nanos);
        desk.stop(nanos);
        prompter.comfortTone(true);
    }

    /** Rings the front desk. */
    void desk(String number, long nanos) {
        desk.ring(number, nanos);
    }

    /** The front desk is not waited for any more. */
    void noDesk(long nanos) {
        desk.giveUp(nanos);
    }

    void event(FarLeg leg, LegEvent event, long nanos) {
        if (desk.owns(leg)) {
            desk.event(event, nanos);
        } else if (!handBack.phoneLeft(leg, event, nanos)) {
            toLadder(leg, event, nanos);
        }
    }

    private void toLadder(FarLeg leg, LegEvent event, long nanos) {
        if (event instanceof LegEvent.Reoffered) {
            handBack.disturbed(nanos);
        }
        owner(leg).ifPresent(transfer -> transfer.event(leg, event, nanos));
        check(nanos);
    }

    /** The caller changed the stream. */
    void callerChanged(long nanos) {
        handBack.disturbed(nanos);
    }

    /** The caller's leg has ended: {@link Call#callerGone} follows, at once or when it is known why. */
    void callerLeft(String why, long nanos) {
        handBack.callerLeft(why, nanos);
    }

    /** What the PBX said to taking the two over. */
    void verdict(FarLeg leg, TransferVerdict verdict, long nanos) {
        handBack.verdict(leg, verdict, nanos);
    }

    void key(FarLeg leg, char key, long nanos) {
        if (!leg.bridged()) {
            trace.begins(Latency.ACCEPTED_TO_BRIDGE, nanos);
        }
        handBack.key(leg, nanos);
        owner(leg).ifPresent(transfer -> transfer.key(leg, key, nanos));
        check(nanos);
    }

    /** The phone that has the caller sends no sound, and nobody answers by SIP either. */
    void unanswered(FarLeg leg, long nanos) {
        if (sound.silent(leg)) {
            owner(leg).ifPresent(transfer -> transfer.unanswered(leg, nanos));
        }
    }

    void spoken(FarLeg leg, int utterance, long nanos) {
        owner(leg).ifPresent(transfer -> transfer.spoken(leg, utterance, nanos));
        check(nanos);
    }

    void hears(FarLeg leg, long nanos) {
        if (owner(leg).isPresent()) {
            trace.legHears(leg, nanos);
        }
    }

    void tick(long nanos) {
        desk.tick(nanos);
        check(nanos);
        climb.ifPresent(now -> now.transfer().tick(nanos));
        check(nanos);
        handBack.tick(
                climb.flatMap(now ->
                        now.transfer().bridged(parts.settings().handBack().kinds())),
                caller.held(),
                nanos);
        conference.tick(nanos);
        sound.tick(watched(), nanos).ifPresent(leg -> {
            trace.leg(leg, "no sound", nanos);
            leg.check();
        });
    }

    /** The phone from which sound is to be expected; one that stayed may wait for a service alone. */
    private Optional<FarLeg> watched() {
        Optional<WarmTransfer> transfer = climb.map(Climb::transfer);
        boolean callerHere = transfer.map(WarmTransfer::callerHere).orElse(true);
        return transfer.flatMap(WarmTransfer::watched)
                .filter(leg -> callerHere ? leg.bridged() && !caller.held() : !leg.held());
    }

    /** The caller hung up: phones of a ladder ring on, as it decides; the desk is let go. */
    void callerGone(long nanos) {
        desk.stop(nanos);
        conference.callerGone(nanos);
        climb.ifPresent(now -> now.transfer().callerHungUp(nanos));
        if (parts.settings().drill()) {
            letGo("the drill was over", nanos);
        }
    }

    /** Whether people on call ring or talk. */
    boolean climbing() {
        return climb.isPresent();
    }

    /** Whether phones still ring or talk. */
    boolean busy() {
        return climb.isPresent() || desk.busy();
    }

    void close() {
        long nanos = System.nanoTime();
        desk.stop(nanos);
        letGo("the call was ended", nanos);
    }

    /** Hangs up whoever still rings or listens. */
    private void letGo(String why, long nanos) {
        climb.ifPresent(now -> {
            now.transfer().close();
            conference.end();
            trace.ladderOver(why, nanos);
        });
        climb = Optional.empty();
    }

    private Optional<WarmTransfer> owner(FarLeg leg) {
        return climb.map(Climb::transfer).filter(transfer -> transfer.owns(leg));
    }

    /**
     * A caller who merely asked for somebody isn't kept waiting for a second round: only until no phone of the first can
     * be picked up any more. On a tick it is asked before the ladder, which would begin the next round.
     */
    private void check(long nanos) {
        Climb now = climb.orElse(null);
        if (now == null || now.insistent() || !now.transfer().failed(nanos)) {
            return;
        }
        letGo("nobody took it; the caller went on with the conversation", nanos);
        prompter.comfortTone(false);
        prompter.stop();
        if (now.transfer().talked() && call.move(Trigger.GOODBYE)) {
            call.goodbye();
        } else if (call.move(Trigger.GIVEN_BACK)) {
            call.givenBack(Destination.ON_CALL);
        }
    }

    /** What a ladder wants of the caller's side. */
    private final class Ladders implements WarmTransfer.Caller {
        private final TransferSentences sentences;
        private EmergencySentence said = EmergencySentence.CONNECTING;
        /** Passed on or taken again, it is one emergency. */
        private boolean counted;

        Ladders(TransferSentences sentences) {
            this.sentences = sentences;
        }

        @Override
        public void say(EmergencySentence sentence) {
            // Said again and again until the next round, which begins with another sentence.
            boolean again = said == sentence;
            said = sentence;
            boolean failed = sentence == EmergencySentence.ALL_FAILED;
            if (failed && !again) {
                trace.count(Metric.EMERGENCY_ROUNDS_FAILED);
            }
            if (!failed || climb.map(Climb::insistent).orElse(true)) {
                call.sayNow(sentences.template(sentence));
            } else if (again) {
                call.sayNow(sentences.template(EmergencySentence.CONNECTING));
            }
        }

        @Override
        public void join(FarLeg leg) {
            call.move(Trigger.PERSON_JOINED);
            conference.join(leg, System.nanoTime());
            trace.ends(Latency.ACCEPTED_TO_BRIDGE, System.nanoTime());
            if (!counted) {
                counted = true;
                trace.count(Metric.EMERGENCY_BRIDGED);
            }
        }

        @Override
        public void add(FarLeg leg) {
            conference.join(leg, System.nanoTime());
        }

        @Override
        public void part(FarLeg leg) {
            conference.part(leg, System.nanoTime());
            handBack.parted(leg, System.nanoTime());
            if (conference.empty() && call.move(Trigger.PERSON_LEFT)) {
                prompter.comfortTone(true);
            }
        }

        @Override
        public void raiseAlarm(String sentence) {
            alarms.accept(sentence);
        }

        @Override
        public void noted(FarLeg leg, String what, long nanos) {
            trace.leg(leg, what, nanos);
            if (what.equals("invite")) {
                trace.ends(Latency.DECISION_TO_INVITE, nanos);
            }
        }

        @Override
        public void held(long nanos) {
            conference.seat(nanos);
        }

        @Override
        public void givenBack(long nanos) {
            letGo("given back to the conversation", nanos);
            matter = NOTHING;
            prompter.comfortTone(false);
            prompter.stop();
            if (call.move(Trigger.GIVEN_BACK)) {
                call.returned(nanos);
            }
        }

        @Override
        public void falseAlarm(FarLeg leg, long nanos) {
            trace.falseAlarm(leg, nanos);
        }

        @Override
        public void finished(String outcome) {
            letGo(outcome, System.nanoTime());
        }
    }

    /** What handing the call to the PBX wants of it. */
    private final class Bridged implements HandBack.Bridge {
        @Override
        public void ask(FarLeg phone) {
            dialler.handBack(phone, caller);
        }

        @Override
        public void comfort(FarLeg phone) {
            phone.unbridge();
            prompter.comfortTone(true);
        }

        @Override
        public void phoneLeft(FarLeg phone, LegEvent event, long nanos) {
            toLadder(phone, event, nanos);
        }

        @Override
        public void callerLeft(String why, long nanos) {
            call.callerGone(why, nanos);
        }

        @Override
        public void handed(long nanos) {
            trace.count(Metric.EMERGENCY_HANDED_BACK);
            letGo("handed to the PBX", nanos);
            call.handedBack(nanos);
        }

        @Override
        public void noted(FarLeg phone, String what, long nanos) {
            trace.leg(phone, what, nanos);
        }
    }
}

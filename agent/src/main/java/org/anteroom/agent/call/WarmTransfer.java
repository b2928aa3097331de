package org.anteroom.agent.call;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.EmergencySentence;
import org.anteroom.agent.emergency.Ladder;
import org.anteroom.agent.emergency.LadderAct;
import org.anteroom.agent.emergency.LadderEvent;
import org.anteroom.agent.emergency.LadderState;
import org.anteroom.agent.emergency.LadderStep;
import org.anteroom.agent.emergency.Plan;
import org.anteroom.agent.emergency.TargetKind;
import org.anteroom.agent.sip.LegEvent;

/**
 * Carries a ladder's acts out over real legs and ports, and tells it what came of them. Decides nothing itself.
 *
 * <pre>
 *   alarm -> INVITE to every phone of the group -> caller hears "stay on the line"
 *            phone: 200 -> "press 1" ... key 1 -> category and number -> bridge
 * </pre>
 *
 * Mailbox only.
 */
final class WarmTransfer {
    /** The caller's side of it, and the call's records. */
    interface Caller {
        /** Speak to the caller at once, comfort tone after it. */
        void say(EmergencySentence sentence);

        /** Somebody who took it and the caller shall hear each other. */
        void join(FarLeg leg);

        /** A third shall hear whoever talks, and be heard. */
        void add(FarLeg leg);

        /** Whoever talks with that leg talks on without it; a caller who has nobody else is ours again. */
        void part(FarLeg leg);

        /** Tell the operator; no PHI. */
        void raiseAlarm(String sentence);

        /** A step of a leg, for the journal: "invite", "ringing", "answered" and so on. */
        void noted(FarLeg leg, String what, long nanos);

        /** A phone that talks put us on hold, or took us back. */
        void held(long nanos);

        /** Who took it gives the caller back to the conversation. */
        void givenBack(long nanos);

        /** Who took it says that it was no emergency. */
        void falseAlarm(FarLeg leg, long nanos);

        /** Nothing is left to do. */
        void finished(String outcome);
    }

    private record Missed(FarLeg leg, long sinceNanos) {
        boolean heard() {
            OptionalLong heard = leg.lastPacketNanos();
            return heard.isPresent() && heard.getAsLong() - sinceNanos > 0;
        }
    }

    /** Busy here, busy everywhere (RFC 3261 section 21). */
    private static final Set<Integer> BUSY = Set.of(486, 600);

    private Ladder ladder;
    private final Decision decision;
    private final TransferSentences sentences;
    private final Dialler dialler;
    private final Caller caller;
    private final Map<Integer, FarLeg> legs = new HashMap<>();
    private final Deque<LadderEvent> events = new ArrayDeque<>();
    private LadderState state;
    /** The phone of which nothing was heard. */
    private Optional<Missed> missed = Optional.empty();

    private boolean closed;
    private boolean stepping;

    WarmTransfer(Plan plan, Decision decision, TransferSentences sentences, Dialler dialler, Caller caller) {
        this.ladder = new Ladder(plan);
        this.state = ladder.initial();
        this.decision = decision;
        this.sentences = sentences;
        this.dialler = dialler;
        this.caller = caller;
    }

    /** Rings the first phones; returns when their INVITEs are on their way and the caller's sentence is queued. */
    void start(long nanos) {
        tell(new LadderEvent.Start(decision), nanos);
    }

    /** Rings by another plan from now on; phones of both that ring or listen are left alone. */
    void change(Plan plan, long nanos) {
        ladder = new Ladder(plan);
        tell(new LadderEvent.PlanChanged(), nanos);
    }

    LadderState.Phase phase() {
        return state.phase();
    }

    /**
     * Whether a round has failed and none of its phones can be picked up any more: each has confirmed our cancel, or the
     * next round would begin.
     */
    boolean failed(long nanos) {
        boolean waiting = state.phase() == LadderState.Phase.WAITING;
        return waiting
                && !state.third()
                && (state.helped() || !state.crossing() || state.retryDue(TimeUnit.NANOSECONDS.toMillis(nanos)));
    }

    boolean callerHere() {
        return state.callerHere();
    }

    /** Whether the caller and a person have talked for a while. */
    boolean talked() {
        return state.helped();
    }

    /** The phone that has the caller alone, with nobody else sought, when it is of one of the kinds. */
    Optional<FarLeg> bridged(Set<TargetKind> kinds) {
        return talking()
                .filter(leg -> !state.third()
                        && state.target(leg.number())
                                .map(target -> kinds.contains(target.kind()))
                                .orElse(false));
    }

    /** The phone that has the caller, with no other person sought. */
    private Optional<FarLeg> talking() {
        return state.phase() == LadderState.Phase.BRIDGED ? state.winner().flatMap(this::leg) : Optional.empty();
    }

    /** The phone whose sound is to be watched; after the caller's end, the one that stayed with a service. */
    Optional<FarLeg> watched() {
        return state.watched().flatMap(this::leg);
    }

    /** Whether the leg is one of this transfer's. */
    boolean owns(FarLeg leg) {
        return legs.get(leg.number()) == leg;
    }

    void event(FarLeg leg, LegEvent event, long nanos) {
        int number = leg.number();
        if (event instanceof LegEvent.Progress progress && progress.status() >= 180) {
            caller.noted(leg, progress.status() == 180 ? "ringing" : "ringing " + progress.status(), nanos);
            tell(new LadderEvent.Ringing(number), nanos);
        } else if (event instanceof LegEvent.Answered stands) {
            leg.answer(stands.stream());
            caller.noted(leg, "answered", nanos);
            tell(new LadderEvent.Answered(number), nanos);
            if (state.target(number).isEmpty()) {
                // It crossed the cancel so late that the ladder no longer waits for it.
                drop(number, "dropped", nanos);
            }
        } else if (event instanceof LegEvent.Reoffered changed) {
            leg.reconnect(changed.stream());
            if (state.talks(number)) {
                caller.held(nanos);
            }
        } else if (event instanceof LegEvent.Refused refused) {
            lost(
                    leg,
                    "refused " + refused.status(),
                    BUSY.contains(refused.status())
                            ? new LadderEvent.Busy(number, letGoMs(number))
                            : new LadderEvent.Failed(number, "status " + refused.status()),
                    nanos);
        } else if (event instanceof LegEvent.Ended ended) {
            lost(
                    leg,
                    "ended " + ended.cause(),
                    leg.answered()
                            ? new LadderEvent.LegEnded(number)
                            : new LadderEvent.Failed(number, ended.cause().toString()),
                    nanos);
        }
    }

    void key(FarLeg leg, char key, long nanos) {
        caller.noted(leg, "key " + key, nanos);
        tell(new LadderEvent.Key(leg.number(), key), nanos);
    }

    /** Nothing is heard of the phone any more, neither sound nor SIP. */
    void unanswered(FarLeg leg, long nanos) {
        caller.noted(leg, "unanswered", nanos);
        tell(new LadderEvent.Unheard(leg.number()), nanos);
        missed = Optional.of(new Missed(leg, nanos));
    }

    void spoken(FarLeg leg, int utterance, long nanos) {
        if (leg.last(utterance)) {
            tell(new LadderEvent.Spoken(leg.number()), nanos);
        }
    }

    void callerHungUp(long nanos) {
        tell(new LadderEvent.CallerHungUp(), nanos);
    }

    void tick(long nanos) {
        tell(new LadderEvent.Tick(), nanos);
    }

    /** Hangs every leg up and lets go of everything; nothing more is done or told. */
    void close() {
        closed = true;
        legs.values().forEach(FarLeg::close);
        legs.clear();
    }

    private void tell(LadderEvent event, long nanos) {
        // Before anything else happens: the next to press 1 must not take the place of a phone that is back.
        missed.filter(phone -> owns(phone.leg()) && phone.heard()).ifPresent(phone -> {
            missed = Optional.empty();
            caller.noted(phone.leg(), "heard again", nanos);
            events.add(new LadderEvent.Heard(phone.leg().number()));
        });
        events.add(event);
        if (stepping) {
            return;
        }
        stepping = true;
        try {
            for (LadderEvent next = events.poll(); next != null; next = events.poll()) {
                LadderStep step = ladder.step(state, next, TimeUnit.NANOSECONDS.toMillis(nanos));
                state = step.state();
                // Phones first: the caller's sentence follows in the same step, but no INVITE waits for it.
                step.acts().stream().filter(act -> !toCaller(act)).forEach(act -> carryOut(act, nanos));
                step.acts().stream().filter(WarmTransfer::toCaller).forEach(act -> carryOut(act, nanos));
            }
        } finally {
            stepping = false;
        }
    }

    private static boolean toCaller(LadderAct act) {
        return act instanceof LadderAct.SayToCaller;
    }

    private void carryOut(LadderAct act, long nanos) {
        if (closed) {
            return;
        }
        if (act instanceof LadderAct.Ring ring) {
            ring(ring);
        } else if (act instanceof LadderAct.SayToCaller say) {
            caller.say(say.sentence());
        } else if (act instanceof LadderAct.RaiseAlarm alarm) {
            caller.raiseAlarm(alarm.sentence());
        } else if (act instanceof LadderAct.GiveBack) {
            caller.givenBack(nanos);
        } else if (act instanceof LadderAct.Finish finish) {
            caller.finished(finish.outcome());
        } else {
            carryOutOnLeg(act, nanos);
        }
    }

    private void carryOutOnLeg(LadderAct act, long nanos) {
        if (act instanceof LadderAct.Cancel cancel) {
            leg(cancel.leg()).ifPresent(leg -> {
                caller.noted(leg, "cancelled", nanos);
                leg.cancel();
            });
        } else if (act instanceof LadderAct.Drop drop) {
            drop(drop.leg(), "dropped", nanos);
        } else if (act instanceof LadderAct.SayToLeg say) {
            leg(say.leg()).ifPresent(leg -> say(leg, say.sentence(), nanos));
        } else if (act instanceof LadderAct.Bridge bridge) {
            leg(bridge.leg()).ifPresent(leg -> {
                caller.join(leg);
                caller.noted(leg, "bridged", System.nanoTime());
            });
        } else if (act instanceof LadderAct.Join join) {
            leg(join.leg()).ifPresent(leg -> {
                caller.add(leg);
                caller.noted(leg, "joined", System.nanoTime());
            });
        } else if (act instanceof LadderAct.MarkFalseAlarm mark) {
            leg(mark.leg()).ifPresent(leg -> caller.falseAlarm(leg, nanos));
        } else if (act instanceof LadderAct.Unbridge unbridge) {
            leg(unbridge.leg()).ifPresent(leg -> {
                caller.part(leg);
                drop(leg.number(), "parted", nanos);
            });
        }
    }

    private Optional<FarLeg> leg(int number) {
        return Optional.ofNullable(legs.get(number));
    }

    private void say(FarLeg leg, EmergencySentence sentence, long nanos) {
        caller.noted(leg, "told " + sentence.name().toLowerCase(Locale.ROOT).replace('_', '-'), nanos);
        leg.say(sentences.text(sentence), TransferSentences.tempo(sentence), TransferSentences.pauseMs(sentence));
    }

    private void ring(LadderAct.Ring ring) {
        try {
            FarLeg leg = dialler.leg(ring.leg(), ring.target().name());
            legs.put(ring.leg(), leg);
            dialler.ring(leg, ring.target().number());
            caller.noted(leg, "invite", System.nanoTime());
        } catch (IOException exhausted) {
            caller.raiseAlarm("An on-call phone could not be rung: " + exhausted.getMessage());
            events.add(new LadderEvent.Failed(ring.leg(), "no port"));
        }
    }

    private OptionalLong letGoMs(int leg) {
        return state.target(leg).map(target -> dialler.letGoMs(target.number())).orElse(OptionalLong.empty());
    }

    private void lost(FarLeg leg, String what, LadderEvent event, long nanos) {
        caller.noted(leg, what, nanos);
        tell(event, nanos);
        if (leg.bridged()) {
            caller.part(leg);
        }
        drop(leg.number(), "released", nanos);
    }

    private void drop(int number, String what, long nanos) {
        FarLeg leg = legs.remove(number);
        if (leg != null) {
            caller.noted(leg, what, nanos);
            leg.close();
        }
    }
}

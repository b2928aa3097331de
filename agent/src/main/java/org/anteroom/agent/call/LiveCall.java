package org.anteroom.agent.call;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.call.CallState.Trigger;
import org.anteroom.agent.dialogue.Act;
import org.anteroom.agent.dialogue.Destination;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Evidence;
import org.anteroom.agent.sip.CallReason;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.speech.Heard;

/**
 * One call from its answer to its end: whatever is heard goes to the detector first; the conversation has the line until a
 * human is needed, and then the handover has it. Mailbox only; everything it owns is closed by {@link #close}.
 */
final class LiveCall {
    private static final long LEAVE_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long GONE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long REASSURE_NANOS = TimeUnit.SECONDS.toNanos(8);
    /** Longer than the line stays open for a caller who can't speak: a phone that suppresses silence sends nothing. */
    private static final long NO_MEDIA_MS = 90_000;

    private final CallParts parts;
    private final CallerLine caller;
    private final Prompter prompter;
    private final Conversing conversing;
    private final CallerWords words;
    private final Handover handover;
    private final Summons summons;
    private final WayOut wayOut;
    private final Requests requests;
    private final CallTrace trace;
    private final Opening opening;
    private final LongestCall longest;
    private CallState state = CallState.ARRIVING;
    private long answeredNanos;
    private long spokeNanos;
    private long goneNanos;
    private String ended = "";
    private String leaving = "";

    LiveCall(CallParts parts, CallLegs legs, Talk talk, Requests requests, CallTrace trace) {
        this.parts = parts;
        this.caller = legs.caller();
        this.requests = requests;
        this.trace = trace;
        Optional<String> callerNumber = legs.callerNumber();
        OwnVoice own = new OwnVoice();
        OnTheWire wire = new OnTheWire(parts, caller, own, trace, this::conversing);
        this.prompter = new Prompter(caller.port().player(), parts.prompts(), wire, legs.post());
        Turn turn = new Turn(parts.detector(), own, caller.echo());
        this.conversing = new Conversing(
                parts, talk, turn, new TurnInMind(legs.turns()), prompter, caller, requests, trace, new Wishes());
        this.handover = new Handover(caller, prompter, legs.dialler(), trace, parts, new HandedOver());
        this.summons =
                new Summons(parts, caller, callerNumber, conversing, handover, prompter, trace, () -> this.state);
        this.words = new CallerWords(parts, caller, turn, conversing, trace, legs.mind(), () -> this.state, summons);
        this.wayOut = new WayOut(parts, words, conversing, handover, prompter, trace, new Stopping());
        this.opening = new Opening(parts, legs, requests, conversing, prompter, this::toDesk);
        this.longest = new LongestCall(parts, conversing, prompter, trace, new TooLong());
        legs.reason()
                .ifPresent(reason -> trace.note(System.nanoTime(), CallJournal.Kind.CALL, "sent " + kebab(reason)));
    }

    CallState state() {
        return state;
    }

    /** Why the call ended; empty while it goes on. */
    String ended() {
        return ended;
    }

    // ---- the caller's leg

    void leg(LegEvent event, long nanos) {
        if (event instanceof LegEvent.Answered answered) {
            caller.connect(answered.stream(), nanos);
            if (move(Trigger.ANSWERED)) {
                answeredNanos = nanos;
                longest.begin(nanos);
                trace.answered(nanos);
            }
        } else if (event instanceof LegEvent.Reoffered changed) {
            boolean before = caller.held();
            caller.connect(changed.stream(), nanos);
            handover.callerChanged(nanos);
            if (before != caller.held()) {
                trace.note(nanos, CallJournal.Kind.CALL, caller.held() ? "held" : "resumed");
                if (state.conversing()) {
                    conversing.silence().restart(nanos);
                }
            }
        } else if (event instanceof LegEvent.Ended over) {
            handover.callerLeft(over.cause().toString(), nanos);
        }
    }

    /** The caller has gone. What was said last is judged before the call ends, so that somebody is rung if it must be. */
    private void gone(String why, long nanos) {
        words.settle(nanos);
        if (state == CallState.TO_DESK) {
            handover.callerGone(nanos);
        }
        if (state.listening() && !state.protectedCall() && words.judging(nanos)) {
            leaving = why;
            prompter.stop();
        } else {
            end(why, nanos);
        }
    }

    /** The call is over for the caller: BYE goes out unless it came in; phones of a ladder ring on, as it decides. */
    void end(String why, long nanos) {
        words.over(nanos);
        if (!move(Trigger.CALLER_GONE)) {
            return;
        }
        ended = why;
        goneNanos = nanos;
        trace.ended(why, nanos);
        prompter.close();
        handover.callerGone(nanos);
        caller.close();
        requests.stopRecording();
        conversing.hungUp(nanos);
    }

    /** The service is closed: only who needs a human, or has one, goes on, until the deadline. */
    void stop(long deadlineNanos, long nanos) {
        wayOut.atOnce(deadlineNanos, nanos);
    }

    /** The service stops: from now on the call goes by this plan. */
    void finish(WindDown plan, long nanos) {
        wayOut.by(plan, nanos);
    }

    /** What is being said in mid-sentence may be an emergency: it is judged before anybody is hung up on. */
    private void endUnlessNeeded(String why, long nanos) {
        words.settle(nanos);
        if (leaving.isEmpty() && !needsHuman() && !words.judging(nanos)) {
            end(why, nanos);
        }
    }

    // ---- words and keys: the detector first

    void heard(Heard heard, long nanos) {
        words.heard(heard, nanos);
    }

    void scored(Evidence.Scored scored, long nanos) {
        words.scored(scored, nanos);
        leave(nanos);
    }

    /** Ends the call of a caller who has gone as soon as all that was said is judged. */
    private void leave(long nanos) {
        if (!leaving.isEmpty() && !words.judging(nanos)) {
            String why = leaving;
            leaving = "";
            end(why, nanos);
        }
    }

    void key(char key, long nanos) {
        words.key(key, nanos);
    }

    // ---- the legs of people who are rung

    void far(Mail mail) {
        if (mail instanceof Mail.FarLegEvent leg) {
            handover.event(leg.leg(), leg.event(), leg.nanos());
        } else if (mail instanceof Mail.FarUnanswered unanswered) {
            handover.unanswered(unanswered.leg(), unanswered.nanos());
        } else if (mail instanceof Mail.FarKey key) {
            handover.key(key.leg(), key.key(), key.nanos());
        } else if (mail instanceof Mail.FarSpoken spoken) {
            handover.spoken(spoken.leg(), spoken.utterance(), System.nanoTime());
        } else if (mail instanceof Mail.FarHears hears) {
            handover.hears(hears.leg(), hears.nanos());
        } else if (mail instanceof Mail.Transferred transferred) {
            handover.verdict(transferred.leg(), transferred.verdict(), transferred.nanos());
        }
    }

    // ---- what comes back from elsewhere

    void meant(Mail.CallerMeant meant) {
        conversing.meant(meant);
    }

    void stepped(Mail.Stepped stepped) {
        conversing.stepped(stepped);
    }

    void stored(Input outcome, long nanos) {
        conversing.stored(outcome, nanos);
    }

    void told(DutyNews news, long nanos) {
        conversing.tell(new Input.Duty(news), nanos);
    }

    void conversationFailed(String fault, long nanos) {
        conversing.failed(fault, nanos);
    }

    void playback(Mail.CallerPlayback mail) {
        prompter.playback(mail.utterance(), mail.event(), mail.nanos());
    }

    // ---- time

    void tick(long nanos) {
        if (state == CallState.ARRIVING) {
            return;
        }
        handover.tick(nanos);
        leave(nanos);
        wayOut.tick(nanos);
        if (state == CallState.GONE) {
            return;
        }
        opening.tick(caller.flowing(), nanos - answeredNanos, nanos);
        boolean personAsked = words.tick(nanos);
        conversing.tick(personAsked, nanos);
        if (prompter.speaking()) {
            spokeNanos = nanos;
        } else if (state == CallState.TO_DESK && nanos - spokeNanos > REASSURE_NANOS) {
            conversing.say(TemplateId.STILL_CONNECTING);
        }
        limits(nanos);
    }

    private void limits(long nanos) {
        if (state == CallState.LEAVING && !prompter.speaking() && nanos - spokeNanos > LEAVE_AFTER_NANOS) {
            endUnlessNeeded("goodbye", nanos);
        } else if (!state.protectedCall() && !caller.held() && caller.silentMs(nanos) > NO_MEDIA_MS) {
            end("no sound from the caller", nanos);
        } else {
            longest.tick(nanos);
        }
    }

    /** The last sentence is on its way: hang up when all is said. */
    private void goodbye(long nanos) {
        move(Trigger.GOODBYE);
        spokeNanos = nanos;
    }

    private void toDesk(String number, long nanos) {
        spokeNanos = nanos;
        handover.desk(number, nanos);
    }

    /** Whether people on call ring, or talk to the caller: nothing of ours may end such a call. */
    boolean needsHuman() {
        return state.protectedCall() || handover.climbing();
    }

    /** Whether nothing is left to do, or it has been waited for long enough. */
    boolean finished(long nanos) {
        boolean done = !conversing.busy() || nanos - goneNanos > GONE_NANOS;
        return state == CallState.GONE && !handover.busy() && done && move(Trigger.DONE);
    }

    void close() {
        handover.close();
        prompter.close();
        caller.close();
        conversing.close();
    }

    private boolean move(Trigger trigger) {
        Optional<CallState> next = state.after(trigger);
        next.ifPresent(after -> state = after);
        trace.conversing(state.conversing());
        return next.isPresent();
    }

    private static String kebab(CallReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Conversing conversing() {
        return conversing;
    }

    /** What the conversation wants of the call. */
    private final class Wishes implements Conversing.Call {
        @Override
        public boolean conversing() {
            return state.conversing();
        }

        @Override
        public void decided(Decision decision, long nanos) {
            summons.detected(decision, nanos);
        }

        @Override
        public void transfer(Act.Transfer transfer, long nanos) {
            Optional<String> desk = parts.settings().desk().number();
            if (transfer.to() == Destination.ON_CALL) {
                summons.askedFor(transfer, nanos);
            } else if (desk.isPresent()) {
                toDesk(desk.get(), nanos);
            } else {
                conversing.tell(new Input.TransferFailed(Destination.DESK), nanos);
            }
        }

        @Override
        public void leave(long nanos) {
            goodbye(nanos);
        }

        @Override
        public void conversationLost(long nanos) {
            if (state.conversing()) {
                summons.conversationLost(nanos);
            }
        }
    }

    /** What a call that lasts too long wants of itself. */
    private final class TooLong implements LongestCall.Call {
        @Override
        public boolean conversing(long nanos) {
            return state.conversing() && !words.judging(nanos);
        }

        @Override
        public void toDesk(String number, long nanos) {
            LiveCall.this.toDesk(number, nanos);
        }

        @Override
        public void leave(long nanos) {
            goodbye(nanos);
        }
    }

    /** What a service that stops wants of the call. */
    private final class Stopping implements WayOut.Call {
        @Override
        public CallState state() {
            return state;
        }

        @Override
        public boolean needsHuman() {
            return LiveCall.this.needsHuman();
        }

        @Override
        public void toDesk(String number, long nanos) {
            LiveCall.this.toDesk(number, nanos);
        }

        @Override
        public void leave(long nanos) {
            goodbye(nanos);
        }

        @Override
        public void end(String why, long nanos) {
            LiveCall.this.end(why, nanos);
        }

        @Override
        public void endUnlessNeeded(String why, long nanos) {
            LiveCall.this.endUnlessNeeded(why, nanos);
        }
    }

    /** What the handover wants of the call. */
    private final class HandedOver implements Handover.Call {
        @Override
        public boolean move(Trigger trigger) {
            boolean moved = LiveCall.this.move(trigger);
            if (moved && (trigger == Trigger.PERSON_JOINED || trigger == Trigger.DESK_TAKEN)) {
                requests.stopRecording();
            }
            return moved;
        }

        @Override
        public void givenBack(Destination from) {
            if (wayOut.conversationEnded() || longest.conversationEnded()) {
                // The next tick says goodbye.
                return;
            }
            long nanos = System.nanoTime();
            if (!opening.converse(nanos)) {
                conversing.tell(new Input.TransferFailed(from), nanos);
            }
        }

        @Override
        public void returned(long nanos) {
            words.rearm(nanos);
            longest.begin(nanos);
            if (!opening.converse(nanos) && !conversing.returned(nanos) && state.conversing()) {
                summons.conversationLost(nanos);
            }
        }

        @Override
        public void goodbye() {
            spokeNanos = System.nanoTime();
            conversing.pause();
        }

        @Override
        public void callerGone(String why, long nanos) {
            gone(why, nanos);
        }

        @Override
        public void handedBack(long nanos) {
            end("handed to the PBX", nanos);
        }

        @Override
        public void sayNow(TemplateId id) {
            prompter.sayNow(id.key(), parts.catalogue().text(id, Map.of()));
        }
    }
}

package org.anteroom.agent.call;

import java.util.Optional;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.notice.Alarm;

/**
 * How one call goes out when the service stops: by a plan that leaves everybody the time they need, or at a deadline.
 * Invariant: while people on call ring or talk, or what was just said may be an emergency, the plan ends nothing; the
 * deadline does, and then an alarm says so. Mailbox only.
 */
final class WayOut {
    /** What is left to the call. */
    interface Call {
        CallState state();

        /** Whether people on call ring, or talk to the caller. */
        boolean needsHuman();

        /** Rings the desk. */
        void toDesk(String number, long nanos);

        /** Hang up when all is said. */
        void leave(long nanos);

        /** Ends at once, whatever is going on. */
        void end(String why, long nanos);

        /** Ends at once, unless somebody is needed or may be. */
        void endUnlessNeeded(String why, long nanos);
    }

    private static final String STOPPED = "service stopped";

    private final CallParts parts;
    private final CallerWords words;
    private final Conversing conversing;
    private final Handover handover;
    private final Prompter prompter;
    private final CallTrace trace;
    private final Call call;
    private Optional<WindDown> plan = Optional.empty();
    private boolean conversationEnded;
    private boolean closing;
    private long deadlineNanos;

    WayOut(
            CallParts parts,
            CallerWords words,
            Conversing conversing,
            Handover handover,
            Prompter prompter,
            CallTrace trace,
            Call call) {
        this.parts = parts;
        this.words = words;
        this.conversing = conversing;
        this.handover = handover;
        this.prompter = prompter;
        this.trace = trace;
        this.call = call;
    }

    /** From now on the call goes by this plan. */
    void by(WindDown wished, long nanos) {
        plan = Optional.of(wished);
        followPlan(nanos);
    }

    /**
     * The call ends like one whose caller hung up, so that a half-taken message is kept. One that needs a human, or has
     * one, goes on until the deadline.
     */
    void atOnce(long deadline, long nanos) {
        words.settle(nanos);
        closing = true;
        deadlineNanos = deadline;
        meetDeadline(nanos);
    }

    void tick(long nanos) {
        followPlan(nanos);
        meetDeadline(nanos);
    }

    /** Whether the conversation was ended for the stop: nobody may go on with it. */
    boolean conversationEnded() {
        return conversationEnded;
    }

    private void followPlan(long nanos) {
        if (plan.isEmpty()) {
            return;
        }
        boolean human = call.needsHuman();
        if (human) {
            plan = plan.map(before -> before.notBefore(nanos));
        }
        switch (plan.get().step(call.state(), human, words.judging(nanos), conversationEnded, nanos)) {
            case WAIT -> {}
            case HAND_OVER -> handOver(nanos);
            case GOODBYE -> goodbye(nanos);
            case END -> call.endUnlessNeeded(STOPPED, nanos);
        }
    }

    private void handOver(long nanos) {
        endConversation(nanos);
        Optional<String> desk = parts.settings().desk().number();
        if (desk.isPresent() && parts.settings().open(parts.clock().instant())) {
            conversing.say(TemplateId.STOPPING_TO_DESK);
            call.toDesk(desk.get(), nanos);
        } else {
            goodbye(nanos);
        }
    }

    private void goodbye(long nanos) {
        if (!conversationEnded) {
            endConversation(nanos);
        }
        handover.noDesk(nanos);
        conversing.say(TemplateId.GOODBYE_STOPPING);
        call.leave(nanos);
    }

    /** What the caller has said so far is kept as if they had hung up. */
    private void endConversation(long nanos) {
        conversationEnded = true;
        trace.note(nanos, CallJournal.Kind.CALL, "service stops");
        prompter.stop();
        conversing.pause();
        conversing.hungUp(nanos);
    }

    private void meetDeadline(long nanos) {
        if (!closing) {
            return;
        }
        boolean late = nanos - deadlineNanos >= 0;
        if (late && handover.busy()) {
            parts.alarms()
                    .raise(
                            Alarm.Kind.CALL_CUT,
                            "A call that needed a human was cut because the service was stopped: look at the call and"
                                    + " ring back.",
                            trace.call());
        }
        CallState state = call.state();
        if (late || !(state.protectedCall() || state == CallState.AT_DESK || words.judging(nanos))) {
            call.end(STOPPED, nanos);
        }
        if (late) {
            handover.close();
        }
    }
}

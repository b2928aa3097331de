package org.anteroom.agent.call;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.anteroom.agent.dialogue.Act;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Grade;
import org.anteroom.agent.emergency.OnCall;
import org.anteroom.agent.emergency.Plan;

/**
 * Who is rung for one caller, by who says that a human is needed: the detector, the caller, or a conversation that can't go
 * on. Rings before anything else is done. Mailbox only.
 */
final class Summons {
    private final CallParts parts;
    private final CallerLine caller;
    private final Optional<String> callerNumber;
    private final Conversing conversing;
    private final Handover handover;
    private final Prompter prompter;
    private final CallTrace trace;
    private final Supplier<CallState> state;

    /** @param callerNumber digits, told to whoever takes the call */
    Summons(
            CallParts parts,
            CallerLine caller,
            Optional<String> callerNumber,
            Conversing conversing,
            Handover handover,
            Prompter prompter,
            CallTrace trace,
            Supplier<CallState> state) {
        this.parts = parts;
        this.caller = caller;
        this.callerNumber = callerNumber;
        this.conversing = conversing;
        this.handover = handover;
        this.prompter = prompter;
        this.trace = trace;
        this.state = state;
    }

    /** The detector found an emergency, or the doubt of one. */
    void detected(Decision decision, long nanos) {
        trace.decided(decision, endOfWords(decision, nanos), nanos);
        if (prompter.speaking()) {
            trace.begins(Latency.DECISION_TO_SILENCE, nanos);
        }
        human(decision, decision.grade() == Grade.ALARM, true, nanos);
        trace.conversing(state.get().conversing());
        if (state.get() == CallState.EMERGENCY) {
            conversing.override(nanos);
        }
    }

    private long endOfWords(Decision decision, long nanos) {
        return decision.words().isEmpty()
                ? nanos
                : caller.clock()
                        .nanosAt(decision.words()
                                .get(decision.words().size() - 1)
                                .endMs());
    }

    /** The caller asks for the clinician on call, and no more. */
    void askedFor(Act.Transfer transfer, long nanos) {
        // No grade, so that whatever the detector decides goes over it.
        String rule = transfer.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Decision wish = new Decision(Grade.NONE, "conversation." + rule, rule, List.of(), 0);
        trace.person(wish, nanos);
        human(wish, true, false, nanos);
    }

    /** The conversation can't go on. */
    void conversationLost(long nanos) {
        Decision lost = new Decision(Grade.CONCERN, "conversation.lost", "caller", List.of(), 0);
        trace.person(lost, nanos);
        human(lost, false, true, nanos);
    }

    /** @param alarm whether the people on call are rung at once; otherwise the nearest person first */
    private void human(Decision decision, boolean alarm, boolean insistent, long nanos) {
        boolean before = state.get() == CallState.EMERGENCY;
        Instant now = parts.clock().instant();
        OnCall duty = parts.duty().get();
        Plan plan = alarm
                ? parts.settings().onCall(duty, now, decision.category())
                : parts.settings().nearestPerson(duty, now, decision.category());
        // Who merely asks is never put through to a service such as 911.
        handover.human(insistent ? plan : plan.people(), decision, insistent, callerNumber, nanos);
        if (!before && state.get() == CallState.EMERGENCY) {
            caller.expectAnything();
            conversing.pause();
        }
    }
}

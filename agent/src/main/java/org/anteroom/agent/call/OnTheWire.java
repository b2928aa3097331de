package org.anteroom.agent.call;

import java.util.function.Supplier;
import org.anteroom.agent.watch.Metric;

/** Keeps what the caller hears of us, and when: for the own-voice guard, the conversation and the trace. Mailbox only. */
final class OnTheWire implements Prompter.Listener {
    private final CallParts parts;
    private final CallerLine caller;
    private final OwnVoice own;
    private final CallTrace trace;
    private final Supplier<Conversing> conversing;

    /** @param conversing whoever waits for our silence; asked for only once something is said */
    OnTheWire(CallParts parts, CallerLine caller, OwnVoice own, CallTrace trace, Supplier<Conversing> conversing) {
        this.parts = parts;
        this.caller = caller;
        this.own = own;
        this.trace = trace;
        this.conversing = conversing;
    }

    @Override
    public void began(Prompter.Utterance utterance, long nanos) {
        conversing.get().silence().speaking();
        String text = utterance.text();
        own.started(
                utterance.id(),
                parts.prompts().words(text),
                parts.prompts().lengthMs(text),
                caller.clock().audioMsAt(nanos));
        trace.said(utterance, nanos);
    }

    @Override
    public void ended(Prompter.Utterance utterance, boolean complete, long nanos) {
        own.ended(utterance.id(), caller.clock().audioMsAt(nanos));
        if (!complete) {
            trace.silenced(nanos);
        }
        conversing.get().quiet(nanos);
    }

    @Override
    public void unspeakable(Prompter.Utterance utterance) {
        trace.count(Metric.PROMPTS_REJECTED);
        trace.fault("unspeakable " + utterance.key(), System.nanoTime());
    }
}

package org.anteroom.agent.call;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.dialogue.CallFacts;
import org.anteroom.agent.dialogue.ReturnCall;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.sip.CallReason;

/**
 * How a call begins: with the conversation, or with the desk ringing first, as the practice chose for what brought the call
 * here. The first words are always what to do when a life is in danger, and the detector hears the caller from the first
 * sound. Mailbox only.
 */
final class Opening {
    private static final long GREET_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    /** Puts the caller through. */
    interface Desk {
        void ring(String number, long nanos);
    }

    private final CallParts parts;
    private final Optional<String> callerNumber;
    private final Optional<CallReason> reason;
    private final Optional<ReturnCall> returned;
    private final Requests requests;
    private final Conversing conversing;
    private final Prompter prompter;
    private final Desk desk;
    private boolean greeted;
    private boolean begun;

    Opening(CallParts parts, CallLegs legs, Requests requests, Conversing conversing, Prompter prompter, Desk desk) {
        this.parts = parts;
        // Where we called back the number is one on file: nothing that could be spoken may know it.
        this.callerNumber = legs.returned().isPresent() ? Optional.empty() : legs.callerNumber();
        this.reason = legs.reason();
        this.returned = legs.returned();
        this.requests = requests;
        this.conversing = conversing;
        this.prompter = prompter;
        this.desk = desk;
    }

    /**
     * Greets as soon as the caller's sound flows, so that nothing of ours is lost on the way: dead air or a clipped word
     * otherwise.
     *
     * @param answeredNanos how long ago the call was answered
     */
    void tick(boolean flowing, long answeredNanos, long nanos) {
        if (greeted || !(flowing || answeredNanos > GREET_AFTER_NANOS)) {
            return;
        }
        Optional<String> first = deskFirst();
        if (first.isEmpty()) {
            converse(nanos);
            return;
        }
        greeted = true;
        conversing.say(TemplateId.GREETING_EMERGENCY);
        conversing.say(TemplateId.GREETING_PRACTICE);
        if (requests.recording()) {
            conversing.say(TemplateId.GREETING_RECORDED);
        }
        conversing.say(TemplateId.TO_DESK);
        desk.ring(first.get(), nanos);
    }

    /** Begins the conversation, where it has not begun; tells whether it did so now. What was said of the desk is cut. */
    boolean converse(long nanos) {
        if (begun) {
            return false;
        }
        if (greeted) {
            prompter.stop();
        }
        greeted = true;
        begun = true;
        CallFacts facts = new CallFacts(
                parts.settings().office(),
                parts.settings().services(),
                callerNumber,
                requests.recording(),
                parts.settings().emergencyOnly(),
                parts.settings().desk().number().isPresent(),
                returned);
        conversing.begin(facts, nanos);
        return true;
    }

    private Optional<String> deskFirst() {
        return reason.flatMap(
                why -> parts.settings().deskFirst(why, parts.clock().instant()));
    }
}

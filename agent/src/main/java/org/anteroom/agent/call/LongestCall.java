package org.anteroom.agent.call;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.dialogue.TemplateId;

/**
 * The end of an ordinary call that lasts too long. Time with a person doesn't count, and nothing of it touches a call that a
 * person has or is rung for.
 *
 * <pre>
 *   the conversation has the call ------- a minute before ------- longest
 *     in opening hours, with a desk        | put through to the desk; nobody takes it: goodbye
 *     otherwise                            | told so              | goodbye
 * </pre>
 *
 * Mailbox only.
 */
final class LongestCall {
    private static final long WARNING_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** What is left to the call. */
    interface Call {
        /** Whether the conversation has the line, and nothing just heard is still being judged. */
        boolean conversing(long nanos);

        /** Rings the desk. */
        void toDesk(String number, long nanos);

        /** Hang up when all is said. */
        void leave(long nanos);
    }

    private final CallParts parts;
    private final Conversing conversing;
    private final Prompter prompter;
    private final CallTrace trace;
    private final Call call;
    private final long longestNanos;
    private long since;
    private boolean warned;
    private boolean conversationEnded;

    LongestCall(CallParts parts, Conversing conversing, Prompter prompter, CallTrace trace, Call call) {
        this.parts = parts;
        this.conversing = conversing;
        this.prompter = prompter;
        this.trace = trace;
        this.call = call;
        this.longestNanos =
                Duration.ofMinutes(parts.settings().calls().longestMinutes()).toNanos();
    }

    /** The conversation has the call from now on without a person in between. */
    void begin(long nanos) {
        since = nanos;
        warned = false;
        conversationEnded = false;
    }

    /** Whether the conversation was ended because of it: nobody may go on with it. */
    boolean conversationEnded() {
        return conversationEnded;
    }

    void tick(long nanos) {
        long left = longestNanos - (nanos - since);
        if (left > WARNING_NANOS || !call.conversing(nanos)) {
            return;
        }
        if (conversationEnded || left <= 0) {
            goodbye(nanos);
        } else if (!warned) {
            warned = true;
            warn(nanos);
        }
    }

    private void warn(long nanos) {
        trace.note(nanos, CallJournal.Kind.CALL, "longest call");
        Optional<String> desk = parts.settings().desk().number();
        if (desk.isPresent()
                && !parts.settings().emergencyOnly()
                && parts.settings().open(parts.clock().instant())) {
            endConversation(nanos);
            conversing.say(TemplateId.STOPPING_TO_DESK);
            call.toDesk(desk.get(), nanos);
        } else {
            conversing.say(TemplateId.CALL_ENDS_SOON);
        }
    }

    private void goodbye(long nanos) {
        if (!conversationEnded) {
            endConversation(nanos);
        }
        conversing.say(TemplateId.GOODBYE_STOPPING);
        call.leave(nanos);
    }

    /** What the caller has said so far is kept as if they had hung up. */
    private void endConversation(long nanos) {
        conversationEnded = true;
        prompter.stop();
        conversing.pause();
        conversing.hungUp(nanos);
    }
}

package org.anteroom.agent.rehearsal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.SpokenDigits;
import org.anteroom.speech.Expected;

/** What a caller of the demo answers to which question of the agent, so that a question asked again is answered again.
 *  One call's thread.
 */
final class DemoReplies {

    /** @param pause how long a pause the agent allows in the answer */
    record Reply(String clip, Expected.Kind pause) {}

    private static final String ASK_MORE = "ask-more";
    private static final String READ_NUMBER = "read-number";

    private final Map<String, Reply> replies = new HashMap<>();
    private final String number;
    private boolean aboutSaid;

    /** @param number the call-back number the caller means, as digits */
    DemoReplies(String number) {
        this.number = number;
    }

    DemoReplies wish(String clip) {
        return to(clip, Expected.Kind.OPEN, "how-can-i-help", "help-open");
    }

    DemoReplies name(String clip) {
        return to(clip, Expected.Kind.OPEN, "ask-name", "ask-name-again", "help-name");
    }

    DemoReplies sameNumber(String clip) {
        return to(clip, Expected.Kind.YES_NO, "ask-same-number");
    }

    DemoReplies number(String clip) {
        return to(clip, Expected.Kind.DIGITS, "ask-number", "ask-number-digits", "ask-number-again", "help-number");
    }

    DemoReplies about(String clip) {
        return to(clip, Expected.Kind.MONOLOGUE, "ask-about", "ask-about-again", "ask-more-now", "help-about");
    }

    DemoReplies yes(String clip) {
        return to(
                clip,
                Expected.Kind.YES_NO,
                READ_NUMBER,
                "offer-message",
                "offer-message-or-person",
                "help-yes-no",
                "help-offer");
    }

    DemoReplies no(String clip) {
        return to(clip, Expected.Kind.YES_NO, ASK_MORE);
    }

    DemoReplies bye(String clip) {
        return to(clip, Expected.Kind.OPEN, "anything-else");
    }

    private DemoReplies to(String clip, Expected.Kind pause, String... questions) {
        for (String question : questions) {
            replies.put(question, new Reply(clip, pause));
        }
        return this;
    }

    /** The answer to what the agent said last; empty when that asks for none. */
    Optional<Reply> to(Happening said) {
        String question = said.what();
        Optional<Reply> reply = Optional.ofNullable(replies.get(question));
        if (question.equals(READ_NUMBER)
                && !SpokenDigits.of(Normaliser.words(said.words())).equals(number)) {
            reply = Optional.ofNullable(replies.get(ASK_MORE));
        }
        if (question.equals(ASK_MORE) && !aboutSaid) {
            reply = Optional.ofNullable(replies.get("ask-about")).or(() -> Optional.ofNullable(replies.get(ASK_MORE)));
        }
        if (aboutSaid && question.equals("help-open")) {
            reply = Optional.ofNullable(replies.get("anything-else"));
        }
        aboutSaid |= reply.map(each -> each.pause() == Expected.Kind.MONOLOGUE).orElse(false);
        return reply;
    }
}

package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;

/**
 * A conversation as a value. Made by {@link Conversation#start()}, changed only by {@link Conversation#step}.
 *
 * @param stage where it stands
 * @param facts what was known when it began; empty before
 * @param form the message being taken
 * @param repairs what had to be mended
 * @param said the last sentences, said again on "repeat"
 * @param listening how the caller is listened to; empty while something else is awaited
 * @param back where to go on after a commit, a failed transfer or a suspension
 * @param failedTransfers how often nobody took the call; after two nobody is tried again
 */
public record State(
        Stage stage,
        Optional<CallFacts> facts,
        Form form,
        Repairs repairs,
        List<Act.Say> said,
        Optional<Listen> listening,
        Stage back,
        int failedTransfers) {
    public State {
        said = List.copyOf(said);
    }

    /** True once {@link Act.End} was asked for or the caller hung up: further inputs are answered with nothing. */
    public boolean ended() {
        return stage == Stage.ENDED;
    }
}

package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.practice.reception.Query;

/**
 * A conversation as a value. Made by {@link Conversation#start()}, changed only by {@link Conversation#step}.
 *
 * @param stage where it stands
 * @param back the stage to go on with after a commit, a failed transfer or a suspension
 * @param facts what was known when it began; empty before
 * @param form the message being taken
 * @param errand what is being done beside a message
 * @param repairs what had to be mended
 * @param said the last sentences, said again on "repeat"
 * @param pending what is being committed
 * @param query what the practice's records are being asked
 * @param transfer what is being tried
 * @param failedTransfers how often nobody took the call
 */
public record State(
        Stage stage,
        Stage back,
        Optional<CallFacts> facts,
        Form form,
        Errand errand,
        Repairs repairs,
        List<Act.Say> said,
        Optional<Request> pending,
        Optional<Query> query,
        Optional<Act.Transfer> transfer,
        int failedTransfers) {
    public State {
        said = List.copyOf(said);
    }

    static final State NEW = new State(
            Stage.NEW,
            Stage.OPEN,
            Optional.empty(),
            Form.EMPTY,
            Errand.NONE,
            Repairs.NONE,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0);

    /** True once {@link Act.End} was asked for: further inputs are answered with nothing. */
    public boolean ended() {
        return stage == Stage.ENDED;
    }

    @Override
    public String toString() {
        return "State[" + stage + ", " + repairs + "]";
    }
}

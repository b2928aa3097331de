package org.anteroom.agent.call;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.Understood;

/**
 * A finished turn on its way to the conversation: it waits for what it is for, which is found out beside the call, and never for long.
 *
 * <pre>
 *   end of turn --- asked --- answered, or {@value #MOST_MS} ms over, or the conversation is told something else: it goes on
 * </pre>
 *
 * Mailbox only.
 */
final class TurnInMind {
    /** Twenty times what it takes: a caller who waits for an answer shall not notice. */
    private static final long MOST_MS = 150;

    static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(MOST_MS);

    /** Finds out what a turn is for. */
    interface Asking {
        /** Nothing is looked at. */
        Asking NONE = (turn, words) -> false;

        /**
         * Never blocks; the answer comes back as mail.
         *
         * @param turn which turn of the call it is
         * @return whether there may be an answer
         */
        boolean ask(int turn, List<String> words);
    }

    private final Asking asking;
    private Optional<Input.Said> said = Optional.empty();
    private int turn;
    private long sinceNanos;

    TurnInMind(Asking asking) {
        this.asking = asking;
    }

    /** Whether the turn waits here from now on; otherwise there is nothing to wait for. */
    boolean keeps(Input.Said finished, long nanos) {
        turn++;
        boolean asked = !finished.words().isEmpty() && asking.ask(turn, finished.words());
        said = asked ? Optional.of(finished) : Optional.empty();
        sinceNanos = nanos;
        return asked;
    }

    boolean waiting() {
        return said.isPresent();
    }

    /** The turn with what it is for, unless it has gone on already. */
    Optional<Input.Said> answered(int asked, Optional<Understood> understood) {
        return asked == turn
                ? take().map(finished -> understood.map(finished::meaning).orElse(finished))
                : Optional.empty();
    }

    /** The turn as it is, when it has waited for long enough. */
    Optional<Input.Said> overdue(long nanos) {
        return nanos - sinceNanos >= MOST_NANOS ? take() : Optional.empty();
    }

    /** The turn as it is. */
    Optional<Input.Said> take() {
        Optional<Input.Said> taken = said;
        said = Optional.empty();
        return taken;
    }
}

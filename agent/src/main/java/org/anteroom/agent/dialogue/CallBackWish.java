package org.anteroom.agent.dialogue;

import static java.util.Objects.requireNonNull;

import org.anteroom.agent.practice.reception.Claim;
import org.anteroom.agent.practice.reception.Task;

/**
 * What a caller wants done who must be called back first, to show who they are. All of it is PHI.
 *
 * @param claim whom it is about, as the caller says
 * @param form what else was told
 * @param errand what is gone on with
 */
public record CallBackWish(Claim claim, Form form, Errand errand) {
    public CallBackWish {
        requireNonNull(claim, "claim");
        requireNonNull(form, "form");
        requireNonNull(errand, "errand");
    }

    /** What it takes a proof for. */
    public Task task() {
        return errand.job().orElse(Job.CANCEL).task();
    }

    @Override
    public String toString() {
        return "CallBackWish[" + task() + "]";
    }
}

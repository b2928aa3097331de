package org.anteroom.agent.dialogue;

import static java.util.Objects.requireNonNull;

/**
 * We have called back, and somebody there pressed the key: who, is still to be shown.
 *
 * @param patient id of the one on file with the number that was rung
 * @param wish what it was asked for
 */
public record ReturnCall(String patient, CallBackWish wish) {
    public ReturnCall {
        requireNonNull(patient, "patient");
        requireNonNull(wish, "wish");
    }

    @Override
    public String toString() {
        return "ReturnCall[" + wish.task() + "]";
    }
}

package org.anteroom.agent.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.practice.reception.Claim;

/** What callers want who are to be called back, for tests of other rooms. */
public final class CallBackWishes {
    private CallBackWishes() {}

    /** Somebody wants to cancel. */
    public static CallBackWish cancelling(String name, LocalDate birth) {
        Claim claim = new Claim(
                List.of(name),
                Optional.of(birth),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("6145550155"));
        Errand errand = Errand.NONE.begun(Job.CANCEL);
        return new CallBackWish(claim, Form.EMPTY.withName(name, Optional.empty()), errand);
    }
}

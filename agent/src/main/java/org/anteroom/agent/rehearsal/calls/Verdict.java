package org.anteroom.agent.rehearsal.calls;

import java.util.List;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.rehearsal.caller.Situation;

/**
 * One call, judged.
 *
 * @param wrong what contradicts the goal, a sentence each
 */
record Verdict(PracticeType type, Situation situation, Account account, Outcome outcome, List<String> wrong) {
    Verdict {
        wrong = List.copyOf(wrong);
    }

    /** Of a call that could not be tried, for the reason given. */
    static Verdict notHeld(PracticeType type, Situation situation, String why) {
        return new Verdict(type, situation, Account.notHeld(why), Outcome.NOT_HELD, List.of());
    }

    /** From bad to good, for the list of the worst: what could not be tried first, then a wrong commitment, then nothing at all, then many repairs. */
    int badness() {
        int base =
                switch (outcome) {
                    case NOT_HELD -> 2_000;
                    case WRONG -> 1_000;
                    case NOTHING -> 500;
                    case TO_STAFF -> 100;
                    default -> 0;
                };
        return base + 10 * account.repairs() + account.turns();
    }
}

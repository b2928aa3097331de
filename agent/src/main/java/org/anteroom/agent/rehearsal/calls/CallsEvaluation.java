package org.anteroom.agent.rehearsal.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.dialogue.TurnMeaning;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.caller.Situation;

/** Lets callers who are strangers to the agent call it in text, and judges what came of each call. One thread. */
public final class CallsEvaluation {
    private final Strangers strangers;
    private final Optional<Scorer> scorer;
    private final Optional<TurnMeaning> meaning;
    private final CallerRecords records;

    /**
     * @param practices called in turn
     * @param scorer how much words mean an emergency; without one phrases alone count
     * @param meaning what turns are for; without it reviewed patterns alone count
     */
    public CallsEvaluation(
            List<TextPractice> practices,
            Optional<Scorer> scorer,
            Optional<TurnMeaning> meaning,
            CallerRecords records) {
        this.strangers = new Strangers(practices);
        this.scorer = scorer;
        this.meaning = meaning;
        this.records = records;
    }

    /**
     * Holds calls one after another.
     *
     * @param calls how many, from 1
     * @param seed of the first; each has its own, so that one call can be held again alone
     */
    public CallsReport run(int calls, long seed) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            verdicts.add(one(seed + call));
        }
        return new CallsReport(verdicts);
    }

    private Verdict one(long seed) {
        TextPractice practice = strangers.practice(seed);
        Situation situation = strangers.caller(seed);
        Account account = new CallTrial(practice, scorer, meaning, records, situation).hold();
        return Judge.of(practice, situation, account);
    }
}

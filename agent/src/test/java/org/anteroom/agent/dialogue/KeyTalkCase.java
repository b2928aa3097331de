package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.PracticeType;

/** A call with a PIN as a test holds it: what is put in, and what came of the last of it. */
abstract class KeyTalkCase<S> {
    private final Catalogue catalogue = Catalogue.of(PracticeType.DENTAL);
    private final boolean desk;
    final List<Act> acts = new ArrayList<>();
    S state;

    /** @param desk whether a front desk can be reached */
    KeyTalkCase(S start, boolean desk) {
        this.state = start;
        this.desk = desk;
    }

    abstract KeyTurn<S> step(S state, Input input);

    final void put(Input input) {
        KeyTurn<S> turn = step(state, input);
        state = turn.state();
        acts.clear();
        acts.addAll(turn.acts());
    }

    final void began() {
        put(new Input.Began(new CallFacts(Example.office(), Optional.empty(), false, false, desk)));
    }

    final void keys(String... each) {
        for (String keys : each) {
            put(new Input.Keyed(keys));
        }
    }

    final void news(DutyNews news) {
        put(new Input.Duty(news));
    }

    final List<String> said() {
        return acts.stream()
                .filter(Act.Say.class::isInstance)
                .map(act -> catalogue.text((Act.Say) act))
                .toList();
    }

    final List<DutyWish> wishes() {
        return acts.stream()
                .filter(Act.HandOver.class::isInstance)
                .map(act -> ((Act.HandOver) act).wish())
                .toList();
    }
}

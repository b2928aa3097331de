package org.anteroom.agent.emergency;

import java.util.Set;
import java.util.function.Predicate;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.words.Utterance;

/**
 * What the rules decide about a sentence without the score: a call in which it is all that is said, word by word and then as a finished
 * turn. True when any beginning is decided, alarm or concern, by rules that no meaning can vote down: out of hours both ring the on-call
 * clinician. Any thread.
 */
public final class RulesAlone implements Predicate<String> {
    private final Detector detector;

    /** The rules of this detector. */
    public RulesAlone(Detector detector) {
        this.detector = detector;
    }

    /** The base set and the rules of this practice type. */
    RulesAlone(PracticeType practice) {
        this(new Detector(RuleBook.of(Set.of(practice)), Keys.DEFAULT));
    }

    @Override
    public boolean test(String text) {
        return decide(Utterance.typed(text, 0));
    }

    /** The same with what doubtful rules found. */
    Ruling ruling(String text) {
        DetectorState state = after(Utterance.typed(text, 0));
        if (state.grade() != Grade.NONE) {
            return Ruling.FIRM;
        }
        return state.doubts().isEmpty() ? Ruling.NONE : Ruling.DOUBTFUL;
    }

    /** The same of a sentence that was taken apart already. */
    public boolean decide(Utterance whole) {
        return after(whole).grade() != Grade.NONE;
    }

    private DetectorState after(Utterance whole) {
        DetectorState state = detector.initial();
        for (int words = 1; words <= whole.words().size(); words++) {
            state = heard(state, whole.partial(words));
        }
        return heard(state, whole);
    }

    private DetectorState heard(DetectorState state, Utterance now) {
        return detector.step(state, Evidence.Words.of(now)).state();
    }
}

package org.anteroom.agent.emergency;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.words.Utterance;

/** A call as the detector sees it: what is said, typed and waited for, in order. */
final class Heard {

    static final Detector EVERY_PRACTICE = new Detector(RuleBook.of(EnumSet.allOf(PracticeType.class)), Keys.DEFAULT);

    private DetectorState state = EVERY_PRACTICE.initial();
    private boolean personAsked;

    /** The whole sentence, word by word and then as a finished turn; the first decision. */
    static Optional<Decision> decision(String text) {
        return new Heard().said(text, 0);
    }

    static Grade grade(String text) {
        Heard call = new Heard();
        call.said(text, 0);
        return call.state.grade();
    }

    Optional<Decision> said(String text, int startMs) {
        Utterance whole = Utterance.typed(text, startMs);
        Optional<Decision> first = Optional.empty();
        for (int words = 1; words <= whole.words().size(); words++) {
            Optional<Decision> now = step(Evidence.Words.of(whole.partial(words)));
            first = first.isPresent() ? first : now;
        }
        Optional<Decision> last = step(Evidence.Words.of(whole));
        return first.isPresent() ? first : last;
    }

    Optional<Decision> partial(String text, int startMs) {
        Utterance whole = Utterance.typed(text, startMs);
        return step(Evidence.Words.of(whole.partial(whole.words().size())));
    }

    Optional<Decision> complete(String text, int startMs) {
        return step(Evidence.Words.of(Utterance.typed(text, startMs)));
    }

    Optional<Decision> over(String text, int startMs, List<Playing> playing) {
        return step(Evidence.Words.over(Utterance.typed(text, startMs), playing));
    }

    Optional<Decision> typed(String keys, EntryMode mode, long startMs) {
        Optional<Decision> first = Optional.empty();
        for (int i = 0; i < keys.length(); i++) {
            Optional<Decision> now = step(new Evidence.Key(keys.charAt(i), mode, startMs + 300L * i));
            first = first.isPresent() ? first : now;
        }
        return first;
    }

    Optional<Decision> pause(long atMs) {
        return step(new Evidence.Pause(atMs));
    }

    Optional<Decision> quiet(long atMs) {
        return step(Evidence.Quiet.at(atMs));
    }

    Optional<Decision> step(Evidence evidence) {
        return detect(evidence).decision();
    }

    Detection detect(Evidence evidence) {
        Detection detection = EVERY_PRACTICE.step(state, evidence);
        state = detection.state();
        personAsked |= detection.personAsked();
        return detection;
    }

    void rearm(long atMs) {
        state = state.rearmed(atMs);
    }

    boolean personAsked() {
        return personAsked;
    }

    Grade grade() {
        return state.grade();
    }
}

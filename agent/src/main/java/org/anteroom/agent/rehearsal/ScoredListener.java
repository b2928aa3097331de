package org.anteroom.agent.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Grade;
import org.anteroom.agent.emergency.Score;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.words.Utterance;
import org.anteroom.speech.Listening;

/** A listener to one recording that remembers how near its words came to a decision by their meaning. */
final class ScoredListener {

    private static final Score NOTHING = new Score(-2, List.of());

    /**
     * What was scored.
     *
     * @param before words of finished turns at that moment
     */
    private record Asked(String words, Score score, int before) {}

    private final Detector detector;
    private final Scorer scorer;
    private final AudioListener listener;
    private final List<Asked> asked = new ArrayList<>();

    ScoredListener(Listening listening, Detector detector, Scorer scorer) {
        this.detector = detector;
        this.scorer = scorer;
        this.listener = new AudioListener(listening, detector, this::score);
    }

    void hear(short[] pcm) {
        listener.hear(pcm);
    }

    private Score score(String words) {
        Score score = scorer.of(words);
        asked.add(new Asked(words, score, listener.words().size()));
        return score;
    }

    Grade grade() {
        return listener.grade();
    }

    /** The first decision; a later one only raises the grade. */
    Optional<Decision> decision() {
        return listener.decision();
    }

    String heard() {
        return String.join(" ", listener.words());
    }

    /** Where the score decided first, the rules are asked what they find in all that was heard. */
    Standing standing() {
        Optional<Decision> first = decision();
        boolean rule = first.isPresent()
                && (first.get().score().isEmpty()
                        || EmergencyEvaluation.judge(detector, words -> NOTHING, Utterance.typed(heard(), 0))
                                .gravest()
                                .isPresent());
        return new Standing(rule, TopScore.of(scored()));
    }

    /** A turn is scored as a whole just before its words are taken up; while it goes on none are. */
    private List<TopScore> scored() {
        List<TopScore> scored = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Asked each = asked.get(i);
            int after = i + 1 < asked.size()
                    ? asked.get(i + 1).before()
                    : listener.words().size();
            scored.add(new TopScore(each.words(), after > each.before(), each.score()));
        }
        return scored;
    }
}

package org.anteroom.agent.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Clauses;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Detection;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.DetectorState;
import org.anteroom.agent.emergency.Evidence;
import org.anteroom.agent.emergency.Keys;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.agent.emergency.RulesAlone;
import org.anteroom.agent.emergency.Score;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.words.Utterance;

/**
 * Measures the emergency detector on written sentences. Each is fed word by word, as the partials of one turn and then
 * its end, through the detector state of a call of its own; it fires if any prefix fires.
 */
public final class EmergencyEvaluation {

    private final Map<Set<PracticeType>, Detector> detectors = new HashMap<>();
    private final Scorer scorer;

    /** @param scorer the score of a call; it is asked at the same moments */
    public EmergencyEvaluation(Scorer scorer) {
        this.scorer = scorer;
    }

    /**
     * Judges every row of a file.
     *
     * @throws TsvException when rows are malformed, with all their lines
     */
    public EmergencyReport run(Path tsv) throws TsvException {
        List<EmergencyVerdict> verdicts = new ArrayList<>();
        for (EmergencyCase each : EmergencyCase.read(tsv)) {
            verdicts.add(judge(each));
        }
        return new EmergencyReport(name(tsv), verdicts);
    }

    /** A file's own name, without the folders of whoever measures. */
    static String name(Path file) {
        return Objects.requireNonNullElse(file.getFileName(), file).toString();
    }

    private EmergencyVerdict judge(EmergencyCase each) {
        Detector detector =
                detectors.computeIfAbsent(each.practices(), types -> new Detector(RuleBook.of(types), Keys.DEFAULT));
        Utterance whole = Utterance.typed(each.text(), 0);
        Judgement judgement = judge(detector, scorer, whole);
        String reason = judgement.gravest().isPresent() == each.emergency()
                ? ""
                : judgement
                        .gravest()
                        .map(decision -> Reason.fired(decision, whole.text(), detector.explain(whole)))
                        .orElseGet(() -> Reason.missed(judgement.standing(), detector.explain(whole)));
        return new EmergencyVerdict(each, judgement.gravest(), judgement.decisive(), judgement.standing(), reason);
    }

    /**
     * What a call decided about a sentence.
     *
     * @param gravest the decision of the highest grade
     * @param decisive the number of the word with which the first decision came, from 1; 0 for none
     * @param standing what would make it fire at other thresholds of the score
     */
    record Judgement(Optional<Decision> gravest, int decisive, Standing standing) {}

    /** A call in which the sentence is all that is said, word by word. */
    static Judgement judge(Detector detector, Scorer scorer, Utterance whole) {
        DetectorState state = detector.initial();
        Optional<Decision> gravest = Optional.empty();
        List<TopScore> scored = new ArrayList<>();
        int decisive = 0;
        int words = whole.words().size();
        Clauses clauses = new Clauses();
        for (int heard = 1; heard <= words + 1; heard++) {
            Utterance now = heard <= words ? whole.partial(heard) : whole;
            List<Evidence> evidence = new ArrayList<>(List.of(Evidence.Words.of(now)));
            clauses.heard(now.words(), now.complete(), now.audioMs()).ifPresent(clause -> {
                Score score = scorer.of(clause.text());
                scored.add(new TopScore(clause.text(), clause.whole(), score));
                evidence.add(new Evidence.Scored(clause, score));
            });
            for (Evidence piece : evidence) {
                Detection detection = detector.step(state, piece);
                state = detection.state();
                if (detection.decision().isPresent()) {
                    decisive = gravest.isPresent() ? decisive : Math.min(heard, words);
                    gravest = detection.decision();
                }
            }
        }
        boolean rule = new RulesAlone(detector).decide(whole)
                || gravest.filter(decision -> !decision.byMeaning()).isPresent();
        return new Judgement(gravest, decisive, new Standing(rule, TopScore.of(scored)));
    }
}

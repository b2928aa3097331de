package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Found;
import org.anteroom.agent.emergency.Grade;
import org.anteroom.agent.emergency.Score;
import org.anteroom.agent.emergency.Timing;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.agent.words.Utterance;
import org.junit.jupiter.api.Test;

class ReasonTest {

    private static final Score.Near EMERGENCY = new Score.Near("m-1", "he dropped", "unconscious", true, 0.8);
    private static final Score.Near HARMLESS = new Score.Near("o-1", "i dropped my card", "ordinary", false, 0.9);

    private static Standing scored(boolean whole, double value, Score.Near... nearest) {
        return new Standing(
                false, Optional.of(new TopScore("the last words", whole, new Score(value, List.of(nearest)))));
    }

    private static Found found(Grade left, String... contexts) {
        return found(Timing.SETTLE, left, contexts);
    }

    private static Found found(Timing timing, Grade left, String... contexts) {
        return new Found("chest-pain", "chest-pain", Grade.ALARM, left, List.of(contexts), timing, "chest pain");
    }

    private static Decision decision(String rule, String words, Optional<Score> score) {
        List<HeardWord> heard = Utterance.typed(words, 0).words();
        return new Decision(Grade.ALARM, rule, "chest-pain", heard, 0, score);
    }

    @Test
    void aMissTellsHowNearTheScoreCameAndToWhat() {
        assertThat(Reason.missed(scored(true, 0.32, HARMLESS, EMERGENCY), List.of()))
                .isEqualTo("score 0.32 of the 0.40 needed, 0.90 like the harmless \"i dropped my card\" (o-1)");
        assertThat(Reason.missed(scored(false, 0.64), List.of()))
                .isEqualTo("score 0.64 of the 0.70 needed for \"the last words\"");
        assertThat(Reason.missed(new Standing(false, Optional.empty()), List.of()))
                .isEqualTo("no words to score");
    }

    @Test
    void aMissTellsTheRuleAndWhatTookItBack() {
        assertThat(Reason.missed(scored(true, 0.1), List.of(found(Grade.NONE, "past", "past", "negated"))))
                .endsWith("; the rule chest-pain on \"chest pain\" taken back by past, negated");
        assertThat(Reason.missed(scored(true, 0.1), List.of(found(Grade.ALARM))))
                .endsWith("; the rule chest-pain on \"chest pain\" only when its turns are read as one");
    }

    @Test
    void aSentenceThatSpeaksAgainstWhatCameOutIsFollowedByOneThatSpeaksForIt() {
        assertThat(Reason.missed(scored(true, 0.32, EMERGENCY, HARMLESS), List.of()))
                .contains("0.80 like the emergency \"he dropped\" (m-1), 0.90 like the harmless");
        assertThat(Reason.fired(
                        decision("meaning", "it dropped", Optional.of(new Score(0.61, List.of(HARMLESS, EMERGENCY)))),
                        "well it dropped",
                        List.of()))
                .isEqualTo(
                        "score 0.61 for \"it dropped\", 0.90 like the harmless \"i dropped my card\" (o-1), 0.80 like"
                                + " the emergency \"he dropped\" (m-1)");
    }

    @Test
    void aFalseAlarmTellsTheWordsOfItsRuleAndWhatCameTooLate() {
        Decision decision = decision("chest-pain", "chest pain", Optional.empty());
        assertThat(Reason.fired(decision, "chest pain years ago", List.of())).isEqualTo("on \"chest pain\"");
        assertThat(Reason.fired(decision, "chest pain years ago", List.of(found(Grade.NONE, "past"))))
                .isEqualTo("on \"chest pain\", taken back too late by past");
        assertThat(Reason.fired(decision, "chest pain at the office", List.of(found(Grade.CONCERN, "office"))))
                .isEqualTo("on \"chest pain\", changed by office");
    }

    @Test
    void ofADoubtfulRuleTheScoreIsTold() {
        assertThat(Reason.missed(scored(true, -0.5), List.of(found(Timing.DOUBTFUL, Grade.ALARM))))
                .endsWith("; the rule chest-pain on \"chest pain\", which the score speaks against");
        Decision decision = decision("chest-pain", "chest pain", Optional.of(new Score(-0.1, List.of())));
        assertThat(Reason.fired(decision, "no chest pain", List.of()))
                .isEqualTo("on \"chest pain\", which a score of -0.10 doesn't speak against");
    }

    @Test
    void theWholeSentenceIsNotRepeated() {
        assertThat(Reason.fired(
                        decision("meaning", "it dropped", Optional.of(new Score(0.61, List.of()))),
                        "it dropped",
                        List.of()))
                .isEqualTo("score 0.61");
    }
}

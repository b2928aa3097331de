package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.agent.words.Utterance;
import org.junit.jupiter.api.Test;

/** Typed words are 300 ms long. */
class ClausesTest {
    private static final String LONG = "i was calling about my bill and then my husband he just slid off the chair and"
            + " he will not look at me";

    private final Clauses clauses = new Clauses();

    private Optional<String> heard(String text, boolean complete) {
        Utterance whole = Utterance.typed(text, 0);
        return clauses.heard(whole.words(), complete, whole.audioMs()).map(Clause::text);
    }

    private static List<HeardWord> words(String text) {
        return Utterance.typed(text, 0).words();
    }

    @Test
    void aWholeTurnIsJudgedAndItsBeginningsAreNot() {
        assertThat(heard("she can't breathe", false)).isEmpty();
        assertThat(heard("she can't breathe through the new mask", false)).isEmpty();
        assertThat(heard("she can't breathe through the new mask", true))
                .hasValue("she can't breathe through the new mask");
    }

    @Test
    void ofATurnThatGoesOnTheLastWordsAreJudgedAgainAndAgain() {
        List<HeardWord> words = words(LONG);
        int judged = 0;
        for (int size = 1; size < words.size(); size++) {
            Optional<Clause> clause = clauses.heard(words.subList(0, size), false, 300L * size);
            assertThat(clause.isPresent()).as("%d words", size).isEqualTo(size > 14 && size % 2 == 1);
            if (clause.isPresent()) {
                judged++;
                assertThat(clause.get().whole()).isFalse();
                assertThat(clause.get().words()).isEqualTo(words.subList(size - 14, size));
            }
        }
        assertThat(judged).isPositive();
    }

    @Test
    void ofACallerWhoIsGoneTheUnfinishedTurnIsJudged() {
        heard("my father fell", false);
        assertThat(clauses.brokenOff(1_000)).map(Clause::text).hasValue("my father fell");
        assertThat(clauses.brokenOff(1_000)).isEmpty();
        heard("my father fell", true);
        assertThat(clauses.brokenOff(1_000)).isEmpty();
    }

    @Test
    void aTurnWhoseEndNeverCameDelaysNothing() {
        assertThat(heard(LONG, false)).isPresent();
        String next = LONG.substring(0, LONG.indexOf("chair") + 5);
        assertThat(heard("hello", false)).isEmpty();
        assertThat(heard(next, false)).isPresent();
    }

    @Test
    void whatTheModelWouldNotLookAtIsLeftOut() {
        String words = "a ".repeat(200).strip();
        assertThat(heard(words, true).orElseThrow().split(" ")).hasSize(40);
    }

    @Test
    void aTurnWithoutWordsOfTheCallerIsNothingToJudge() {
        assertThat(clauses.heard(List.of(), true, 500)).isEmpty();
    }

    @Test
    void aClausePrintsNoneOfTheCallersWords() {
        assertThat(new Clause(words("my chest hurts"), true, 900).toString()).doesNotContain("chest");
    }
}

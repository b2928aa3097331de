package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Keys;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.speech.Alternative;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Word;
import org.junit.jupiter.api.Test;

/** When a rule that waits is decided where the sound shows no pause. */
class TurnTest {
    private static final Detector DETECTOR = new Detector(RuleBook.of(EnumSet.allOf(PracticeType.class)), Keys.DEFAULT);

    private final OwnVoice own = new OwnVoice();
    private final Turn turn = new Turn(DETECTOR, own, new EchoWatch());

    @Test
    void whileWeSpeakShortlyAfterTheLastWord() {
        own.started(1, "You have reached the clinic. How can I help you?", 5_000, 0);
        assertThat(turn.heard(partial("i have chest pain")).decision()).isEmpty();
        assertThat(turn.quiet(2_250).decision()).isEmpty();
        assertThat(turn.quiet(2_550).decision()).isPresent();
    }

    @Test
    void otherwiseASecondAfterTheLastWord() {
        assertThat(turn.heard(partial("i have chest pain")).decision()).isEmpty();
        assertThat(turn.quiet(2_550).decision()).isEmpty();
        assertThat(turn.quiet(3_250).decision()).isPresent();
    }

    @Test
    void atOnceWhenTheCallerPauses() {
        assertThat(turn.heard(partial("i have chest pain")).decision()).isEmpty();
        assertThat(turn.paused(2_300)).isPresent();
    }

    @Test
    void ourOwnWordsAreTakenOutOfEveryReading() {
        own.started(1, "clinic", 400, 900);
        List<Word> first = words("clinic i need to come");
        List<Alternative> others =
                List.of(new Alternative(words("clinic i need some gum"), 0.5), new Alternative(words("clinic"), 1));
        Heard.Final whole = new Heard.Final(0, 3_000, first, others, List.of(), List.of(), 1_000, 2_500);
        assertThat(turn.heard(whole).clause().orElseThrow()).satisfies(clause -> {
            assertThat(clause.text()).isEqualTo("i need to come");
            assertThat(clause.others()).singleElement().satisfies(other -> {
                assertThat(HeardWord.text(other.words())).isEqualTo("i need some gum");
                assertThat(other.behind()).isEqualTo(0.5);
            });
        });
    }

    @Test
    void theSlotsReadingIsTheConversationsWhereItAccountsForAllAndNeverTheDetectors() {
        Heard.Final whole = new Heard.Final(
                0,
                2_500,
                words("i know chest pain"),
                List.of(),
                words("no that's all thanks"),
                List.of(),
                1_000,
                2_200);

        Turn.Outcome outcome = turn.heard(whole);

        assertThat(outcome.said().orElseThrow().words()).containsExactly("no", "that's", "all", "thanks");
        assertThat(outcome.said().orElseThrow().others()).contains(List.of("i", "know", "chest", "pain"));
        assertThat(outcome.clause().orElseThrow().text()).isEqualTo("i know chest pain");
        assertThat(outcome.decision()).isPresent();
    }

    private static Heard.Partial partial(String text) {
        List<Word> words = words(text);
        return new Heard.Partial(0, words.get(words.size() - 1).endMs(), words);
    }

    /** From 1,000 ms on, 300 ms each. */
    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int at = 1_000;
        for (String word : text.split(" ")) {
            words.add(new Word(word, 1, at, at + 300));
            at += 300;
        }
        return words;
    }
}

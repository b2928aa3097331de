package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.Utterance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    @ParameterizedTest
    @CsvSource({
        "nora whitfield, nora whitfield",
        "my name is nora whitfield, nora whitfield",
        "yes it's nora, nora",
        "this is omar reyes calling about my bill, omar reyes",
        "okay sure my first name is lee last is wong, lee wong",
        "the name's bond james bond, james bond",
        "k o w a l s k i, kowalski",
        "it's kowal k o w a l thank you, kowal"
    })
    void readsNames(String said, String name) {
        assertThat(Answers.names(said(said)).get(0)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call me at six one four five five five oh one eight eight",
                "about the fax you sent my number is six one four five five five oh one eight eight",
                "dana kim six one four five five five oh one eight eight",
                "i'm a member and you can reach me at six one four five five five oh one eight eight"
            })
    void theCallersNumberIsToldWithTheWish(String said) {
        assertThat(Requests.numberTold(Normaliser.words(said))).contains("6145550188");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the pharmacy's fax is six one four five five five oh one eight eight",
                "our fax number is six one four five five five oh one eight eight",
                "fax it to six one four five five five oh one eight eight",
                "my member i d is six one four five five five oh one eight eight",
                "the policy number is six one four five five five oh one eight eight"
            })
    void aNumberOfSomethingElseIsNotTheCallers(String said) {
        assertThat(Requests.numberTold(Normaliser.words(said))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"yes", "no", "why do you need that", "i want an appointment", "what", "i don't know", "you have it"})
    void takesNoSentenceForAName(String said) {
        assertThat(Answers.names(said(said))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "6145550192, the last four are one one one one, 6145551111",
        "6145550192, no it ends in nine five, 6145550195",
        "6145550192, no the area code is seven four oh, 7405550192",
        "5550192, the last digit is three, 5550193"
    })
    void mendsOneEndOfANumber(String number, String said, String mended) {
        assertThat(Answers.mended(number, said(said))).contains(mended);
    }

    @Test
    void takesTheNumberWithItsAreaCodeWhenTheSlotRecogniserLostIt() {
        List<String> words = Normaliser.words("you can reach me at two one two five five five zero one seven three");
        List<String> slot = Normaliser.words("five five five zero one seven three");

        assertThat(Answers.phone(new Input.Said(words, slot, new Clip(0, 4_000))))
                .contains("2125550173");
        assertThat(Answers.phone(new Input.Said(slot, words, new Clip(0, 4_000))))
                .contains("2125550173");
    }

    @Test
    void mendsNothingWithoutDigits() {
        assertThat(Answers.mended("6145550192", said("the last part is wrong"))).isEmpty();
        assertThat(Answers.mended("6145550192", said("no"))).isEmpty();
    }

    @Test
    void takesTheClipOfATurnFromItsWords() {
        Utterance heard = new Utterance(
                List.of(new HeardWord("Um", 1, 900, 1000), new HeardWord("Hello", 1, 1200, 1500)), true, 2000);
        Input.Said said = Input.Said.of(heard, List.of());
        assertThat(said.words()).containsExactly("hello");
        assertThat(said.clip()).isEqualTo(new Clip(1200, 1500));
        Input.Said nothing = Input.Said.of(new Utterance(List.of(), true, 700), List.of());
        assertThat(nothing.clip()).isEqualTo(new Clip(700, 700));
    }

    @Test
    void neverWritesWhatWasSaidIntoALog() {
        Input.Said said = said("my name is nora whitfield");
        Form form = Form.EMPTY
                .as(Category.MESSAGE)
                .withName("nora", Optional.empty())
                .withNumber("6145550192");
        CallFacts facts = new CallFacts(Example.office(), Optional.of("6145550192"), true, false, true);
        State state = new Conversation(new DialogueSettings(false))
                .step(State.NEW, new Input.Began(facts), java.time.Instant.EPOCH)
                .state();
        List<Object> values = List.of(
                said,
                form,
                form.finished(List.of(), Optional.empty()),
                form.unfinished(List.of()),
                state,
                new Act.Commit(form.finished(List.of(), Optional.empty())),
                facts,
                new Input.Keyed("6145550192"),
                new Input.Began(facts));
        assertThat(values).allSatisfy(value -> assertThat(value.toString())
                .doesNotContainIgnoringCase("nora")
                .doesNotContain("614555"));
    }

    private static Input.Said said(String text) {
        return new Input.Said(Normaliser.words(text), List.of(), new Clip(0, 1));
    }
}

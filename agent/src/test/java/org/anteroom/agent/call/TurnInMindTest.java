package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.Understood;
import org.anteroom.speech.Alternative;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Word;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A finished turn goes to the conversation with what it is for, and never waits long for that. */
final class TurnInMindTest extends SteppedCall {
    private Understood book;

    @BeforeEach
    void understanding() throws Exception {
        book = Senses.shared().meanings.of(List.of("could", "you", "squeeze", "me", "in"));
        answering = true;
    }

    @Test
    void reachesTheConversationWithWhatItIsFor() throws Exception {
        call.heard(whole("could you squeeze me in"), after(1_500));
        assertThat(asked).containsExactly(List.of("could", "you", "squeeze", "me", "in"));
        call.tick(after(1_550));
        assertThat(mails).isEmpty();

        meant(1, Optional.of(book), 1_560);

        assertThat(turn().understood()).contains(book);
        meant(1, Optional.of(book), 1_570);
        call.tick(after(2_000));
        assertThat(mails).isEmpty();
    }

    @Test
    void goesOnWithoutWhenThatTakesLong() throws Exception {
        call.heard(whole("could you squeeze me in"), after(1_500));
        call.tick(after(1_640));
        assertThat(mails).isEmpty();
        call.tick(after(1_650));

        assertThat(turn().understood()).isEmpty();
        meant(1, Optional.of(book), 1_700);
        assertThat(mails).isEmpty();
    }

    @Test
    void goesOnAtOnceWhenItCanNotBeFoundOut() throws Exception {
        call.heard(whole("could you squeeze me in"), after(1_500));
        meant(1, Optional.empty(), 1_501);
        assertThat(turn().understood()).isEmpty();

        answering = false;
        call.heard(whole("could you squeeze me in"), after(2_500));
        assertThat(turn().understood()).isEmpty();
    }

    @Test
    void comesBeforeWhateverTheConversationIsToldNext() throws Exception {
        call.heard(whole("i want to see somebody"), after(1_500));
        call.key('0', after(1_510));
        assertThat(turn().words()).startsWith("i", "want");
        assertThat(told()).isEqualTo(new Input.Keyed("0"));

        call.heard(whole("as soon as you can"), after(2_500));
        call.heard(whole("and not before nine"), after(2_510));
        assertThat(turn().words()).startsWith("as", "soon");
        meant(2, Optional.of(book), 2_520);
        meant(3, Optional.of(book), 2_530);
        assertThat(turn()).satisfies(last -> {
            assertThat(last.words()).startsWith("and", "not");
            assertThat(last.understood()).contains(book);
        });
    }

    @Test
    void anEmergencyIsDecidedWhileItWaits() {
        call.heard(whole("he is not breathing"), after(1_500));
        assertThat(invited()).contains("doctor");
    }

    @Test
    void keepsItsOtherReadings() throws Exception {
        List<Word> first = partial("my name is nora").words();
        List<Alternative> others = List.of(
                new Alternative(partial("my name is um norah").words(), 1),
                new Alternative(partial("my name is norah").words(), 2));
        call.heard(new Heard.Final(0, 2_000, first, others, List.of(), List.of(), 0, 1_200), after(2_000));
        meant(1, Optional.empty(), 2_001);

        assertThat(turn().others()).containsExactly(List.of("my", "name", "is", "norah"));
    }

    private void meant(int turn, Optional<Understood> understood, long ms) {
        call.meant(new Mail.CallerMeant(turn, understood, after(ms)));
    }

    private Input.Said turn() throws Exception {
        return (Input.Said) told();
    }

    /** What the conversation was told, which it has answered. */
    private Input told() throws Exception {
        Mail.Stepped step = step();
        call.stepped(step);
        return step.input();
    }
}

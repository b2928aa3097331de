package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.dialogue.Act;
import org.anteroom.agent.dialogue.Conversation;
import org.anteroom.agent.dialogue.DialogueSettings;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.Listen;
import org.anteroom.agent.dialogue.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is blocked, and what they are told. */
class BlockedCallersTest {
    private static final State NEW = new Conversation(new DialogueSettings(false)).start();

    @ParameterizedTest
    @CsvSource({
        "+12125550111, 2125550111, true",
        "2125550111, +12125550111, true",
        "2125550111, 12125550111, true",
        "2125550111, 0012125550111, true",
        "2125550111, 2125550112, false",
        "5550111, 2125550111, false",
        "204, 204, true",
        "204, 2204, false",
        "+1555*, 5550123456, true",
        "+1555*, +15550123456, true",
        "555*, 15550123456, true",
        "+1555*, 2125550111, false",
        "555*, 2125550111, false",
        "anonymous, 2125550111, false",
        "anonymous, '', true",
        "anonymous, anonymous, true",
        "2125550111, '', false"
    })
    void numbersAreComparedByTheirLastTenDigits(String entry, String caller, boolean blocked) {
        assertThat(new BlockedCallers(List.of(entry))
                        .contain(Optional.of(caller).filter(text -> !text.isEmpty())))
                .isEqualTo(blocked);
    }

    @Test
    void whoWithholdsTheNumberIsBlockedOnlyAsAnonymous() {
        assertThat(new BlockedCallers(List.of("+1212*", "anonymous")).contain(Optional.empty()))
                .isTrue();
        assertThat(new BlockedCallers(List.of("+1212*")).contain(Optional.empty()))
                .isFalse();
    }

    @Test
    void theirTextNamesNobody() {
        assertThat(new BlockedCallers(List.of("2125550111")).toString()).doesNotContain("212");
    }

    @Test
    void aBlockedCallerHearsWhatToDoInAnEmergencyAndMaySayThatItIsOne() {
        BlockedTalk talk = new BlockedTalk("Maple Street Clinic");
        assertThat(acts(talk, new Input.Began(null)))
                .extracting(BlockedCallersTest::name)
                .containsExactly("greeting-emergency", "emergency-only", "listen");
        assertThat(acts(talk, new Input.Silent()))
                .extracting(BlockedCallersTest::name)
                .containsExactly("goodbye", "end");
    }

    @Test
    void whoKeysOrComesBackFromAPersonIsSaidGoodbyeTo() {
        for (Input input : List.of(new Input.Keyed("0"), new Input.Resumed())) {
            BlockedTalk talk = new BlockedTalk("Maple Street Clinic");
            assertThat(acts(talk, input)).last().isInstanceOf(Act.End.class);
        }
        assertThat(acts(new BlockedTalk("Maple Street Clinic"), new Input.Overridden()))
                .isEmpty();
    }

    private static List<Act> acts(BlockedTalk talk, Input input) {
        return talk.step(NEW, input, Instant.EPOCH).acts();
    }

    private static String name(Act act) {
        return act instanceof Act.Say say ? say.id().key() : act instanceof Listen ? "listen" : "end";
    }
}

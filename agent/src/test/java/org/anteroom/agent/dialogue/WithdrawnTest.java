package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithdrawnTest {
    private static List<String> words(String said) {
        return Arrays.asList(said.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "never mind",
                "nevermind then",
                "you know what forget it",
                "actually don't bother",
                "okay forget i asked",
                "i changed my mind",
                "please cancel my request",
                "never mind i'll call back tomorrow",
                "on second thought i don't want it",
                "actually i don't need the refill anymore",
                "scrap that",
                "well you can drop it thanks"
            })
    void takesBackWhatWasBegun(String said) {
        assertThat(Withdrawn.in(words(said), Optional.of(Job.REFILL), false)).isTrue();
        assertThat(Withdrawn.in(words(said), Optional.empty(), false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "never mind the pharmacy",
                "forget it make it tuesday",
                "never mind monday tuesday is fine",
                "i changed my mind i want friday",
                "i don't need it on monday",
                "don't bother doctor ortiz with it tell the nurse",
                "helen parker",
                "yes",
                "no",
                "cancel my appointment"
            })
    void takesAnAnswerForOne(String said) {
        assertThat(Arrays.stream(Job.values()).map(Optional::of))
                .noneMatch(job -> Withdrawn.in(words(said), job, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just leave it as it is",
                "i'd rather keep my appointment",
                "actually leave everything the way it is"
            })
    void anAppointmentMayStay(String said) {
        assertThat(Withdrawn.in(words(said), Optional.of(Job.RESCHEDULE), false))
                .isTrue();
        assertThat(Withdrawn.in(words(said), Optional.of(Job.CANCEL), false)).isTrue();
        assertThat(Withdrawn.in(words(said), Optional.of(Job.REFILL), false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel that", "please cancel it"})
    void cancelsWhatWasBegunWhereThereIsNoAppointmentToCancel(String said) {
        assertThat(Withdrawn.in(words(said), Optional.of(Job.REFILL), false)).isTrue();
        assertThat(Withdrawn.in(words(said), Optional.of(Job.RESCHEDULE), false))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no i don't need that", "i don't want to", "no let's not"})
    void isADenialWhereAYesOrANoWasAskedFor(String said) {
        assertThat(Withdrawn.in(words(said), Optional.empty(), false)).isTrue();
        assertThat(Withdrawn.in(words(said), Optional.empty(), true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"never mind", "no never mind thanks", "don't bother", "no i don't need that"})
    void isNotOutrightWhereItMayOnlyMeanThatNothingElseIsWanted(String said) {
        assertThat(Withdrawn.outright(words(said))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"actually never mind", "forget about it", "i don't need it anymore", "i don't need it after all"
            })
    void isOutrightWhereItIsSaidOfWhatWasAskedFor(String said) {
        assertThat(Withdrawn.outright(words(said))).isTrue();
    }
}

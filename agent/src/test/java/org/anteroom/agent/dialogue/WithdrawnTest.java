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

    private static boolean in(String said, Job job, Stage stage) {
        return Withdrawn.in(words(said), Optional.of(job), Optional.of(job.category()), stage);
    }

    private static boolean message(String said, Category kind, Stage stage) {
        return Withdrawn.in(words(said), Optional.empty(), Optional.of(kind), stage);
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
        assertThat(in(said, Job.REFILL, Stage.NAME)).isTrue();
        assertThat(message(said, Category.REFILL, Stage.NAME)).isTrue();
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
        assertThat(Arrays.stream(Job.values())).noneMatch(job -> in(said, job, Stage.NAME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just leave it as it is",
                "i'd rather keep my appointment",
                "actually leave everything the way it is"
            })
    void anAppointmentMayStay(String said) {
        assertThat(in(said, Job.RESCHEDULE, Stage.NAME)).isTrue();
        assertThat(in(said, Job.CANCEL, Stage.NAME)).isTrue();
        assertThat(in(said, Job.REFILL, Stage.NAME)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel that", "please cancel it"})
    void cancelsWhatWasBegunWhereThereIsNoAppointmentToCancel(String said) {
        assertThat(in(said, Job.REFILL, Stage.NAME)).isTrue();
        assertThat(in(said, Job.RESCHEDULE, Stage.NAME)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no i don't need that", "i don't want to", "no let's not"})
    void isADenialWhereAYesOrANoWasAskedFor(String said) {
        assertThat(message(said, Category.REFILL, Stage.NAME)).isTrue();
        assertThat(message(said, Category.REFILL, Stage.SAME_NUMBER)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"never mind", "no never mind thanks", "don't bother", "no i don't need that"})
    void isNotOutrightWhereItMayOnlyMeanThatNothingElseIsWanted(String said) {
        assertThat(Withdrawn.outright(words(said), Optional.of(Category.REFILL), Stage.FURTHER))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"actually never mind", "forget about it", "i don't need it anymore", "i don't need it after all"
            })
    void isOutrightWhereItIsSaidOfWhatWasAskedFor(String said) {
        assertThat(Withdrawn.outright(words(said), Optional.of(Category.REFILL), Stage.FURTHER))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yeah i don't need it anymore",
                "i no longer need it",
                "yes i won't need the appointment anymore",
                "please cancel it i don't want it any more"
            })
    void needingNoAppointmentIsNoWishToKeepIt(String said) {
        assertThat(in(said, Job.CANCEL, Stage.CONFIRM_CANCEL)).isFalse();
        assertThat(in(said, Job.CONFIRM, Stage.CONFIRM_COMING)).isFalse();
        assertThat(Withdrawn.needless(words(said))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i don't want to cancel it anymore",
                "i don't need it cancelled",
                "don't cancel it i don't want it cancelled",
                "i changed my mind i'll keep it",
                "i don't need it today but keep it",
                "never mind i don't need it"
            })
    void isNoWishToCancel(String said) {
        assertThat(Withdrawn.needless(words(said))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i no longer need my appointment tomorrow",
                "i don't need my prescription anymore",
                "never mind i no longer want my appointment",
                "i don't want it anymore"
            })
    void aMessageMaySaySo(String said) {
        assertThat(message(said, Category.MESSAGE, Stage.ABOUT)).isFalse();
        assertThat(Withdrawn.outright(words(said), Optional.of(Category.MESSAGE), Stage.MORE))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"i no longer need my appointment tomorrow", "forget about my appointment"})
    void takesBackOnlyWhatIsUnderWay(String said) {
        assertThat(Withdrawn.outright(words(said), Optional.of(Category.REFILL), Stage.FURTHER))
                .isFalse();
        assertThat(in("forget it i don't need the appointment", Job.REFILL, Stage.NAME))
                .isFalse();
        assertThat(in("forget it i don't need the appointment", Job.BOOK, Stage.NAME))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no i don't want that one",
                "i don't want that time",
                "i don't want to wait",
                "let's not do that one",
                "i changed my mind i want the other one",
                "never mind that's right",
                "never mind that's fine",
                "i don't want that"
            })
    void refusesOrSwapsAnOfferedTime(String said) {
        assertThat(in(said, Job.BOOK, Stage.CHOICE)).isFalse();
        assertThat(in(said, Job.RESCHEDULE, Stage.CONFIRM_MOVE)).isFalse();
        assertThat(in(said, Job.BOOK, Stage.CONFIRM_VISIT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"never mind", "you know what forget it", "i don't need it anymore", "never mind i don't want it"
            })
    void givesUpWhereTimesAreOffered(String said) {
        assertThat(in(said, Job.BOOK, Stage.CHOICE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no forget it", "nope forget about it"})
    void isANoWhereSomethingElseWasAskedFor(String said) {
        assertThat(Withdrawn.outright(words(said), Optional.of(Category.REFILL), Stage.FURTHER))
                .isFalse();
        assertThat(Withdrawn.nothingElse(words(said))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"never mind i'll call back tomorrow", "forget it i'll call you later", "never mind bye"})
    void goes(String said) {
        assertThat(Withdrawn.leaving(words(said))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"i no longer need it tomorrow", "never mind that can be later"})
    void doesNotGo(String said) {
        assertThat(Withdrawn.leaving(words(said))).isFalse();
    }
}

package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.practice.reception.Evidence;
import org.anteroom.agent.practice.reception.Standing;
import org.anteroom.agent.practice.reception.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a caller is asked for a proof once more. */
class WhoTest {
    private static final int MOST = 2;
    private static final Standing RIGHT = new Standing.Proven("ann", List.of());

    @ParameterizedTest
    @ValueSource(strings = {"pin", "texted", "called back"})
    void isAskedAgainForWhatMayBeRightAnotherTimeUntilThatWasOftenEnough(String kind) {
        Evidence wrong = evidence(kind);
        Who once = Who.NOBODY.proving(wrong).stands(Task.CANCEL, new Standing.Claimed("ann"));

        assertThat(once.mayTryAgain(MOST)).isTrue();
        assertThat(once.unproven().proving(wrong).mayTryAgain(MOST)).isFalse();
    }

    @Test
    void isNotAskedAgainForACodeThatWasRightBefore() {
        Who before = Who.NOBODY.proving(new Evidence.Texted("271828")).stands(Task.CANCEL, RIGHT);
        Who now = before.unstood().stands(Task.RESCHEDULE, new Standing.Claimed("ann"));

        assertThat(now.shown()).contains(new Evidence.TextedBefore("ann"));
        assertThat(now.mayTryAgain(MOST)).isFalse();
    }

    @Test
    void isNotAskedAgainWhereTheyHaveNoneOrGaveNone() {
        assertThat(Who.NOBODY.proving(new Evidence.None()).mayTryAgain(MOST)).isFalse();
        assertThat(Who.NOBODY.mayTryAgain(MOST)).isFalse();
    }

    private static Evidence evidence(String kind) {
        return switch (kind) {
            case "pin" -> new Evidence.Pin("4821");
            case "texted" -> new Evidence.Texted("271828");
            default -> new Evidence.CalledBack("ann");
        };
    }
}

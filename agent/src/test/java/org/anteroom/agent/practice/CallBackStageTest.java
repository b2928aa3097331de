package org.anteroom.agent.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.anteroom.agent.practice.CallBackStage.Act;
import org.junit.jupiter.api.Test;

class CallBackStageTest {
    private static final Instant PROMISED = Instant.parse("2026-11-22T02:10:00Z");
    private static final Instant HALF = PROMISED.plusSeconds(900);
    private static final Instant DUE = PROMISED.plusSeconds(1_800);

    private static Optional<Act> due(CallBackStage stage, Instant now) {
        return stage.due(HALF, DUE, now);
    }

    @Test
    void tellsTheOwnerAtOnceAtHalfTimeAndTheContactAtTheDeadline() {
        assertThat(due(CallBackStage.PROMISED, PROMISED)).contains(Act.PAGE);
        assertThat(due(CallBackStage.PAGED, HALF.minusMillis(1))).isEmpty();
        assertThat(due(CallBackStage.PAGED, HALF)).contains(Act.REMIND);
        assertThat(due(CallBackStage.REMINDED, DUE.minusMillis(1))).isEmpty();
        assertThat(due(CallBackStage.REMINDED, DUE)).contains(Act.ESCALATE);
        assertThat(due(CallBackStage.OVERDUE, DUE.plusSeconds(9))).isEmpty();
        assertThat(due(CallBackStage.DONE, DUE)).isEmpty();
    }

    @Test
    void afterAServiceThatStoodStillDoesWhatMattersNowAndNotEverythingItMissed() {
        assertThat(due(CallBackStage.PROMISED, HALF)).contains(Act.REMIND);
        assertThat(due(CallBackStage.PROMISED, DUE)).contains(Act.ESCALATE);
        assertThat(due(CallBackStage.PAGED, DUE)).contains(Act.ESCALATE);
    }

    @Test
    void goesForwardOnly() {
        assertThat(CallBackStage.PAGED.leadsTo(CallBackStage.PAGED)).isFalse();
        assertThat(CallBackStage.OVERDUE.leadsTo(CallBackStage.REMINDED)).isFalse();
        assertThat(CallBackStage.OVERDUE.leadsTo(CallBackStage.DONE)).isTrue();
        assertThat(CallBackStage.DONE.leadsTo(CallBackStage.OVERDUE)).isFalse();
    }

    /** However seldom somebody looks, the deadline is never missed, nobody is told twice, and it comes to rest. */
    @Property
    void isOverdueAfterTheDeadlineHoweverTimePasses(@ForAll @Size(max = 40) List<@IntRange(max = 300) Integer> steps) {
        Instant now = PROMISED;
        CallBackStage stage = CallBackStage.PROMISED;
        List<Act> acts = new ArrayList<>();
        for (int step : steps) {
            Optional<Act> act = due(stage, now);
            if (act.isPresent()) {
                acts.add(act.get());
                assertThat(stage.leadsTo(act.get().leadsTo())).isTrue();
                stage = act.get().leadsTo();
            }
            now = now.plusSeconds(step);
        }
        stage = due(stage, DUE).map(Act::leadsTo).orElse(stage);

        assertThat(stage).isEqualTo(CallBackStage.OVERDUE);
        assertThat(acts).doesNotHaveDuplicates().isSorted();
    }
}

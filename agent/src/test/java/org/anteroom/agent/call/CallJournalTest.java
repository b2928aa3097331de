package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.call.CallJournal.Kind;
import org.junit.jupiter.api.Test;

final class CallJournalTest {
    @Test
    void handsOverInOrderWithTimesOfTheMomentsThemselves() {
        CallJournal journal = new CallJournal(1_000_000_000L);
        journal.note(1_250_000_000L, Kind.CALL, "answered");
        journal.note(2_000_000_000L, Kind.KEY, "*");

        assertThat(journal.take())
                .containsExactly(
                        new CallJournal.Entry(1, 250, Kind.CALL, "answered"),
                        new CallJournal.Entry(2, 1_000, Kind.KEY, "*"));
        assertThat(journal.waiting()).isFalse();
    }

    @Test
    void keepsWhatCouldNotBeWrittenBeforeWhatCameSince() {
        CallJournal journal = new CallJournal(0);
        journal.note(0, Kind.CALL, "one");
        List<CallJournal.Entry> unwritten = journal.take();
        journal.note(0, Kind.CALL, "two");
        journal.giveBack(unwritten);

        assertThat(journal.take()).extracting(CallJournal.Entry::detail).containsExactly("one", "two");
    }

    @Test
    void isBoundedAndCountsWhatItLost() {
        CallJournal journal = new CallJournal(0);
        for (int i = 0; i < 5_000; i++) {
            journal.note(i, Kind.HEARD, "word");
        }
        assertThat(journal.take()).hasSizeLessThan(5_000);
        assertThat(journal.lost()).isPositive();
    }

    @Test
    void sealsWhatTheCallerSaidOrTyped() {
        assertThat(Kind.HEARD.phi()).isTrue();
        assertThat(Kind.KEY.phi()).isTrue();
        assertThat(Kind.EVIDENCE.phi()).isTrue();
        assertThat(Kind.DECISION.phi()).isFalse();
    }
}

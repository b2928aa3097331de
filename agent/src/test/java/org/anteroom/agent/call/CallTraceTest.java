package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.call.CallJournal.Kind;
import org.anteroom.agent.emergency.DataVersion;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Grade;
import org.anteroom.agent.emergency.Score;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.words.HeardWord;
import org.junit.jupiter.api.Test;

class CallTraceTest {
    private final CallJournal journal = new CallJournal(0);
    private final CallTrace trace = new CallTrace("call", journal, CallObserver.NONE, new Counters(), new LatencyLog());

    @Test
    void aDecisionKeepsAllThatItWasMadeFrom() {
        Score.Near near = new Score.Near("m-chest-tight-01", "somebody parked a truck", "chest-pain", true, 0.9);
        trace.decided(
                new Decision(
                        Grade.ALARM,
                        "meaning",
                        "chest-pain",
                        List.of(new HeardWord("heavy", 1, 3_000, 3_300)),
                        3_420,
                        Optional.of(new Score(0.83, List.of(near)))),
                0,
                0);

        List<CallJournal.Entry> entries = journal.take();
        assertThat(entries)
                .filteredOn(entry -> entry.kind() == Kind.DECISION)
                .extracting(CallJournal.Entry::detail)
                .containsExactly("ALARM meaning chest-pain");
        assertThat(entries)
                .filteredOn(entry -> entry.kind() == Kind.EVIDENCE)
                .extracting(CallJournal.Entry::detail)
                .containsExactly(
                        "heavy",
                        "found at 3420 ms of the call's sound by weights " + DataVersion.weights(),
                        "meaning 0.83 near m-chest-tight-01");
    }

    @Test
    void aRuleIsFoundByThePhrasesAndAKeyByNone() {
        List<HeardWord> words = List.of(new HeardWord("choking", 1, 1_000, 1_400));
        trace.decided(new Decision(Grade.ALARM, "choking", "choking", words, 1_500), 0, 0);
        trace.decided(new Decision(Grade.ALARM, "emergency-key", "key", List.of(), 2_000), 0, 0);

        assertThat(journal.take())
                .filteredOn(entry -> entry.kind() == Kind.EVIDENCE)
                .extracting(CallJournal.Entry::detail)
                .containsExactly("choking", "found at 1500 ms of the call's sound by phrases " + DataVersion.phrases());
    }

    @Test
    void whatWasOverruledStandsInTheJournalWithItsReason() {
        Score.Near near = new Score.Near("l-idiom-choke-01", "the printer choked", "idiom", false, 0.9);
        List<HeardWord> words = List.of(new HeardWord("choked", 1, 1_000, 1_400));
        Decision doubt = new Decision(
                Grade.ALARM, "choking", "choking", words, 1_500, Optional.of(new Score(-0.5, List.of(near))));
        trace.overruled(doubt, 0);
        trace.decided(doubt, 0, 0);

        assertThat(journal.take())
                .extracting(entry -> entry.kind() + " " + entry.detail())
                .containsExactly(
                        "EVIDENCE overruled choking choking",
                        "EVIDENCE choked",
                        "EVIDENCE meaning -0.50 near l-idiom-choke-01",
                        "DECISION ALARM choking choking",
                        "WORD ends at 1400 ms of the call's sound",
                        "EVIDENCE choked",
                        "EVIDENCE found at 1500 ms of the call's sound by phrases " + DataVersion.phrases()
                                + ", weights " + DataVersion.weights(),
                        "EVIDENCE meaning -0.50 near l-idiom-choke-01");
    }
}

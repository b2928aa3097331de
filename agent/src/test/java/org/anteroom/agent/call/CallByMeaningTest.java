package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.emergency.Clause;
import org.anteroom.agent.emergency.Score;
import org.anteroom.agent.sip.EndCause;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Word;
import org.junit.jupiter.api.Test;

/** What a call does about what its caller means, also of words that were said last. */
final class CallByMeaningTest extends SteppedCall {
    @Test
    void whatTheDetectorStillWaitedWithIsDecidedWhenTheCallerHangsUp() {
        call.heard(partial("i have chest pain"), after(1_300));
        assertThat(invited()).isEmpty();

        call.leg(new LegEvent.Ended(EndCause.REMOTE_HANG_UP), after(1_310));

        assertThat(events(CallEvent.Decided.class))
                .extracting(CallEvent.Decided::category)
                .containsExactly("chest-pain");
        assertThat(invited()).containsExactly("doctor");
        assertThat(call.finished(after(20_000))).as("the phones ring on").isFalse();
    }

    @Test
    void whatAFinishedTurnMeansIsJudgedAndBringsAPerson() throws Exception {
        List<Word> words = List.of(new Word("he", 1, 0, 200), new Word("toppled", 1, 200, 700));
        call.heard(new Heard.Final(0, 1_500, words, List.of(), List.of(), List.of(), 0, 700), after(1_500));
        assertThat(judged).extracting(Clause::text).containsExactly("he toppled");
        assertThat(events(CallEvent.Decided.class)).isEmpty();

        Score.Near near = new Score.Near("m-1", "she keeled over", "unconscious", true, 0.8);
        scored(0, new Score(0.9, List.of(near)), 1_510);

        assertThat(events(CallEvent.Decided.class)).singleElement().satisfies(decided -> {
            assertThat(decided.rule()).isEqualTo("meaning");
            assertThat(decided.category()).isEqualTo("unconscious");
        });
        assertThat(invited()).contains("doctor");
    }

    @Test
    void whatACallerSaidBeforeHangingUpIsJudgedBeforeTheCallEnds() throws Exception {
        now = NIGHT;
        call.heard(partial("and then the thing"), after(1_000));
        call.leg(new LegEvent.Ended(EndCause.REMOTE_HANG_UP), after(1_100));
        assertThat(judged).extracting(Clause::text).containsExactly("and then the thing");
        assertThat(call.ended()).isEmpty();

        Score.Near near = new Score.Near("m-1", "she keeled over", "unconscious", true, 0.8);
        scored(0, new Score(0.9, List.of(near)), 1_110);

        assertThat(call.ended()).isNotEmpty();
        assertThat(invited()).containsExactly("doctor");
    }

    @Test
    void soIsWhatACallerSaidWhileTheDeskRang() throws Exception {
        ringDesk(after(600));
        call.heard(partial("and then the thing"), after(1_000));
        call.leg(new LegEvent.Ended(EndCause.REMOTE_HANG_UP), after(1_100));
        assertThat(call.ended()).isEmpty();

        scored(0, new Score(0.9, List.of()), 1_110);

        assertThat(rules()).containsExactly("meaning");
    }

    @Test
    void aMeaningThatIsNeverFoundOutKeepsNoCall() throws Exception {
        call.heard(partial("and then the thing"), after(1_000));
        call.leg(new LegEvent.Ended(EndCause.REMOTE_HANG_UP), after(1_100));
        call.tick(after(2_050));
        assertThat(call.ended()).isEmpty();
        call.tick(after(2_150));
        assertThat(call.ended()).isNotEmpty();
    }

    @Test
    void aDoubtfulPhraseCountsUnlessTheTurnIsPlainlyHarmless() throws Exception {
        now = NIGHT;
        call.heard(whole("the old printer choked"), after(1_500));
        scored(0, new Score(-0.5, List.of()), 1_510);
        call.tick(after(2_000));
        assertThat(invited()).isEmpty();

        call.heard(whole("so she choked"), after(2_500));
        scored(1, new Score(0, List.of()), 2_510);
        assertThat(rules()).containsExactly("choking");
        assertThat(invited()).containsExactly("doctor");
    }

    @Test
    void aDoubtfulPhraseWhoseMeaningIsNeverFoundOutCounts() throws Exception {
        call.heard(whole("my mother choked"), after(1_500));
        call.tick(after(2_100));
        assertThat(invited()).isEmpty();
        call.tick(after(2_250));
        assertThat(rules()).containsExactly("choking");
    }

    @Test
    void aDoubtfulPhraseCountsWhenTheCallEndsBeforeItsMeaningIsKnown() throws Exception {
        now = NIGHT;
        call.heard(whole("my mother choked"), after(1_500));
        call.end("goodbye", after(1_510));
        assertThat(invited()).containsExactly("doctor");
    }

    @Test
    void aDoubtfulPhraseOfACallerWhoIsGoneCountsWhenItsMeaningIsNeverFoundOut() throws Exception {
        now = NIGHT;
        call.heard(partial("my mother choked"), after(1_000));
        call.leg(new LegEvent.Ended(EndCause.REMOTE_HANG_UP), after(1_100));
        assertThat(invited()).isEmpty();
        call.tick(after(1_850));
        assertThat(invited()).containsExactly("doctor");
    }
}

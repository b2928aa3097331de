package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.dialogue.Hearing;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.Listen;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.sip.LegEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that would never end by themselves: music on the line, and callers who stay for ever. */
final class EndlessCallTest extends SteppedCall {
    private static final long LONGEST_MS = 30 * 60_000L;

    @BeforeEach
    void keepItShort() throws Exception {
        brief(
                TemplateId.STOPPING_TO_DESK,
                TemplateId.GOODBYE_STOPPING,
                TemplateId.CALL_ENDS_SOON,
                TemplateId.CONNECTING);
    }

    @Test
    void musicThatIsHeardAsWordsWithoutEndComesToThePersonNearest() throws Exception {
        acts = List.of(new Listen(Hearing.OPEN, List.of(), true, false, 6_000));
        call.key('5', after(600));
        call.stepped(step());

        playMusic(1_000, 44_000);
        assertThat(mails).as("the caller may still be answering").isEmpty();
        playMusic(44_000, 47_000);
        Mail.Stepped again = step();
        assertThat(again.input()).as("the first time it is asked again").isInstanceOf(Input.Silent.class);
        assertThat(rules()).isEmpty();

        call.stepped(again);
        playMusic(47_500, 94_000);
        assertThat(rules()).containsExactly("not-understood-twice");
        assertThat(invited()).startsWith("front desk");
    }

    @Test
    void aMinuteBeforeTheLongestCallIsOverTheDeskIsRungInOpeningHours() throws Exception {
        at(LONGEST_MS - 60_100);
        assertThat(invited()).isEmpty();

        at(LONGEST_MS - 59_900);
        assertThat(call.state()).isEqualTo(CallState.TO_DESK);
        assertThat(invited()).containsExactly("desk");
        assertThat(said()).contains(TemplateId.STOPPING_TO_DESK.key());
    }

    @Test
    void aDeskThatTakesSuchACallHasItAsLongAsItLasts() throws Exception {
        at(LONGEST_MS - 59_900);
        call.stepped(step());
        call.far(answered(rung(), after(LONGEST_MS - 55_000)));
        for (long ms = LONGEST_MS; ms < 3 * LONGEST_MS; ms += 60_000) {
            at(ms);
        }
        assertThat(call.state()).isEqualTo(CallState.AT_DESK);
        assertThat(hungUp).isEmpty();
    }

    @Test
    void aDeskThatDoesNotTakeItEndsInAGoodbye() throws Exception {
        at(LONGEST_MS - 59_900);
        call.stepped(step());
        at(LONGEST_MS - 54_000);
        at(LONGEST_MS - 53_900);
        assertThat(call.state()).isEqualTo(CallState.LEAVING);
        assertThat(said()).endsWith(TemplateId.GOODBYE_STOPPING.key());
    }

    @Test
    void outsideOpeningHoursTheCallerIsToldAMinuteBefore() throws Exception {
        now = NIGHT;
        at(LONGEST_MS - 59_900);
        at(LONGEST_MS - 30_000);
        assertThat(said()).containsOnlyOnce(TemplateId.CALL_ENDS_SOON.key());
        assertThat(call.state()).isEqualTo(CallState.TALKING);

        at(LONGEST_MS + 100);
        assertThat(call.state()).isEqualTo(CallState.LEAVING);
        assertThat(said()).endsWith(TemplateId.GOODBYE_STOPPING.key());
        assertThat(hungUp).isEmpty();
    }

    @Test
    void anEmergencyIsNeitherEndedNorWarned() throws Exception {
        call.key('*', after(2_000));
        for (long ms = 10_000; ms < 2 * LONGEST_MS; ms += 30_000) {
            call.tick(after(ms));
        }
        assertThat(call.state()).isEqualTo(CallState.EMERGENCY);
        assertThat(said()).doesNotContain(TemplateId.CALL_ENDS_SOON.key(), TemplateId.GOODBYE_STOPPING.key());
    }

    @Test
    void anEmergencyWhileTheLastSentenceIsSpokenStillRings() throws Exception {
        now = NIGHT;
        at(LONGEST_MS + 100);
        assertThat(call.state()).isEqualTo(CallState.LEAVING);

        call.key('*', after(LONGEST_MS + 200));
        assertThat(call.state()).isEqualTo(CallState.EMERGENCY);
        assertThat(invited()).containsExactly("doctor");
    }

    /** Sound of the caller came just now. */
    private void at(long ms) throws Exception {
        call.leg(new LegEvent.Reoffered(stream(false)), after(ms));
        call.leg(new LegEvent.Reoffered(stream(true)), after(ms));
        call.tick(after(ms));
        plays(after(ms));
    }

    private void playMusic(long fromMs, long toMs) {
        for (long ms = fromMs; ms < toMs; ms += 500) {
            call.heard(partial(ms % 1_000 == 0 ? "the the" : "the the the"), after(ms));
            call.tick(after(ms));
        }
    }
}

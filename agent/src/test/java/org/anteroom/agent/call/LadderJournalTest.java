package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anteroom.agent.call.CallJournal.Entry;
import org.anteroom.agent.call.CallJournal.Kind;
import org.anteroom.agent.sip.LegEvent;
import org.junit.jupiter.api.Test;

/** What a call's journal keeps for an emergency's page. */
final class LadderJournalTest extends SteppedCall {
    private FarLeg rings() throws Exception {
        now = NIGHT;
        call.key('*', after(600));
        return rung();
    }

    private FarLeg bridged() throws Exception {
        FarLeg doctor = rings();
        call.far(new Mail.FarLegEvent(doctor, new LegEvent.Progress(183), after(700)));
        call.far(answered(doctor, after(800)));
        call.far(new Mail.FarHears(doctor, after(820)));
        call.far(new Mail.FarKey(doctor, '1', after(900)));
        call.far(new Mail.FarKey(doctor, '5', after(1_000)));
        return doctor;
    }

    private static List<String> told(List<Entry> entries, Kind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(Entry::detail)
                .toList();
    }

    @Test
    void everyStepOfAPhoneStandsThereWithItsNameAndWithoutItsNumber() throws Exception {
        bridged();

        List<Entry> entries = journal.take();
        assertThat(told(entries, Kind.LEG))
                .containsSubsequence(
                        "1 invite doctor",
                        "1 ringing 183",
                        "1 answered",
                        "1 told press-one",
                        "1 hears it",
                        "1 key 1",
                        "1 told disclosure",
                        "1 key 5",
                        "1 bridged");
        assertThat(entries)
                .filteredOn(entry -> entry.detail().equals("1 hears it"))
                .extracting(Entry::atMs)
                .containsExactly(820L);
        assertThat(told(entries, Kind.LEG)).noneMatch(step -> step.contains(Clinic.DOCTOR));
        assertThat(told(entries, Kind.LADDER)).isEmpty();
    }

    @Test
    void aCallerWhoIsGivenBackEndsTheEmergencyAndTheNextBeginsAnew() throws Exception {
        FarLeg doctor = bridged();
        call.far(new Mail.FarKey(doctor, '*', after(2_000)));
        call.far(new Mail.FarKey(doctor, '3', after(2_100)));
        assertThat(told(journal.take(), Kind.LADDER)).containsExactly("given back to the conversation");

        call.key('*', after(3_000));
        assertThat(told(journal.take(), Kind.LADDER)).isEmpty();
    }

    @Test
    void aCallThatIsClosedWhileItRingsSaysSoOnce() throws Exception {
        rings();
        call.close();
        call.close();
        assertThat(told(journal.take(), Kind.LADDER)).containsExactly("the call was ended");
    }

    @Test
    void aSentenceToAPhoneThatIsNoMoreOursIsNotTold() throws Exception {
        FarLeg doctor = bridged();
        call.close();
        journal.take();
        call.far(new Mail.FarHears(doctor, after(5_000)));
        assertThat(journal.take()).isEmpty();
    }

    @Test
    void aDecisionByWordsKeepsWhereInTheSoundTheLastOfThemEnds() throws Exception {
        now = NIGHT;
        call.heard(whole("my chest hurts so badly"), after(2_000));
        rung();
        List<Entry> entries = journal.take();
        assertThat(told(entries, Kind.WORD)).singleElement().asString().matches("ends at \\d+ ms of the call's sound");
        assertThat(entries.stream().map(Entry::kind).toList())
                .containsSubsequence(Kind.DECISION, Kind.WORD, Kind.EVIDENCE);
    }
}

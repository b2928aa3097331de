package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.anteroom.agent.call.CallJournal.Kind;
import org.anteroom.agent.dialogue.Clip;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Grade;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.words.HeardWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in to a hand-over, how often they may be wrong, and what is told of what they type. */
class DutyDoorTest {
    private static final Instant NOW = Instant.parse("2026-11-21T23:00:00Z");

    @TempDir
    Path folder;

    private DutyDoor door(String code) throws Exception {
        String county =
                """
                [[oncall.person]]
                name = "county"
                numbers = ["911"]
                kind = "service"
                state-law-checked = 2026-01-15
                """;
        return new DutyDoor(TwoDoctors.oncall(folder, "\"201\", \"212 555 0142\"", county + code));
    }

    private static Invitation call(String caller, String to, String requested) {
        return new Invitation(
                Optional.of(caller).filter(number -> !number.isEmpty()),
                Optional.empty(),
                to,
                List.of(),
                Optional.empty(),
                Optional.of(requested));
    }

    @Test
    void onlyPhonesOfPeopleAndListedOnesComeInByTheCode() throws Exception {
        DutyDoor door = door("[oncall.hand-over]\ncode = \"*41\"\nphones = [\"320\"]\n");
        assertThat(door.knock(call("201", "*41", "100"))).containsExactly("Dr. Reed");
        assertThat(door.knock(call("+1 (212) 555-0142", "100", "%2A41"))).containsExactly("Dr. Reed");
        assertThat(door.knock(call("320", "100", "*41"))).containsExactly("Dr. Reed", "Dr. Yu");

        assertThat(door.knock(call("201", "5550100", "100"))).isEmpty();
        assertThat(door.knock(call("2125550111", "*41", "*41"))).isEmpty();
        assertThat(door.knock(call("310", "*41", "*41"))).isEmpty();
        assertThat(door.knock(call("911", "*41", "*41"))).isEmpty();
        assertThat(door.knock(call("", "*41", "*41"))).isEmpty();
        assertThat(door.knock(call("anybody", "*41", "*41"))).isEmpty();
        assertThat(door("").knock(call("201", "*41", "*41"))).isEmpty();
    }

    @Test
    void theThirdWrongPinInARowLocksOutForHalfAnHour() {
        WrongPins wrong = new WrongPins();
        assertThat(wrong.add("Reed", NOW)).isFalse();
        assertThat(wrong.add("Reed", NOW)).isFalse();
        wrong.forget("Reed");
        assertThat(wrong.add("Reed", NOW)).isFalse();
        assertThat(wrong.add("Reed", NOW)).isFalse();
        assertThat(wrong.locked("Reed", NOW)).isFalse();
        assertThat(wrong.add("Reed", NOW)).isTrue();
        assertThat(wrong.locked("Yu", NOW)).isFalse();
        assertThat(wrong.locked("Reed", NOW.plus(Duration.ofMinutes(29)))).isTrue();
        assertThat(wrong.locked("Reed", NOW.plus(Duration.ofMinutes(30)))).isFalse();
        assertThat(wrong.add("Reed", NOW.plus(Duration.ofMinutes(30)))).isFalse();
    }

    @Test
    void guessesThatTakeTheirTimeLockOutAsWellAndThoseOfADayAddUp() {
        WrongPins wrong = new WrongPins();
        assertThat(wrong.add("Reed", NOW)).isFalse();
        assertThat(wrong.add("Reed", NOW.plus(Duration.ofHours(8)))).isFalse();
        assertThat(wrong.add("Reed", NOW.plus(Duration.ofHours(16)))).isTrue();
        assertThat(wrong.locked("Reed", NOW.plus(Duration.ofHours(17)))).isFalse();

        for (int each = 0; each < 9; each++) {
            wrong.add("Yu", NOW.plus(Duration.ofHours(each)));
            wrong.forget("Yu");
        }
        assertThat(wrong.many("Yu", NOW.plus(Duration.ofHours(9)))).isFalse();
        assertThat(wrong.add("Yu", NOW.plus(Duration.ofHours(9)))).isFalse();
        assertThat(wrong.many("Yu", NOW.plus(Duration.ofHours(9)))).isTrue();
        assertThat(wrong.many("Yu", NOW.plus(Duration.ofHours(24)))).isFalse();

        wrong.add("Ito", NOW.plus(Duration.ofHours(40)));
        assertThat(wrong.size()).isEqualTo(1);
    }

    @Test
    void oneNumberIsCountedOnceHoweverItIsWritten() {
        assertThat(List.of("+1 (212) 555-0142", "212.555.0142", "12125550142", "2125550142"))
                .extracting(DutyDoor::digits)
                .containsOnly("2125550142");
    }

    @Test
    void whatIsTypedAndSaidInSuchACallIsToldToNobody() {
        CallJournal journal = new CallJournal(0);
        List<CallEvent> seen = new ArrayList<>();
        CallTrace trace = new CallTrace("call", journal, seen::add, new Counters(), new LatencyLog(), true);
        "2468#*".chars().forEach(key -> trace.keyed((char) key, 0));
        trace.heard(new Input.Said(List.of("two", "four"), List.of(), new Clip(0, 1)), 0);

        assertThat(journal.take())
                .extracting(CallJournal.Entry::kind, CallJournal.Entry::detail)
                .containsExactly(tuple(Kind.KEY, "#"), tuple(Kind.KEY, "*"));
        assertThat(seen).extracting(event -> ((CallEvent.Keyed) event).key()).containsExactly('#', '*');
    }

    @Test
    void anEmergencysWordsAreTold() {
        CallJournal journal = new CallJournal(0);
        CallTrace trace = new CallTrace("call", journal, event -> {}, new Counters(), new LatencyLog(), true);
        Input.Said cry = new Input.Said(List.of("he", "is", "choking"), List.of(), new Clip(1_000, 2_000));
        Decision decision =
                new Decision(Grade.ALARM, "rule", "airway", List.of(new HeardWord("choking", 1, 1_500, 1_900)), 1_900);
        trace.heard(new Input.Said(List.of("two", "four"), List.of(), new Clip(0, 900)), 0);
        trace.heard(cry, 0);
        trace.decided(decision, 0, 0);
        trace.keyed('5', 0);
        trace.conversing(true);
        trace.keyed('7', 0);
        trace.heard(cry, 0);
        trace.decided(new Decision(Grade.ALARM, "key", "caller", List.of(), 0), 0, 0);

        assertThat(journal.take())
                .filteredOn(entry -> entry.kind() == Kind.HEARD || entry.kind() == Kind.KEY)
                .extracting(CallJournal.Entry::detail)
                .containsExactly("he is choking", "5");
    }

    /** Whatever is pressed, only the accept key takes it, and only before it was declined. */
    @Property(tries = 500)
    void onlyTheAcceptKeyTakesIt(
            @ForAll @CharRange(from = '0', to = '9') @Chars({'*', '#'}) String keys,
            @ForAll @CharRange(from = '0', to = '9') char accept) {
        DutyAnswer answer = DutyAnswer.NONE;
        for (char key : keys.toCharArray()) {
            answer = answer.after(key, accept);
        }
        int taken = keys.indexOf(accept);
        int declined = accept == '2' ? -1 : keys.indexOf('2');
        boolean takes = taken >= 0 && (declined < 0 || taken < declined);
        assertThat(answer).isEqualTo(takes ? DutyAnswer.TAKEN : declined >= 0 ? DutyAnswer.DECLINED : DutyAnswer.NONE);
    }
}

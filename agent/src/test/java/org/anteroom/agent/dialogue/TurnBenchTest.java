package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.ClinicianOutcome;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.DetectorState;
import org.anteroom.agent.emergency.Evidence;
import org.anteroom.agent.emergency.Keys;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.agent.rehearsal.TextScript;
import org.anteroom.agent.words.Utterance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much processor time a turn takes to think of an answer, the records left out: every turn of all conversations of the tests, {@code mvn test
 * -Dtest=TurnBenchTest -Dexcluded.groups=}. What was measured is printed, round by round.
 */
@Tag("bench")
class TurnBenchTest {
    /** The best of them is what a turn costs; the others are what else the machine had to do, and warming up. */
    private static final int ROUNDS = 6;

    private static final Instant NOW = FrontDesk.OPEN.atZone(Example.ZONE).toInstant();

    @TempDir
    Path folder;

    private record Turn(State before, Input input, Optional<Utterance> heard) {}

    @Test
    void answersATurnWithinTwoMilliseconds() throws Exception {
        List<Turn> turns = turns();
        Conversation conversation = new Conversation(
                new DialogueSettings(DialogueSettings.always(ClinicianOutcome.MESSAGE), Duration.ofMinutes(30)));
        Detector detector = new Detector(RuleBook.of(Set.of(PracticeType.DENTAL)), Keys.DEFAULT);
        DetectorState fresh = detector.initial();
        double dialogue = Double.MAX_VALUE;
        double both = Double.MAX_VALUE;
        int acts = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long[] steps = new long[turns.size()];
            long[] whole = new long[turns.size()];
            for (int i = 0; i < steps.length; i++) {
                Turn turn = turns.get(i);
                long before = processor();
                acts += conversation
                        .step(turn.before(), turn.input(), NOW)
                        .acts()
                        .size();
                steps[i] = processor() - before;
                long detecting = processor();
                turn.heard().ifPresent(heard -> detector.step(fresh, Evidence.Words.of(heard)));
                whole[i] = processor() - detecting + steps[i];
            }
            dialogue = Math.min(dialogue, figures("a turn of dialogue", steps));
            both = Math.min(both, figures("the same with the detector", whole));
        }
        assertThat(acts).isPositive();
        assertThat(dialogue).isLessThanOrEqualTo(2.0);
        assertThat(both).isLessThanOrEqualTo(5.0);
    }

    /** What is said in all conversations, each in the state that it led to. */
    private List<Turn> turns() throws Exception {
        List<Turn> turns = new ArrayList<>();
        try (FrontDesk desk = new FrontDesk(folder, FrontDesk.HELEN)) {
            for (Path file : ConversationsTest.files().toList()) {
                desk.afresh(PracticeType.DENTAL, NOW);
                DeskCall call = new DeskCall(
                        desk, NOW, (before, input, step) -> turns.add(new Turn(before, input, heard(input))));
                call.began(Optional.of("6145550192"));
                for (String line : caller(file)) {
                    call.line(line);
                }
            }
        }
        return turns;
    }

    private static List<String> caller(Path file) throws IOException, URISyntaxException {
        return TextScript.parse(Files.readAllLines(file)).caller();
    }

    private static Optional<Utterance> heard(Input input) {
        return input instanceof Input.Said said
                ? Optional.of(Utterance.typed(String.join(" ", said.words()), 0))
                : Optional.empty();
    }

    /** Processor time of this thread, ns: what else runs on the machine doesn't count. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double figures(String what, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        System.out.println(String.format(
                Locale.ROOT,
                "%-28s p50 %.3f ms  p99 %.3f ms  most %.3f ms  (%d)",
                what,
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 1.0),
                nanos.length));
        return at(sorted, 0.99);
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.ceil(sorted.length * part) - 1] / 1e6;
    }
}

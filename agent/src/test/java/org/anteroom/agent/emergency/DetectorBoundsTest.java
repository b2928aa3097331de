package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.anteroom.agent.words.Utterance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is said, a step is short: these deadlines are for a busy machine, the bench measures the real ones. */
class DetectorBoundsTest {

    private static final String STORY =
            "so i was wondering if the doctor could see my mother she is eighty and lives with"
                    + " us and last week she had her blood work done and they said to call about the results and also my"
                    + " husband needs his inhaler refilled and the pharmacy says they never got it and i was hoping to"
                    + " move my own appointment to thursday afternoon because of school pick up if that is not a problem";

    @Property(tries = 300)
    void anyTextIsAnswered(@ForAll @StringLength(max = 400) String text) {
        Heard call = new Heard();
        call.complete(text, 0);
        assertThat(call.grade()).isNotNull();
    }

    @Property(tries = 100)
    void anyWordsOfTheRulesInAnyOrderAreAnswered(@ForAll @Size(max = 60) List<@StringLength(max = 3) String> noise) {
        String text = noise.stream()
                .map(word -> word + " chest not bleeding can't breathe")
                .collect(Collectors.joining(" "));
        Heard call = new Heard();
        call.complete(text, 0);
        assertThat(call.grade()).isNotNull();
    }

    @Test
    @Timeout(30)
    void tenThousandWordsAreAnsweredInBoundedTime() {
        String text = IntStream.range(0, 10_000)
                .mapToObj(i -> Arrays.asList("my", "chest", "not", "hurts", "and", "bleeding")
                        .get(i % 6))
                .collect(Collectors.joining(" "));
        Utterance utterance = Utterance.typed(text, 0);
        Heard call = new Heard();
        long before = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            call.step(Evidence.Words.of(utterance.partial(10_000 - i)));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void emptyTurnsAreRememberedByNobody() {
        Heard call = new Heard();
        for (int i = 0; i < 1000; i++) {
            call.complete("", i * 1000);
        }
        assertThat(call.said("i can't breathe", 1_000_000)).isPresent();
    }

    @Test
    void anEndlessMonologueStillFires() {
        Heard call = new Heard();
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            told.append(STORY).append(' ');
        }
        assertThat(call.partial(told.toString(), 0)).isEmpty();
        assertThat(call.partial(told + "and he is not breathing", 0)).isPresent();
    }

    /** Processor time, so that what else runs on the machine does not count. */
    @Tag("bench")
    @Test
    void aStepTakesUnderAMillisecond() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Utterance utterance = Utterance.typed(STORY, 0);
        long[] nanos = new long[20_000];
        int at = 0;
        while (at < nanos.length) {
            DetectorState state = Heard.EVERY_PRACTICE.initial();
            for (int words = 1; words <= utterance.words().size() && at < nanos.length; words++) {
                long before = threads.getCurrentThreadCpuTime();
                state = Heard.EVERY_PRACTICE
                        .step(state, Evidence.Words.of(utterance.partial(words)))
                        .state();
                nanos[at++] = threads.getCurrentThreadCpuTime() - before;
            }
        }
        long[] warm = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(warm);
        long p99 = warm[warm.length * 99 / 100];
        assertThat(p99).as("p99 of a step, ns").isLessThan(1_000_000);
    }
}

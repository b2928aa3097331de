package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.OncallPin;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.emergency.DutyChoice;
import org.anteroom.agent.emergency.HandOver;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who must hear what came of a hand-over is rung until they have, and where that fails somebody is told to tell them. */
@Timeout(20)
class DutyTellingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T23:00:00Z"), ZoneOffset.UTC);
    private static final HandOver WANTED =
            new HandOver("doctors", "Dr. Reed", "Dr. Yu", LocalDateTime.parse("2026-11-23T08:00"));
    private static final DutyRing.End NOBODY = new DutyRing.End(DutyAnswer.NONE, false);
    private static final DutyRing.End TOLD = new DutyRing.End(DutyAnswer.TAKEN, true);

    @TempDir
    Path folder;

    private final Rung rung = new Rung();
    private final List<Duration> pauses = new ArrayList<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final Alarms alarms =
            new Alarms(List.of(), AlarmTimes.of(Duration.ofMinutes(5), Duration.ofMinutes(5)), CLOCK, new Counters());
    private OncallConfig oncall;
    private DutyTelling telling;

    @BeforeEach
    void open() throws Exception {
        oncall = TwoDoctors.oncall(folder);
        telling = new DutyTelling(
                oncall,
                () -> rung,
                (pause, task) -> {
                    pauses.add(pause);
                    later.add(task);
                },
                alarms);
    }

    private void tell() {
        telling.tell("Dr. Yu", () -> "words", () -> "thanks");
    }

    @Test
    void whoDoesNotAnswerIsRungAgainAndThenAnAlarmNamesThem() {
        rung.ends(NOBODY, NOBODY, NOBODY, NOBODY);
        tell();
        while (!later.isEmpty()) {
            later.poll().run();
        }
        assertThat(rung.who).containsExactly("Dr. Yu", "Dr. Yu", "Dr. Yu", "Dr. Yu");
        assertThat(pauses).containsExactlyElementsOf(DutyTelling.PAUSES);
        assertThat(alarms.open()).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Alarm.Kind.HAND_OVER_UNTOLD);
            assertThat(alarm.sentence())
                    .contains("oncall.person[2]", "tell them who is on call now")
                    .doesNotContain("202", "Yu");
        });
    }

    @Test
    void whoHasPressedAKeyIsNotRungAgain() {
        rung.ends(NOBODY, new DutyRing.End(DutyAnswer.DECLINED, false));
        tell();
        later.poll().run();
        telling.close();
        assertThat(later).isEmpty();
        assertThat(alarms.open()).isEmpty();
    }

    @Test
    void anOpenEmergencyIsWaitedOutAndIsNoAttempt() {
        rung.emergency = true;
        tell();
        later.poll().run();
        assertThat(rung.who).isEmpty();
        rung.emergency = false;
        rung.ends(TOLD);
        later.poll().run();
        assertThat(rung.who).containsExactly("Dr. Yu");
        assertThat(pauses).containsOnly(DutyTelling.LOOK).hasSize(2);
    }

    @Test
    void whoeverIsStillUntoldWhenTheServiceStopsIsNamed() {
        rung.ends(NOBODY);
        tell();
        telling.close();
        assertThat(alarms.open()).extracting(Alarm::kind).containsExactly(Alarm.Kind.HAND_OVER_UNTOLD);

        telling = new DutyTelling(
                oncall,
                () -> rung,
                (pause, task) -> {
                    throw new RejectedExecutionException();
                },
                alarms);
        rung.ends(NOBODY);
        tell();
        assertThat(alarms.open().get(0).times()).isEqualTo(2);
    }

    @Test
    void theTakerWhoseLegGoesAwayAfterTheKeyIsRungWithTheOutcome() throws Exception {
        try (HandOvers handOvers = handOvers(new DutyNews.Done())) {
            CompletableFuture<DutyNews> outcome = handOvers.ask(WANTED);
            rung.takes.get(0).get().get(10, TimeUnit.SECONDS);
            rung.begun.get(0).complete(new DutyRing.End(DutyAnswer.TAKEN, false));

            assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(new DutyNews.Done());
            assertThat(rung.who).containsExactly("Dr. Yu", "Dr. Yu");
            assertThat(rung.said.get(1)).startsWith("Thank you. You have the on-call phone until Monday");
        }
    }

    @Test
    void theTakerWhoHasHeardItIsLeftInPeaceAndSoIsWhoNeverPressedTheKey() throws Exception {
        try (HandOvers handOvers = handOvers(new DutyNews.Done())) {
            CompletableFuture<DutyNews> outcome = handOvers.ask(WANTED);
            rung.takes.get(0).get().get(10, TimeUnit.SECONDS);
            rung.begun.get(0).complete(TOLD);
            assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(new DutyNews.Done());

            CompletableFuture<DutyNews> other = handOvers.ask(WANTED);
            rung.begun.get(1).complete(NOBODY);
            assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo(new DutyNews.NotTaken());
            assertThat(rung.who).hasSize(2);
        }
    }

    private HandOvers handOvers(DutyNews outcome) {
        HandOvers made = new HandOvers(
                oncall, ZoneOffset.UTC, new Book(outcome), Catalogue.of(PracticeType.MEDICAL), alarms, CLOCK);
        made.ring(rung);
        return made;
    }

    private record Book(DutyNews outcome) implements DutyBook {
        @Override
        public List<OncallPin> pins() {
            return List.of();
        }

        @Override
        public List<DutyChoice> choices(String who) {
            return List.of();
        }

        @Override
        public DutyNews handOver(HandOver wanted) {
            return outcome;
        }

        @Override
        public void wrongPin(String who) {}

        @Override
        public void locked(String who) {}
    }

    /** Phones that ring nowhere: what is still to end, ends in order. */
    private static final class Rung implements DutyPhones {
        private final List<String> who = new ArrayList<>();
        private final List<String> said = new ArrayList<>();
        private final List<Supplier<CompletableFuture<String>>> takes = new ArrayList<>();
        private final List<CompletableFuture<DutyRing.End>> begun = new ArrayList<>();
        private final Deque<DutyRing.End> ends = new ArrayDeque<>();
        private boolean emergency;

        private void ends(DutyRing.End... each) {
            ends.addAll(List.of(each));
        }

        @Override
        public CompletableFuture<DutyRing.End> ring(
                String person, String announcement, Supplier<CompletableFuture<String>> taken) {
            who.add(person);
            said.add(announcement);
            takes.add(taken);
            CompletableFuture<DutyRing.End> end = new CompletableFuture<>();
            begun.add(end);
            if (!ends.isEmpty()) {
                end.complete(ends.poll());
            }
            return end;
        }

        @Override
        public boolean emergency() {
            return emergency;
        }
    }
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.config.OncallPin;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.emergency.DutyChoice;
import org.anteroom.agent.emergency.HandOver;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who guesses is stopped, and nobody's right PIN buys another more guesses. */
class PinCheckTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T23:00:00Z"), ZoneOffset.UTC);
    private static final List<String> BOTH = List.of("Dr. Reed", "Dr. Yu");
    private static final DutyNews WRONG = new DutyNews.WrongPin();
    private static final DutyNews LOCKED = new DutyNews.Locked();

    @TempDir
    Path folder;

    private final List<String> written = new ArrayList<>();
    private final Alarms alarms =
            new Alarms(List.of(), AlarmTimes.of(Duration.ofMinutes(5), Duration.ofMinutes(5)), CLOCK, new Counters());
    private PinCheck check;

    @BeforeEach
    void open() throws Exception {
        check = new PinCheck(HandOvers.purpose(TwoDoctors.oncall(folder)), new Book(), alarms, CLOCK);
    }

    @Test
    void aRightPinOnASharedPhoneBuysNoMoreGuessesAtAColleaguesPin() {
        assertThat(check.of(BOTH, "320", "1111")).isEqualTo(WRONG);
        assertThat(check.of(BOTH, "320", "2222")).isEqualTo(WRONG);
        assertThat(check.of(BOTH, "320", "1379")).isInstanceOf(DutyNews.Known.class);
        assertThat(check.of(BOTH, "320", "3333")).isEqualTo(LOCKED);
        assertThat(check.of(BOTH, "320", "2468")).isEqualTo(LOCKED);

        assertThat(written).containsExactly("wrong ", "wrong ", "wrong ", "locked ");
        assertThat(alarms.open()).extracting(Alarm::subject).containsExactly("hand-over several people");
    }

    @Test
    void onTheirOwnPhoneARightPinForgivesAndManyInADayAreToldAnyway() {
        for (int each = 0; each < 5; each++) {
            assertThat(check.of(List.of("Dr. Reed"), "201", "1111")).isEqualTo(WRONG);
            assertThat(check.of(List.of("Dr. Reed"), "201", "1379")).isEqualTo(WRONG);
            assertThat(check.of(List.of("Dr. Reed"), "201", "2468")).isInstanceOf(DutyNews.Known.class);
        }
        assertThat(written).hasSize(10).containsOnly("wrong Dr. Reed");
        assertThat(alarms.open()).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Alarm.Kind.WRONG_PINS);
            assertThat(alarm.subject()).isEqualTo("hand-over oncall.person[1] within a day");
            assertThat(alarm.sentence()).contains("10 wrong PINs").doesNotContain("Reed", "201", "1111");
        });
    }

    private final class Book implements DutyBook {
        private final List<OncallPin> pins = List.of(
                OncallPin.of("Dr. Reed", "2468".toCharArray(), new SecureRandom()),
                OncallPin.of("Dr. Yu", "1379".toCharArray(), new SecureRandom()));

        @Override
        public List<OncallPin> pins() {
            return pins;
        }

        @Override
        public List<DutyChoice> choices(String who) {
            return List.of();
        }

        @Override
        public DutyNews handOver(HandOver wanted) {
            return new DutyNews.NotNow();
        }

        @Override
        public void wrongPin(String who) {
            written.add("wrong " + who);
        }

        @Override
        public void locked(String who) {
            written.add("locked " + who);
        }
    }
}

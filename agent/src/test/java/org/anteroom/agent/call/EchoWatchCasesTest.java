package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our own sentences through lines, loudspeakers and rooms, and callers over them: what the signal itself tells. */
final class EchoWatchCasesTest {

    /** Not among them: everything at once at -6 dB, which leaves nothing to compare in one window of a hundred. */
    @ParameterizedTest
    @EnumSource(value = EchoCase.class, mode = EnumSource.Mode.EXCLUDE, names = "LOUD_EVERYTHING")
    void noEchoIsTakenForTheCaller(EchoCase kind) throws Exception {
        assertThat(EchoWatchSignals.echoes(kind, EchoWatchCasesTest::caller))
                .hasSizeGreaterThan(200)
                .doesNotContain(true);
    }

    @ParameterizedTest
    @EnumSource(
            value = EchoCase.class,
            names = {"LINEAR_20", "LINEAR_30", "ROOM_300_MS"})
    void mostOfWhatACallerSaysOverAnEchoCounts(EchoCase kind) throws Exception {
        assertThat(counted(Optional.of(kind))).isGreaterThan(0.5);
    }

    @Test
    void mostOfWhatACallerSaysOverUsCountsWhereNothingComesBack() throws Exception {
        assertThat(counted(Optional.empty())).isGreaterThan(0.5);
    }

    private static double counted(Optional<EchoCase> kind) throws Exception {
        List<Boolean> seen = EchoWatchSignals.callers(kind, EchoWatchCasesTest::caller);
        return (double) seen.stream().filter(caller -> caller).count() / seen.size();
    }

    private static boolean caller(EchoWatch watch, int fromMs, int toMs) {
        return watch.caller(fromMs, toMs).orElseThrow();
    }
}

package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchdogTest {

    private static final Duration NOTHING_MORE = Duration.ofMillis(50);

    /** What is wrong, with and without an emergency on the line, and whether the service is to be started anew. */
    @ParameterizedTest
    @CsvSource({
        "      0,       0,       0,       0, 0, false",
        " 10_000,       0,       0,       0, 0, false",
        " 10_001,       0,       0,       0, 0, true",
        " 10_001,       0,       0,       0, 1, true",
        "      0,  20_000,       0,       0, 0, false",
        "      0,  20_001,       0,       0, 0, true",
        "      0,  20_001,       0,       0, 1, false",
        "      0,       0, 120_001,       0, 0, true",
        "      0,       0, 120_001,       0, 2, false",
        "      0,       0,       0,  60_001, 0, true",
        "      0,       0,       0,  60_001, 1, false",
        "      0,1800_001,       0,       0, 1, true",
    })
    void whatARestartMendsEndsTheFeedingAndAnEmergencyIsCutOnlyWhenNobodyHearsAnything(
            String sound, String calls, String line, String records, int emergencies, boolean fatal) {
        VitalSigns signs = new VitalSigns(ms(sound), ms(calls), ms(line), ms(records), emergencies);

        assertThat(signs.fatal().isPresent()).isEqualTo(fatal);
    }

    private static long ms(String text) {
        return Long.parseLong(text.replace("_", "").strip());
    }

    @Test
    void feedsWhileAllIsWellAndTellsHowItIs(@TempDir Path folder) throws IOException {
        assertThat(told(folder, Optional.empty(), false)).containsExactly("WATCHDOG=1", "STATUS=fine");
    }

    @Test
    void doesNotFeedWhenARestartWouldMendItAndSaysWhy(@TempDir Path folder) throws IOException {
        assertThat(told(folder, Optional.of("no sound has left for 11 s"), true))
                .containsExactly("STATUS=Broken, no sound has left for 11 s: it is to be started anew.");
    }

    @Test
    void asksForMoreTimeWhileTheStopWaitsForCalls(@TempDir Path folder) throws IOException {
        assertThat(told(folder, Optional.empty(), true))
                .containsExactly("WATCHDOG=1", "EXTEND_TIMEOUT_USEC=90000000", "STATUS=fine");
    }

    @Test
    void anErrorInALookNeitherFeedsNorEndsTheLooking(@TempDir Path folder) throws IOException {
        String name = folder.resolve("notify").toString();
        try (DatagramInbox manager = DatagramInbox.at(name);
                ServiceNotice notice = ServiceNotice.of(Map.of("NOTIFY_SOCKET", name));
                Watchdog watchdog = new Watchdog(notice, new Watchdog.Watched() {
                    @Override
                    public Optional<String> fatal(long nanos) {
                        throw new StackOverflowError();
                    }

                    @Override
                    public String status() {
                        return "";
                    }

                    @Override
                    public boolean holding() {
                        return false;
                    }
                })) {
            watchdog.look(0);
            assertThat(manager.next(NOTHING_MORE)).isEmpty();
        }
    }

    private static List<String> told(Path folder, Optional<String> fatal, boolean holding) throws IOException {
        String name = folder.resolve("notify").toString();
        try (DatagramInbox manager = DatagramInbox.at(name);
                ServiceNotice notice = ServiceNotice.of(Map.of("NOTIFY_SOCKET", name));
                Watchdog watchdog = new Watchdog(notice, watched(fatal, holding))) {
            watchdog.look(0);
            List<String> told = new ArrayList<>();
            for (Optional<String> next = manager.next(NOTHING_MORE);
                    next.isPresent();
                    next = manager.next(NOTHING_MORE)) {
                told.add(next.get());
            }
            return told;
        }
    }

    private static Watchdog.Watched watched(Optional<String> fatal, boolean holding) {
        return new Watchdog.Watched() {
            @Override
            public Optional<String> fatal(long nanos) {
                return fatal;
            }

            @Override
            public String status() {
                return "fine";
            }

            @Override
            public boolean holding() {
                return holding;
            }
        };
    }
}

package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.cli.ControlRequest.Verb;
import org.anteroom.agent.notice.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class LogLevelsTest {
    private static final String SIP = "org.anteroom.agent.sip";

    private final LoggerContext context = new LoggerContext();
    private final HandClock clock = new HandClock(Instant.parse("2026-03-01T08:00:00Z"));
    private final LogLevels levels = new LogLevels(context, clock);

    @BeforeEach
    void configure() {
        context.getLogger("org.anteroom").setLevel(Level.INFO);
        context.getLogger(SIP + ".Line").setLevel(Level.OFF);
        context.getLogger("gov.nist").setLevel(Level.OFF);
    }

    private Level level(String logger) {
        return context.getLogger(logger).getEffectiveLevel();
    }

    private void pass(Duration time) {
        clock.pass(time);
        levels.look();
    }

    @Test
    void saysWhyALoggerOfOursIsOff() {
        assertThat(levels.lines())
                .filteredOn(line -> line.contains(SIP + ".Line"))
                .singleElement()
                .asString()
                .contains("off", "told by alarms");
    }

    @Test
    void debugGoesBackByItselfAfterAnHour() throws Failure {
        assertThat(levels.set(LogLevels.ALL, "debug", ""))
                .isEqualTo("org.anteroom logs debug for 1 h 0 min, then as before.");
        assertThat(level("org.anteroom.agent.call.X")).isEqualTo(Level.DEBUG);
        assertThat(levels.lines())
                .first()
                .asString()
                .contains("org.anteroom")
                .contains("debug")
                .contains("1 h");

        pass(Duration.ofMinutes(59));
        assertThat(level(SIP)).isEqualTo(Level.DEBUG);
        pass(Duration.ofMinutes(1));
        assertThat(level(SIP)).isEqualTo(Level.INFO);
        assertThat(level(SIP + ".Line")).isEqualTo(Level.OFF);
    }

    @Test
    void aLoggerOfOneRoomGoesBackToHavingNoLevelOfItsOwn() throws Failure {
        levels.set(SIP, "trace", "10m");
        levels.set(SIP, "debug", "20m");
        pass(Duration.ofMinutes(10));
        assertThat(level(SIP)).as("the later one counts").isEqualTo(Level.DEBUG);
        pass(Duration.ofMinutes(10));

        assertThat(context.getLogger(SIP).getLevel()).isNull();
    }

    @Test
    void quietLevelsStayUntilTheyAreTakenBackOrTheServiceEnds() throws Failure {
        levels.set(LogLevels.ALL, "error", "");
        pass(Duration.ofDays(30));
        assertThat(level(SIP)).isEqualTo(Level.ERROR);

        assertThat(levels.set(LogLevels.ALL, "default", "")).isEqualTo("Back to: info.");
        assertThat(level(SIP)).isEqualTo(Level.INFO);
        levels.set(SIP, "warn", "");
        levels.close();
        assertThat(level(SIP)).isEqualTo(Level.INFO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gov.nist", "ROOT", "", "alarm", "org.flywaydb", "org.anteroomx", "marytts", "org"})
    void leavesLibrariesAlone(String logger) {
        assertThatThrownBy(() -> levels.set(logger, "debug", ""))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("can't be changed")
                .hasMessageContaining("callers");
        assertThat(level("gov.nist")).isEqualTo(Level.OFF);
    }

    @ParameterizedTest
    @CsvSource({
        "org.anteroom, loud, ''",
        "org.anteroom, off, ''",
        "org.anteroom, debug, soon",
        "org.anteroom, debug, 0m",
        "org.anteroom, debug, 25h",
        "org.anteroom.agent.nonsense, debug, ''"
    })
    void refusesWhatMakesNoSense(String logger, String level, String time) {
        assertThatThrownBy(() -> levels.set(logger, level, time)).isInstanceOf(Failure.class);
        assertThat(level(LogLevels.ALL)).isEqualTo(Level.INFO);
    }

    @Test
    void isAskedOverTheControlSocketAndPassesTheRestOn() throws Failure {
        List<ControlRequest> others = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        Trail trail = new Trail(Optional.empty(), Clock.systemUTC(), LoggerFactory.getLogger("test"));
        LogDesk desk = new LogDesk((request, who, told) -> others.add(request), levels, trail);

        desk.serve(
                new ControlRequest(Verb.SET_LOG_LEVEL, 0, Map.of("logger", SIP, "level", "debug", "for", "90s")),
                "uid:0",
                lines::add);
        desk.serve(ControlRequest.of(Verb.SHOW_LOG_LEVELS), "uid:0", lines::add);
        desk.serve(ControlRequest.of(Verb.LIST_CALLS), "uid:0", lines::add);

        assertThat(lines).first().isEqualTo(SIP + " logs debug for 1 min, then as before.");
        assertThat(lines).anyMatch(line -> line.startsWith(SIP + " ") && line.contains("debug"));
        assertThat(others).hasSize(1);
    }
}

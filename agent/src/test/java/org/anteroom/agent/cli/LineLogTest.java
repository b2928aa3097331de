package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.SipConfig;
import org.anteroom.agent.notice.HandClock;
import org.anteroom.agent.sip.IncomingLeg;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.sip.LegListener;
import org.anteroom.agent.sip.LineListener;
import org.anteroom.agent.sip.OfferedSound;
import org.anteroom.agent.sip.RegistrationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the line is remembered to have done. */
class LineLogTest {
    private static final Instant BEGAN = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(BEGAN);
    private final List<RegistrationState> passed = new ArrayList<>();
    private final List<OfferedSound> offered = new ArrayList<>();

    private LineLog line() throws IOException, ConfigException {
        return new LineLog(
                new LineListener() {
                    @Override
                    public LegListener incoming(IncomingLeg leg, Invitation invitation) {
                        return event -> {};
                    }

                    @Override
                    public void registration(RegistrationState state) {
                        passed.add(state);
                    }

                    @Override
                    public void offered(OfferedSound sound) {
                        offered.add(sound);
                    }

                    @Override
                    public void health(boolean answering, String sentence) {}
                },
                sip(),
                clock);
    }

    private SipConfig sip() throws IOException, ConfigException {
        return Config.load(
                        Files.writeString(
                                folder.resolve("anteroom.toml"),
                                """
                        [practice]
                        name = "Elm"
                        type = "medical"
                        timezone = "UTC"
                        [sip]
                        pbx = "10.0.0.2"
                        user = "700"
                        password = "hush"
                        [[oncall.group]]
                        name = "on call"
                        [[oncall.group.target]]
                        name = "doctor"
                        number = "412"
                        """))
                .sip();
    }

    private void after(LineLog line, RegistrationState state) {
        clock.pass(Duration.ofSeconds(10));
        line.registration(state);
    }

    @Test
    void remembersWhatThePbxOfferedLast() throws Exception {
        LineLog line = line();
        assertThat(line.offer()).isEmpty();

        line.offered(new OfferedSound(List.of("G729"), "Incompatible media format"));
        clock.pass(Duration.ofSeconds(10));
        line.offered(new OfferedSound(List.of("PCMU"), ""));
        assertThat(line.offer())
                .contains(new LineLog.Offer(new OfferedSound(List.of("PCMU"), ""), BEGAN.plusSeconds(10)));
        assertThat(offered).as("all of it is passed on").hasSize(2);
    }

    @Test
    void remembersSinceWhenItIsRegisteredAndWhyItFailedLast() throws Exception {
        LineLog line = line();
        assertThat(line.standing()).isEqualTo(new LineLog.Standing(false, BEGAN, "", Optional.empty()));

        after(line, new RegistrationState.Registering());
        after(line, new RegistrationState.Failing("The PBX refuses 700.", Duration.ofSeconds(5), 403));
        assertThat(line.standing())
                .isEqualTo(
                        new LineLog.Standing(false, BEGAN, "The PBX refuses 700.", Optional.of(BEGAN.plusSeconds(20))));

        after(line, new RegistrationState.Registered(Duration.ofSeconds(60)));
        after(line, new RegistrationState.Registered(Duration.ofSeconds(60)));
        assertThat(line.standing().registered()).isTrue();
        assertThat(line.standing().since())
                .as("a refresh is no new registration")
                .isEqualTo(BEGAN.plusSeconds(30));
        assertThat(line.standing().failure()).isEqualTo("The PBX refuses 700.");

        after(line, new RegistrationState.Withdrawn());
        assertThat(line.standing().registered()).isFalse();
        assertThat(line.standing().since()).isEqualTo(BEGAN.plusSeconds(50));
        assertThat(passed).as("all of it is passed on").hasSize(5);
    }
}

package org.anteroom.agent.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The net under the receptionist: a PBX set up as packaging/docs/fallback.md says rings a person when the agent can't. */
@Tag("interop")
class FallbackIT {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(20);
    /** What a patient may be asked to wait for a human phone to ring. */
    private static final Duration GOAL = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    private int rung;

    @Test
    void aPersonsPhoneRingsSoonWhileTheAgentIsFrozenUnregisteredOrKilled() throws Exception {
        Path silence = new Timeline().pause(Duration.ofSeconds(60)).write(folder.resolve("silence.wav"));
        try (Kamailio pbx = Kamailio.start(folder);
                AgentProcess agent = AgentProcess.start(
                        folder, pbx.address(), "udp", Kamailio.PASSWORD, false, 4, List.of(List.of("301")));
                Baresip person = phone(pbx, Kamailio.FALLBACK, silence);
                Baresip caller = phone(pbx, "201", silence)) {
            assertThat(pbx.awaitRegistration(Kamailio.AGENT, true, 1, START))
                    .as(agent.log())
                    .isTrue();

            signal(agent, "-STOP");
            Duration frozen = untilThePersonRings(caller, person);
            signal(agent, "-CONT");

            assertThat(pbx.awaitRegistration(Kamailio.AGENT, false, 1, SOON))
                    .as("it un-registers because its clock stood still\n%s", agent.log())
                    .isTrue();
            Duration unregistered = untilThePersonRings(caller, person);

            assertThat(pbx.awaitRegistration(Kamailio.AGENT, true, 2, START))
                    .as("it comes back by itself\n%s", agent.log())
                    .isTrue();
            signal(agent, "-KILL");
            assertThat(Eventually.holds(() -> !agent.running(), SOON)).isTrue();
            Duration killed = untilThePersonRings(caller, person);

            System.out.printf(
                    Locale.ROOT,
                    "INVITE of the caller -> a person's phone rings: frozen %.2f s, un-registered %.2f s, killed %.2f s%n",
                    frozen.toMillis() / 1e3,
                    unregistered.toMillis() / 1e3,
                    killed.toMillis() / 1e3);
        }
    }

    /** From the caller's dialling; the caller then gives up. */
    private Duration untilThePersonRings(Baresip caller, Baresip person) throws Exception {
        long began = System.nanoTime();
        caller.dial(Kamailio.AGENT);
        assertThat(person.awaitRinging(++rung, GOAL)).as(caller.output()).isTrue();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        caller.hangUp();
        return took;
    }

    private Baresip phone(Kamailio pbx, String extension, Path plays) throws Exception {
        return Baresip.start(folder, pbx.address(), "udp", extension, Kamailio.PASSWORD, Baresip.Answer.BY_HAND, plays);
    }

    private static void signal(AgentProcess agent, String name) throws Exception {
        assertThat(new ProcessBuilder("kill", name, Long.toString(agent.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}

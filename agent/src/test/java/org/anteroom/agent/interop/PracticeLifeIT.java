package org.anteroom.agent.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of the installed agent at a real Kamailio over TCP: an emergency, a PBX that is restarted, the end. One service for
 *  all, so the order counts.
 */
@Tag("interop")
@TestMethodOrder(OrderAnnotation.class)
class PracticeLifeIT {

    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final double CALLER_TONE = 440;
    private static final double CLINICIAN_TONE = 880;
    private static final int BYTES_PER_SECOND = 16_000;

    @TempDir
    static Path home;

    private static Kamailio pbx;
    private static AgentProcess agent;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        pbx = Kamailio.start(home);
        agent = AgentProcess.start(home, pbx.address(), "tcp", Kamailio.PASSWORD, false, 4, List.of(List.of("301")));
        assertThat(pbx.awaitRegistration(Kamailio.AGENT, true, 1, START))
                .as(agent.log())
                .isTrue();
    }

    @AfterAll
    static void stop() {
        if (agent != null) {
            agent.close();
        }
        if (pbx != null) {
            pbx.close();
        }
    }

    @Test
    @Order(1)
    void emergencyIsBridgedAndBothSidesHearEachOther() throws Exception {
        Path says = new Timeline()
                .pause(Duration.ofSeconds(3))
                .say("hours-wish")
                .pause(Duration.ofSeconds(7))
                .say("hours-chest-pain")
                .pause(Duration.ofMillis(500))
                .tone(CALLER_TONE, Duration.ofSeconds(90))
                .write(folder.resolve("emergency.wav"));
        Path clinician =
                new Timeline().tone(CLINICIAN_TONE, Duration.ofSeconds(120)).write(folder.resolve("clinician.wav"));
        try (Baresip onCall = phone("301", Baresip.Answer.AT_ONCE, clinician);
                Baresip caller = phone("201", Baresip.Answer.BY_HAND, says)) {
            caller.dial(Kamailio.AGENT);
            assertThat(onCall.awaitEstablished(CALL)).as(agent.log()).isTrue();
            assertThat(heardSeconds(onCall, 4, SOON)).as(agent.log()).isTrue();
            onCall.press('1');
            assertThat(heardSeconds(onCall, 14, SOON)).as(agent.log()).isTrue();
            caller.hangUp();
            assertThat(onCall.awaitEnded(SOON)).as(agent.log()).isTrue();
            assertThat(Eventually.holds(
                            () -> agent.command("emergencies", "list").contains("talked to a human"), SOON))
                    .as(agent.log())
                    .isTrue();
            assertThat(agent.command("emergencies", "show", "1"))
                    .containsSubsequence(
                            "decisive word ends", "INVITE out", "answered (200)", "key 1", "bridged", "over:");
            assertThat(agent.command("emergencies", "outcome", "1", "real")).contains("is kept as real");
            // A recording is whole once its telephone has ended.
            onCall.close();
            caller.close();
            assertThat(Tones.speechSeconds(onCall.heard(), CALLER_TONE))
                    .as("announcement")
                    .isGreaterThan(1.5);
            assertThat(Tones.seconds(onCall.heard(), CALLER_TONE))
                    .as("the clinician hears the caller")
                    .isGreaterThan(3);
            assertThat(Tones.seconds(caller.heard(), CLINICIAN_TONE))
                    .as("the caller hears the clinician")
                    .isGreaterThan(3);
        }
    }

    @Test
    @Order(2)
    void registersAgainAfterThePbxWasRestarted() throws Exception {
        pbx.stop();
        pbx.start();
        assertThat(pbx.awaitRegistration(Kamailio.AGENT, true, 1, Duration.ofSeconds(70)))
                .as(agent.log())
                .isTrue();
    }

    @Test
    @Order(3)
    void unregistersWhenItIsStopped() throws Exception {
        agent.close();
        assertThat(pbx.awaitRegistration(Kamailio.AGENT, false, 1, SOON))
                .as(agent.log())
                .isTrue();
    }

    private Baresip phone(String extension, Baresip.Answer answer, Path plays) throws Exception {
        return Baresip.start(folder, pbx.address(), "udp", extension, Kamailio.PASSWORD, answer, plays);
    }

    /** Whether the telephone has so many seconds of sound from the far end within the time. */
    private static boolean heardSeconds(Baresip phone, int seconds, Duration within) throws Exception {
        return Eventually.holds(() -> Files.size(phone.heard()) >= (long) seconds * BYTES_PER_SECOND, within);
    }
}

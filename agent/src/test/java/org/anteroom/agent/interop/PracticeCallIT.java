package org.anteroom.agent.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installed agent behind a real Kamailio over UDP, called by and calling real baresip telephones. One service for all. */
@Tag("interop")
class PracticeCallIT {

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
        agent = AgentProcess.start(
                home, pbx.address(), "udp", Kamailio.PASSWORD, false, 4, List.of(List.of("301"), List.of("302")));
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
    void callerWhoHangsUpHalfWayLeavesAnIncompleteRequestWithTheWordsRecognised() throws Exception {
        Path says = new Timeline()
                .pause(Duration.ofSeconds(3))
                .say("message-wish")
                .pause(Duration.ofSeconds(9))
                .say("message-name")
                .pause(Duration.ofSeconds(60))
                .write(folder.resolve("caller.wav"));
        try (Baresip caller = phone("201", Baresip.Answer.BY_HAND, says)) {
            caller.dial(Kamailio.AGENT);
            assertThat(caller.awaitEstablished(SOON)).as(caller.output()).isTrue();
            assertThat(heardSeconds(caller, 24, CALL)).as(agent.log()).isTrue();
            caller.hangUp();
            assertThat(Eventually.holds(() -> incomplete().isPresent(), SOON))
                    .as(agent.log())
                    .isTrue();
            assertThat(agent.command("messages", "show", incomplete().orElseThrow())
                            .toLowerCase(Locale.ROOT))
                    .contains("robert");
            assertThat(agent.log().toLowerCase(Locale.ROOT)).doesNotContain("robert", "miller");
        }
    }

    @Test
    void voicemailThatSaysYesPressOneIsNeverBridgedAndTheNextGroupRings() throws Exception {
        Path says = new Timeline()
                .pause(Duration.ofSeconds(3))
                .say("hours-chest-pain")
                .pause(Duration.ofMillis(500))
                .tone(CALLER_TONE, Duration.ofSeconds(90))
                .write(folder.resolve("emergency.wav"));
        Path voicemail = new Timeline()
                .say("voicemail-yes")
                .tone(1_000, Duration.ofMillis(500))
                .pause(Duration.ofSeconds(90))
                .write(folder.resolve("voicemail.wav"));
        Path clinician =
                new Timeline().tone(CLINICIAN_TONE, Duration.ofSeconds(120)).write(folder.resolve("clinician.wav"));
        try (Baresip box = phone("301", Baresip.Answer.AT_ONCE, voicemail);
                Baresip next = phone("302", Baresip.Answer.AT_ONCE, clinician);
                Baresip caller = phone("201", Baresip.Answer.BY_HAND, says)) {
            caller.dial(Kamailio.AGENT);
            assertThat(box.awaitEstablished(CALL)).as(agent.log()).isTrue();
            assertThat(next.awaitEstablished(CALL)).as(agent.log()).isTrue();
            assertThat(heardSeconds(next, 3, SOON)).as(agent.log()).isTrue();
            next.press('1');
            assertThat(heardSeconds(next, 10, SOON)).as(agent.log()).isTrue();
            caller.hangUp();
            assertThat(next.awaitEnded(SOON)).isTrue();
            assertThat(box.awaitEnded(SOON)).isTrue();
            box.close();
            next.close();
            assertThat(Tones.seconds(box.heard(), CALLER_TONE))
                    .as("voicemail hears the caller")
                    .isZero();
            assertThat(Tones.seconds(next.heard(), CALLER_TONE))
                    .as("the next phone hears the caller")
                    .isGreaterThan(2);
        }
    }

    @Test
    void sippCallersAreAnsweredOneAfterTheOtherAndNothingStaysBehind() throws Exception {
        Sipp.Outcome calls = Sipp.run(folder, Kamailio.ADDRESS, pbx.address(), Kamailio.AGENT, "sipp-call.xml", 8);
        assertThat(calls.exit()).as(calls.output()).isZero();
        assertThat(agent.command("calls", "list").lines().filter(line -> line.contains("209")))
                .hasSize(8);
    }

    @Test
    void invitationsThatDoNotComeFromThePbxAreNotEvenAnswered() throws Exception {
        Sipp.Outcome stranger = Sipp.run(folder, "127.0.0.9", agent.address(), Kamailio.AGENT, "sipp-stranger.xml", 1);
        assertThat(stranger.exit()).as(stranger.output()).isZero();
    }

    /** Number of the message that Robert left unfinished. */
    private static Optional<String> incomplete() throws Exception {
        return agent.command("messages", "list")
                .lines()
                .filter(line -> line.contains("(incomplete)")
                        && line.toLowerCase(Locale.ROOT).contains("robert"))
                .map(line -> line.strip().split(" ", 2)[0])
                .findFirst();
    }

    private Baresip phone(String extension, Baresip.Answer answer, Path plays) throws Exception {
        return Baresip.start(folder, pbx.address(), "udp", extension, Kamailio.PASSWORD, answer, plays);
    }

    /** Whether the telephone has so many seconds of sound from the far end within the time. */
    private static boolean heardSeconds(Baresip phone, int seconds, Duration within) throws Exception {
        return Eventually.holds(() -> Files.size(phone.heard()) >= (long) seconds * BYTES_PER_SECOND, within);
    }
}

package org.anteroom.agent.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installed agent behind a real Kamailio, called by and calling real baresip telephones. */
@Tag("interop")
class PracticeCallIT {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final double CALLER_TONE = 440;
    private static final double CLINICIAN_TONE = 880;
    private static final int BYTES_PER_SECOND = 16_000;

    @TempDir
    Path folder;

    @Test
    void callerWhoHangsUpHalfWayLeavesAnIncompleteRequestWithTheWordsRecognised() throws Exception {
        Path says = new Timeline()
                .pause(Duration.ofSeconds(3))
                .say("message-wish")
                .pause(Duration.ofSeconds(9))
                .say("message-name")
                .pause(Duration.ofSeconds(60))
                .write(folder.resolve("caller.wav"));
        try (Kamailio pbx = Kamailio.start(folder);
                AgentProcess agent = agent(pbx, "udp", List.of(List.of("301")));
                Baresip caller = phone(pbx, "201", Baresip.Answer.BY_HAND, says)) {
            assertThat(pbx.awaitRegistration(Kamailio.AGENT, true, 1, START))
                    .as(agent.log())
                    .isTrue();
            caller.dial(Kamailio.AGENT);
            assertThat(caller.awaitEstablished(SOON)).as(caller.output()).isTrue();
            assertThat(heardSeconds(caller, 24, CALL)).as(agent.log()).isTrue();
            caller.hangUp();
            assertThat(Eventually.holds(() -> agent.command("messages", "list").contains("incomplete"), SOON))
                    .as(agent.log())
                    .isTrue();
            assertThat(agent.command("messages", "show", "1").toLowerCase(java.util.Locale.ROOT))
                    .contains("robert");
            assertThat(agent.log().toLowerCase(java.util.Locale.ROOT)).doesNotContain("robert", "miller");
        }
    }

    @Test
    void emergencyIsBridgedAndBothSidesHearEachOther() throws Exception {
        Path says = emergency();
        Path clinician =
                new Timeline().tone(CLINICIAN_TONE, Duration.ofSeconds(120)).write(folder.resolve("clinician.wav"));
        try (Kamailio pbx = Kamailio.start(folder);
                AgentProcess agent = agent(pbx, "tcp", List.of(List.of("301")));
                Baresip onCall = phone(pbx, "301", Baresip.Answer.AT_ONCE, clinician);
                Baresip caller = phone(pbx, "201", Baresip.Answer.BY_HAND, says)) {
            assertThat(pbx.awaitRegistration(Kamailio.AGENT, true, 1, START))
                    .as(agent.log())
                    .isTrue();
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
    void voicemailThatSaysYesPressOneIsNeverBridgedAndTheNextGroupRings() throws Exception {
        Path says = emergency();
        Path voicemail = new Timeline()
                .say("voicemail-yes")
                .tone(1_000, Duration.ofMillis(500))
                .pause(Duration.ofSeconds(90))
                .write(folder.resolve("voicemail.wav"));
        Path clinician =
                new Timeline().tone(CLINICIAN_TONE, Duration.ofSeconds(120)).write(folder.resolve("clinician.wav"));
        try (Kamailio pbx = Kamailio.start(folder);
                AgentProcess agent = agent(pbx, "udp", List.of(List.of("301"), List.of("302")));
                Baresip box = phone(pbx, "301", Baresip.Answer.AT_ONCE, voicemail);
                Baresip next = phone(pbx, "302", Baresip.Answer.AT_ONCE, clinician);
                Baresip caller = phone(pbx, "201", Baresip.Answer.BY_HAND, says)) {
            assertThat(pbx.awaitRegistration(Kamailio.AGENT, true, 1, START))
                    .as(agent.log())
                    .isTrue();
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
    void registersAgainAfterThePbxWasRestarted() throws Exception {
        try (Kamailio pbx = Kamailio.start(folder);
                AgentProcess agent = agent(pbx, "tcp", List.of(List.of("301")))) {
            assertThat(pbx.awaitRegistration(Kamailio.AGENT, true, 1, START))
                    .as(agent.log())
                    .isTrue();
            pbx.stop();
            pbx.start();
            assertThat(pbx.awaitRegistration(Kamailio.AGENT, true, 1, Duration.ofSeconds(70)))
                    .as(agent.log())
                    .isTrue();
        }
    }

    @Test
    void unregistersWhenItIsStopped() throws Exception {
        try (Kamailio pbx = Kamailio.start(folder);
                AgentProcess agent = agent(pbx, "tcp", List.of(List.of("301")))) {
            assertThat(pbx.awaitRegistration(Kamailio.AGENT, true, 1, START))
                    .as(agent.log())
                    .isTrue();
            agent.close();
            assertThat(pbx.awaitRegistration(Kamailio.AGENT, false, 1, SOON))
                    .as(agent.log())
                    .isTrue();
        }
    }

    @Test
    void sippCallersAreAnsweredOneAfterTheOtherAndNothingStaysBehind() throws Exception {
        try (Kamailio pbx = Kamailio.start(folder);
                AgentProcess agent = agent(pbx, "udp", List.of(List.of("301")))) {
            assertThat(pbx.awaitRegistration(Kamailio.AGENT, true, 1, START))
                    .as(agent.log())
                    .isTrue();
            Sipp.Outcome calls = Sipp.run(folder, Kamailio.ADDRESS, pbx.address(), Kamailio.AGENT, "sipp-call.xml", 8);
            assertThat(calls.exit()).as(calls.output()).isZero();
            assertThat(agent.command("calls", "list").lines().filter(line -> line.contains("209")))
                    .hasSize(8);
        }
    }

    @Test
    void invitationsThatDoNotComeFromThePbxAreNotEvenAnswered() throws Exception {
        try (Kamailio pbx = Kamailio.start(folder);
                AgentProcess agent = agent(pbx, "udp", List.of(List.of("301")))) {
            assertThat(pbx.awaitRegistration(Kamailio.AGENT, true, 1, START))
                    .as(agent.log())
                    .isTrue();
            Sipp.Outcome stranger =
                    Sipp.run(folder, "127.0.0.9", agent.address(), Kamailio.AGENT, "sipp-stranger.xml", 1);
            assertThat(stranger.exit()).as(stranger.output()).isZero();
        }
    }

    private Path emergency() throws Exception {
        return new Timeline()
                .pause(Duration.ofSeconds(3))
                .say("hours-wish")
                .pause(Duration.ofSeconds(7))
                .say("hours-chest-pain")
                .pause(Duration.ofMillis(500))
                .tone(CALLER_TONE, Duration.ofSeconds(90))
                .write(folder.resolve("emergency.wav"));
    }

    private AgentProcess agent(Kamailio pbx, String transport, List<List<String>> groups) throws Exception {
        return AgentProcess.start(folder, pbx.address(), transport, Kamailio.PASSWORD, false, 4, groups);
    }

    private Baresip phone(Kamailio pbx, String extension, Baresip.Answer answer, Path plays) throws Exception {
        return Baresip.start(folder, pbx.address(), "udp", extension, Kamailio.PASSWORD, answer, plays);
    }

    /** Whether the telephone has so many seconds of sound from the far end within the time. */
    private static boolean heardSeconds(Baresip phone, int seconds, Duration within) throws Exception {
        return Eventually.holds(() -> Files.size(phone.heard()) >= (long) seconds * BYTES_PER_SECOND, within);
    }
}

package org.anteroom.agent.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.anteroom.agent.rehearsal.CallersSide;
import org.anteroom.media.Wav;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One emergency behind a real Kamailio whose telephones, real ones too, fail each in its own way, and which then is gone itself:
 * the caller hears us throughout and reaches the clinician when there is one again.
 */
@Tag("interop")
class LadderIT {

    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration ATTEMPT = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 4;
    private static final AgentProcess.Patience SHORT = new AgentProcess.Patience(10, 5, 5);
    private static final double CALLER_TONE = 440;
    private static final double CLINICIAN_TONE = 880;
    private static final int BYTES_PER_SAMPLE = 2;
    private static final int WAV_HEADER = 44;
    private static final int SECOND = 8_000;
    /** Two seconds after the first group's time is over. */
    private static final int NEXT_GROUP = (SHORT.rings() + 2) * SECOND;

    @TempDir
    Path folder;

    @Test
    void aCallerHearsUsThroughEveryFailureOfPhonesAndPbxUntilAClinicianTakesTheCall() throws Exception {
        Path silence = new Timeline().pause(Duration.ofSeconds(120)).write(folder.resolve("silence.wav"));
        try (Kamailio pbx = Kamailio.start(folder);
                AgentProcess agent = AgentProcess.start(
                        folder,
                        pbx.address(),
                        "udp",
                        Kamailio.PASSWORD,
                        false,
                        4,
                        List.of(List.of("302", "303", "304", "305"), List.of("301")),
                        SHORT,
                        "");
                Baresip declining = phone(pbx, "302", Baresip.Answer.BY_HAND, silence);
                Baresip box = phone(pbx, "304", Baresip.Answer.AT_ONCE, voicemail());
                Baresip unheard = phone(pbx, "305", Baresip.Answer.BY_HAND, silence);
                Baresip caller = phone(pbx, "201", Baresip.Answer.BY_HAND, emergency())) {
            assertThat(pbx.awaitRegistration(Kamailio.AGENT, true, 1, START))
                    .as(agent.log())
                    .isTrue();
            assertThat(answered(caller))
                    .as("%s%n%s", caller.output(), agent.log())
                    .isTrue();

            assertThat(declining.awaitRinging(SOON)).as(agent.log()).isTrue();
            int alarm = samples(caller);
            declining.hangUp();
            assertThat(box.awaitEstablished(SOON)).as(box.output()).isTrue();
            assertThat(unheard.awaitRinging(SOON)).as(agent.log()).isTrue();
            assertThat(box.awaitEnded(SOON)).as("a voicemail is let go").isTrue();
            pbx.stop();
            assertThat(Eventually.holds(() -> samples(caller) > alarm + NEXT_GROUP, SOON))
                    .as("the caller hears us, and the next group is rung, while the PBX is gone")
                    .isTrue();
            pbx.start();
            assertThat(Eventually.holds(
                            () -> agent.command("alarms", "list").contains("nobody of the on-call plan has taken it"),
                            SOON))
                    .as(agent.log())
                    .isTrue();
            try (Baresip clinician = phone(pbx, "301", Baresip.Answer.AT_ONCE, clinician())) {
                assertThat(clinician.awaitEstablished(SOON)).as(agent.log()).isTrue();
                assertThat(Eventually.holds(() -> samples(clinician) > SECOND, SOON))
                        .isTrue();
                int taken = samples(caller);
                clinician.press('1');
                assertThat(Eventually.holds(() -> holds(caller, taken, CLINICIAN_TONE), SOON))
                        .as("the caller hears the clinician\n%s", agent.log())
                        .isTrue();
                assertThat(Eventually.holds(() -> holds(clinician, 0, CALLER_TONE), SOON))
                        .as("the clinician hears the caller")
                        .isTrue();
                caller.hangUp();
                assertThat(clinician.awaitEnded(SOON)).as(agent.log()).isTrue();

                short[] heard = recording(caller);
                CallersSide.assertUnbroken(Arrays.copyOf(heard, taken), alarm);
                assertThat(CallersSide.holds(recording(box), 0, CALLER_TONE))
                        .as("a voicemail has the caller")
                        .isFalse();
                assertThat(unheard.everEstablished()).isFalse();
            }
            assertThat(agent.command("emergencies", "show", "1"))
                    .as("the page of it")
                    .contains("did not take it (486)", "did not take it (480)")
                    .containsSubsequence("all-failed", "key 1", "bridged");
        }
    }

    /** Calls until it is answered: a machine so busy that the agent withdraws for a moment is no fault. */
    private static boolean answered(Baresip caller) throws Exception {
        boolean answered = false;
        for (int times = 0; times < ATTEMPTS && !answered; times++) {
            caller.dial(Kamailio.AGENT);
            answered = caller.awaitEstablished(ATTEMPT);
        }
        return answered;
    }

    private Path emergency() throws Exception {
        return new Timeline()
                .pause(Duration.ofSeconds(2))
                .say("emergency-breathe")
                .pause(Duration.ofMillis(500))
                .tone(CALLER_TONE, Duration.ofSeconds(120))
                .write(folder.resolve("emergency.wav"));
    }

    private Path voicemail() throws Exception {
        return new Timeline()
                .say("voicemail-yes")
                .tone(CallersSide.BEEP_HZ, Duration.ofMillis(500))
                .pause(Duration.ofSeconds(60))
                .write(folder.resolve("voicemail.wav"));
    }

    private Path clinician() throws Exception {
        return new Timeline().tone(CLINICIAN_TONE, Duration.ofSeconds(60)).write(folder.resolve("clinician.wav"));
    }

    private Baresip phone(Kamailio pbx, String extension, Baresip.Answer answer, Path plays) throws Exception {
        return Baresip.start(folder, pbx.address(), "udp", extension, Kamailio.PASSWORD, answer, plays);
    }

    /** How much the telephone has recorded so far. */
    private static int samples(Baresip phone) throws Exception {
        return (int) (Files.size(phone.heard()) - WAV_HEADER) / BYTES_PER_SAMPLE;
    }

    /** All that it recorded: whole once the telephone has ended. */
    private static short[] recording(Baresip phone) throws Exception {
        phone.close();
        return Wav.read(phone.heard());
    }

    /** Whether it has a tone from a sample on, in the file that is still being written. */
    private static boolean holds(Baresip phone, int from, double hertz) throws Exception {
        byte[] bytes = Files.readAllBytes(phone.heard());
        short[] pcm = new short[Math.max(0, (bytes.length - WAV_HEADER) / BYTES_PER_SAMPLE)];
        for (int i = 0; i < pcm.length; i++) {
            int at = WAV_HEADER + i * BYTES_PER_SAMPLE;
            pcm[i] = (short) (bytes[at] & 0xff | bytes[at + 1] << 8);
        }
        return from < pcm.length && CallersSide.holds(pcm, from, hertz);
    }
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller who thinks in the middle of a message is answered too early, and loses nothing by it. */
final class MessageInPiecesTest {
    private static final String DOCTOR =
            """
            [[oncall.group]]
            name = "doctors"
            [[oncall.group.target]]
            name = "doctor"
            number = "201"
            """;
    private static final Duration QUIET = Duration.ofMillis(800);
    private static final int PAUSE_SAMPLES = 8 * 1_000;

    @TempDir
    Path folder;

    @Test
    void whatFollowsAPauseStopsOurQuestionAndIsAddedToTheMessage() throws Exception {
        try (Clinic clinic = Clinic.night(folder, DOCTOR);
                PhoneCall call = clinic.call(clinic.phone(Clinic.CALLER))) {
            for (String clip : List.of("message-wish", "message-name", "message-no", "message-number", "message-yes")) {
                answer(call, CallerAudio.clip(clip).pcm());
            }
            clinic.nextSaid(TemplateId.ASK_ABOUT);
            short[] first = CallerAudio.clip("message-about").pcm();
            short[] second = CallerAudio.clip("message-more").pcm();
            short[] paused = Arrays.copyOf(first, first.length + PAUSE_SAMPLES + second.length);
            System.arraycopy(second, 0, paused, first.length + PAUSE_SAMPLES, second.length);
            answer(call, paused);
            answer(call, CallerAudio.clip("message-nothing").pcm());
            clinic.next(CallEvent.Stored.class, stored -> true);

            assertThat(clinic.messages()).singleElement().satisfies(message -> assertThat(
                            message.content().about().orElse(""))
                    .contains("twice")
                    .contains("still on my desk"));
            assertThat(clinic.all.stream().filter(CallEvent.BargedIn.class::isInstance))
                    .as("our question, begun in the pause, gave way")
                    .isNotEmpty();
        }
    }

    private static void answer(PhoneCall call, short[] pcm) throws InterruptedException {
        assertThat(call.awaitTurn(QUIET, Clinic.SOON)).isTrue();
        call.say(pcm);
    }
}

package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Grade;
import org.anteroom.agent.emergency.Keys;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.agent.emergency.Score;
import org.anteroom.speech.EarSettings;
import org.anteroom.speech.Ears;
import org.anteroom.speech.Listening;
import org.anteroom.speech.SpeechCounters;
import org.junit.jupiter.api.Test;

/** A caller who talks for forty seconds without a pause about ordinary things, and then of an emergency. */
class MonologueTest {
    private static final int SAMPLES_PER_MS = 8;
    private static final int LONG_MS = 40_000;
    private static final List<String> ORDINARY = List.of("message-about", "message-wish", "message-more", "hours-wish");

    @Test
    void anEmergencyAfterFortySecondsOfTalkIsHeardWhileTheCallerTalksOn() throws Exception {
        short[] talk = new short[0];
        for (int i = 0; talk.length < LONG_MS * SAMPLES_PER_MS; i++) {
            talk = and(talk, ORDINARY.get(i % ORDINARY.size()));
        }
        int emergencyMs = talk.length / SAMPLES_PER_MS;
        short[] whole = and(and(talk, "emergency-breathe"), "message-about");
        Detector detector = new Detector(RuleBook.of(Set.of(PracticeType.MEDICAL)), Keys.DEFAULT);
        try (Ears ears = new Ears(
                        EarSettings.of(Path.of(System.getProperty("anteroom.model")), 1, 1), new SpeechCounters());
                Listening listening = ears.listening()) {
            AudioListener listener = new AudioListener(listening, detector, clause -> new Score(-1, List.of()));
            listener.hear(whole);

            Decision decision = listener.decision().orElseThrow();
            assertThat(decision.grade()).isEqualTo(Grade.ALARM);
            assertThat(decision.audioMs()).isBetween((long) emergencyMs, whole.length / SAMPLES_PER_MS - 1_000L);
        }
    }

    /** What is said next: without the silence around a recording, so that nothing is a pause. */
    private static short[] and(short[] before, String clip) throws Exception {
        short[] pcm = CallerAudio.clip(clip).pcm();
        int from = 0;
        int to = pcm.length;
        while (from < to && Math.abs(pcm[from]) < 200) {
            from++;
        }
        while (to > from && Math.abs(pcm[to - 1]) < 200) {
            to--;
        }
        short[] both = Arrays.copyOf(before, before.length + to - from);
        System.arraycopy(pcm, from, both, before.length, to - from);
        return both;
    }
}

package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.Prompts;
import org.anteroom.agent.dialogue.Slot;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.anteroom.speech.PromptStore;
import org.anteroom.speech.SpeechCounters;
import org.anteroom.speech.Voice;
import org.anteroom.speech.VoiceSettings;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static final String PRACTICE = "Elm";
    private static final Catalogue CATALOGUE = Catalogue.of(PracticeType.MEDICAL);

    private final Health health = new Health();

    @Test
    void anEmergencyNeedNotWaitForHowACallEnds() throws Exception {
        Readiness readiness = readiness();

        SpokenPrompts prompts = readiness.first(PRACTICE);

        assertThat(health.reports()).hasSize(1).allMatch(Health.Report::ok);
        assertThat(Prompts.fixed(CATALOGUE)).allMatch(prompts::ready);
        assertThat(List.of(said(TemplateId.GREETING_PRACTICE), said(TemplateId.ON_CALL_ANNOUNCE)))
                .allMatch(prompts::ready);
        assertThat(prompts.ready(said(TemplateId.GOODBYE))).isFalse();

        readiness.rest(PRACTICE, prompts);

        assertThat(Prompts.forPractice(CATALOGUE, PRACTICE))
                .contains(said(TemplateId.GOODBYE))
                .allMatch(prompts::ready);
        assertThat(health.ok(Condition.VOICE)).isTrue();
    }

    @Test
    void whatCanWaitAndCanNotBeRenderedIsNoReasonToStopAnswering() throws Exception {
        Voice mute = mute();

        new Readiness(CATALOGUE, List.of(), mute, health).rest(PRACTICE, new SpokenPrompts(mute));

        assertThat(health.reports()).isEmpty();
    }

    @Test
    void aChangedNameIsReadyAsAWholeOrRefused() throws Exception {
        var unused = new Readiness(CATALOGUE, List.of(), mute(), health).prepare(PRACTICE);

        assertThat(health.ok(Condition.VOICE)).isFalse();
    }

    private static Voice mute() {
        Voice closed = Voice.late(VoiceSettings.standard(), new SpeechCounters());
        closed.close();
        return closed;
    }

    private static String said(TemplateId id) {
        return CATALOGUE.texts(id, Map.of(Slot.PRACTICE, PRACTICE)).get(0);
    }

    /** Those of the build, and a folder that keeps what is rendered for the other test. */
    private Readiness readiness() throws Exception {
        VoiceSettings standard = VoiceSettings.standard();
        Path built = Path.of(System.getProperty("anteroom.model")).resolveSibling("prompts");
        Path kept = Files.createDirectories(Path.of("target", "test-prompts"));
        return new Readiness(
                CATALOGUE,
                List.of(PromptStore.open(built, standard), PromptStore.open(kept, standard)),
                Senses.shared().voice,
                health);
    }
}

package org.anteroom.agent.config;

import java.util.Optional;

/**
 * All that emergency-only mode needs: no records, no key, nothing about patients. Kept beside the configuration by {@link
 * PlanFile}.
 */
public record EmergencyPlan(
        @Key(doc = "") PracticeConfig practice,
        @Key(doc = "") SipConfig sip,
        @Key(doc = "") MediaConfig media,
        @Key(doc = "") SpeechConfig speech,
        @Key(doc = "") CallsConfig calls,
        @Key(doc = "") OncallConfig oncall,
        @Key(doc = "") DeskConfig desk,
        @Key(doc = "") AlarmsConfig alarms,
        @Key(doc = "") ControlConfig control) {

    /**
     * The plan a valid configuration stands for. It names the folder of the rendered sentences even where that is the
     * default, because the folder of the records isn't in it: sentences rendered once are there when they are needed.
     */
    public static EmergencyPlan of(Config config) {
        return new EmergencyPlan(
                config.practice(),
                config.sip(),
                config.media(),
                speech(config),
                config.calls(),
                config.oncall(),
                config.desk(),
                config.alarms(),
                config.control());
    }

    private static SpeechConfig speech(Config config) {
        SpeechConfig speech = config.speech();
        return new SpeechConfig(
                speech.model(),
                Optional.of(speech.prompts()
                        .orElseGet(() -> config.records().folder().resolve("prompts"))),
                speech.expectedCalls(),
                speech.workers());
    }
}

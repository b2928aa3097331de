package org.anteroom.agent.config;

/** All that emergency-only mode needs: no records, no key. Kept beside the configuration by {@link PlanFile}. */
public record EmergencyPlan(
        @Key(doc = "") PracticeConfig practice,
        @Key(doc = "") SipConfig sip,
        @Key(doc = "") MediaConfig media,
        @Key(doc = "") SpeechConfig speech,
        @Key(doc = "") CallsConfig calls,
        @Key(doc = "") OncallConfig oncall,
        @Key(doc = "") DeskConfig desk) {

    /** The plan a valid configuration stands for. */
    public static EmergencyPlan of(Config config) {
        return new EmergencyPlan(
                config.practice(),
                config.sip(),
                config.media(),
                config.speech(),
                config.calls(),
                config.oncall(),
                config.desk());
    }
}

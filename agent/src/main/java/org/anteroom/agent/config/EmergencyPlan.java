package org.anteroom.agent.config;

import java.util.List;
import java.util.Optional;

/**
 * All that emergency-only mode needs: no records, no key, nothing about patients. Kept beside the configuration by {@link
 * PlanFile}.
 *
 * @param overrides those put in by command; those of the configuration stand in its rotas
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
        @Key(doc = "") ControlConfig control,
        @Key(doc = "") WatchConfig watch,
        @Key(name = "override", doc = "") List<OncallOverride> overrides) {

    public EmergencyPlan {
        overrides = List.copyOf(overrides);
    }

    /**
     * The plan a valid configuration stands for, without overrides. It names the folder of the rendered sentences even where that is the
     * default, because the folder of the records isn't in it: sentences rendered once are there when they are needed.
     */
    public static EmergencyPlan of(Config config) {
        return new EmergencyPlan(
                config.practice().withoutBook(),
                config.sip(),
                config.media(),
                speech(config),
                config.calls().withoutNumbers(),
                config.oncall(),
                config.desk(),
                config.alarms(),
                config.control(),
                config.watch(),
                List.of());
    }

    /** The same with other overrides of its rotas. */
    public EmergencyPlan with(List<OncallOverride> changed) {
        return new EmergencyPlan(practice, sip, media, speech, calls, oncall, desk, alarms, control, watch, changed);
    }

    /** The same while nobody knows what time it is: hours, turns and overrides can't tell who is on call, so each group rings
     *  everybody who may be in it, and no desk is rung before them. Nobody hands over.
     */
    public EmergencyPlan everybody() {
        return new EmergencyPlan(
                practice,
                sip,
                media,
                speech,
                calls,
                oncall.everybody(),
                new DeskConfig(Optional.empty(), desk.ringSeconds()),
                alarms,
                control,
                watch,
                List.of());
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

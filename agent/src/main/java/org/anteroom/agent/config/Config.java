package org.anteroom.agent.config;

import java.nio.file.Path;
import java.util.List;

/** Everything the file says. The reference file is {@link ConfigReference}. */
public record Config(
        @Key(doc = "") PracticeConfig practice,
        @Key(doc = "") SipConfig sip,
        @Key(doc = "") MediaConfig media,
        @Key(doc = "") SpeechConfig speech,
        @Key(doc = "") CallsConfig calls,
        @Key(doc = "") OncallConfig oncall,
        @Key(doc = "") DeskConfig desk,
        @Key(doc = "") StaffConfig staff,
        @Key(doc = "") AfterHoursConfig afterHours,
        @Key(doc = "") IdentityConfig identity,
        @Key(doc = "") TextConfig text,
        @Key(doc = "") RefillConfig refills,
        @Key(doc = "") RecordingConfig recording,
        @Key(doc = "") RecordsConfig records,
        @Key(doc = "") AlarmsConfig alarms,
        @Key(doc = "") DrillConfig drill,
        @Key(doc = "") ControlConfig control,
        @Key(doc = "") WatchConfig watch) {

    /**
     * Reads and checks a file.
     *
     * @throws ConfigException with every problem found, each with line and key
     */
    public static Config load(Path file) throws ConfigException {
        return load(file, List.of());
    }

    /**
     * The same, with what the rooms have to say about their sections.
     *
     * @throws ConfigException with every problem found, each with line and key
     */
    public static Config load(Path file, List<SectionCheck<?>> checks) throws ConfigException {
        return ConfigFile.load(file, Config.class, checks);
    }
}

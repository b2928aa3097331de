package org.anteroom.agent.config;

import java.nio.file.Path;

/** Everything the file says. The reference file is {@link ConfigReference}. */
public record Config(
        @Key(doc = "") PracticeConfig practice,
        @Key(doc = "") SipConfig sip,
        @Key(doc = "") MediaConfig media,
        @Key(doc = "") SpeechConfig speech,
        @Key(doc = "") CallsConfig calls,
        @Key(doc = "") OncallConfig oncall,
        @Key(doc = "") DeskConfig desk,
        @Key(doc = "") RecordingConfig recording,
        @Key(doc = "") RecordsConfig records,
        @Key(doc = "") ControlConfig control) {

    /**
     * Reads and checks a file.
     *
     * @throws ConfigException with every problem found, each with line and key
     */
    public static Config load(Path file) throws ConfigException {
        return ConfigFile.load(file, Config.class);
    }
}

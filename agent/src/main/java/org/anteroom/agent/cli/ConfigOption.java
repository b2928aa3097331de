package org.anteroom.agent.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import picocli.CommandLine.Option;

/** The option that names the configuration. */
final class ConfigOption {

    static final String DEFAULT = "/etc/anteroom/anteroom.toml";

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            defaultValue = DEFAULT,
            description = "The configuration (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of(DEFAULT);

    Path file() {
        return file;
    }

    /** Whether there is one, or one was named. */
    boolean given() {
        return Files.exists(file) || !file.equals(Path.of(DEFAULT));
    }

    /** Reads the configuration.
     *
     *  @throws Failure with every problem, each on a line of its own
     */
    Config load() throws Failure {
        try {
            return Config.load(file);
        } catch (ConfigException e) {
            throw Failure.configuration(String.valueOf(e.getMessage()));
        }
    }
}

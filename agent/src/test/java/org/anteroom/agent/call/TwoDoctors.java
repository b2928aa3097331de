package org.anteroom.agent.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.OncallConfig;

/** A practice of two who may be on call, and a nurse who always is. */
final class TwoDoctors {
    private static final String PRACTICE =
            """
            [practice]
            name = "Maple Street Clinic"
            type = "medical"
            timezone = "UTC"
            [sip]
            pbx = "127.0.0.1"
            user = "100"
            password = "pw"
            [[oncall.group]]
            name = "first"
            [[oncall.group.target]]
            name = "nurse"
            number = "310"
            [[oncall.person]]
            name = "Dr. Reed"
            numbers = ["201"]
            [[oncall.person]]
            name = "Dr. Yu"
            numbers = ["202"]
            """;

    private TwoDoctors() {}

    static OncallConfig oncall(Path folder) throws IOException, ConfigException {
        return oncall(folder, "\"201\"", "");
    }

    /**
     * The same with more.
     *
     * @param reeds Dr. Reed's numbers, as they stand in the file
     * @param more sections after it
     */
    static OncallConfig oncall(Path folder, String reeds, String more) throws IOException, ConfigException {
        String toml = PRACTICE.replace("\"201\"", reeds) + more;
        return Config.load(Files.writeString(folder.resolve("anteroom.toml"), toml))
                .oncall();
    }
}

package org.anteroom.agent.emergency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;

/** Configurations with rotas, as somebody writes them. */
final class Rotas {
    static final String PRACTICE =
            """
            [practice]
            name = "Maple Street Dental"
            type = "dental"
            timezone = "%s"
            [sip]
            pbx = "pbx.example"
            user = "200"
            password = "hush"
            """;

    static final String PEOPLE =
            """
            [[oncall.person]]
            name = "Reed"
            numbers = ["301", "5550142"]
            [[oncall.person]]
            name = "Yu"
            numbers = ["302"]
            [[oncall.person]]
            name = "Ash"
            numbers = ["303"]
            [[oncall.person]]
            name = "county"
            numbers = ["911"]
            kind = "service"
            state-law-checked = 2026-01-15
            """;

    /** Rings whoever the rota named dentists has on call, and nobody else. */
    static final String DENTISTS =
            """
            [[oncall.group]]
            name = "first"
            [[oncall.group.target]]
            name = "dentist on call"
            rota = "dentists"
            """;

    /** Reed and Yu take turns, from Friday to Friday at five; Reed's first is that of the first Friday of 2026. */
    static final String TURNS =
            """
            [[oncall.rota]]
            name = "dentists"
            turns = ["Reed", "Yu"]
            hand-over-day = "friday"
            hand-over-time = "17:00"
            first-week = 2026-01-02
            """;

    private Rotas() {}

    static Config load(Path folder, String zone, String toml) throws ConfigException {
        try {
            Path file = folder.resolve("anteroom.toml");
            return Config.load(Files.writeString(file, PRACTICE.formatted(zone) + toml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

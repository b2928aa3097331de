package org.anteroom.agent.notice;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.anteroom.agent.config.Secret;
import org.anteroom.agent.config.TextConfig;

/**
 * What the files of a gateway for texts hold, to tell whether they were changed; it tells nothing of whether they are of use.
 *
 * @param password all of its file; empty where none is configured, or it can't be read
 * @param authority all of the file with certificates; empty likewise
 */
public record TextFiles(Optional<Secret> password, Optional<Secret> authority) {
    public TextFiles {
        requireNonNull(password, "password");
        requireNonNull(authority, "authority");
    }

    /** As they are now. */
    public static TextFiles of(TextConfig config) {
        return new TextFiles(held(config.passwordFile()), held(config.caFile()));
    }

    private static Optional<Secret> held(Optional<Path> file) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            // Octet by octet: whoever uses the file judges whether that is text.
            return Optional.of(new Secret(Files.readString(file.get(), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            // Whoever uses the file says what is wrong with it.
            return Optional.empty();
        }
    }
}

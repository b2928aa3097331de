package org.anteroom.agent.notice;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.anteroom.agent.config.Secret;
import org.anteroom.agent.config.TextConfig;

/**
 * How texts are handed to a gateway.
 *
 * @param systemId by which it knows us
 * @param from whom they come from: a number with its country code, a short code, or a name
 * @param within for connecting and for each answer
 * @param trusted empty: the authorities Java trusts
 */
record TextSettings(
        String host,
        int port,
        boolean tls,
        String systemId,
        Secret password,
        String from,
        Duration within,
        Optional<SSLContext> trusted) {
    /** Octets of a password, without the zero behind it (SMPP 3.4 section 4.1.1). */
    private static final int LONGEST_PASSWORD = 8;

    /**
     * Those of a configuration in which they are complete.
     *
     * @throws IOException with a sentence, behind the key and a colon, when a file can't be used
     */
    static TextSettings of(TextConfig config) throws IOException {
        String key = "text.password-file";
        Path file = config.passwordFile().orElseThrow(() -> new IOException(key + ": is missing"));
        Secret password = Secrets.read(key, file, 1);
        if (password.reveal().length() > LONGEST_PASSWORD) {
            throw new IOException(key + ": the first line of " + file + " is longer than " + LONGEST_PASSWORD
                    + " characters, which SMPP can't carry: ask the gateway for a shorter password");
        }
        Optional<Path> authority = config.caFile();
        return new TextSettings(
                config.host().orElse(""),
                config.port(),
                config.tls(),
                config.systemId().orElse(""),
                password,
                config.from().orElse(""),
                Duration.ofSeconds(config.withinSeconds()),
                authority.isPresent()
                        ? Optional.of(Authorities.of("text.ca-file", authority.get()))
                        : Optional.empty());
    }

    String where() {
        return host + ":" + port;
    }

    /** Neither password nor number. */
    @Override
    public String toString() {
        return "TextSettings[" + where() + "]";
    }
}

package org.anteroom.agent.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.anteroom.agent.config.MailSecurity;
import org.anteroom.agent.config.Secret;

/**
 * How mail is handed to a server.
 *
 * @param login empty where the server asks for none
 * @param within for connecting and for each answer of the server
 * @param tls empty: the authorities Java trusts
 */
public record MailSettings(
        String server,
        int port,
        MailSecurity security,
        Optional<Login> login,
        boolean passwordInClear,
        String from,
        List<String> to,
        Duration within,
        Optional<SSLContext> tls) {
    public MailSettings {
        to = List.copyOf(to);
    }

    /** Who we are to the server. */
    public record Login(String user, Secret password) {}
}

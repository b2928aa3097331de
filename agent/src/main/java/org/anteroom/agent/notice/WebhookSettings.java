package org.anteroom.agent.notice;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.anteroom.agent.config.Secret;

/**
 * Where a webhook is and how it knows us.
 *
 * @param within for connecting and for the whole exchange
 * @param tls empty: the authorities Java trusts
 */
public record WebhookSettings(URI url, Secret secret, Duration within, Optional<SSLContext> tls) {}

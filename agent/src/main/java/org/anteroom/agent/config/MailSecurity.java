package org.anteroom.agent.config;

/** How the connection to a mail server is protected. */
public enum MailSecurity {
    /** TLS from the first byte, usually on port 465. */
    TLS,
    /** In the clear at first, then TLS or nothing is sent; usually on port 587. */
    STARTTLS,
    /** Not at all. */
    NONE
}

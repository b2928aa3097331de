package org.anteroom.agent.config;

import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.IdentityConfig.Factor;

/** What must hold of the gateway for texts. */
final class TextRules {
    /** Written addresses and the one name that never leaves the machine. */
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

    /** Octets that the fields of SMPP hold, without the zero behind them (SMPP 3.4 section 4.1.1). */
    private static final int LONGEST_ID = 15;

    private TextRules() {}

    static void check(Config config, Problems problems) {
        TextConfig text = config.text();
        boolean host = problems.read("text.host");
        if (text.host().isEmpty() && host) {
            if (config.identity().factor() == Factor.TEXT) {
                problems.add(
                        "identity.factor",
                        "is \"text\", and there is no gateway that carries texts: set host, system-id, password-file and from"
                                + " in [text], or choose \"pin\", \"call-back\" or \"none\"");
            }
            return;
        }
        missing(text.systemId(), "system-id", "write the name that the gateway knows you by", problems);
        missing(text.passwordFile(), "password-file", "name the file with the password", problems);
        missing(text.from(), "from", "write the number that the texts come from", problems);
        if (text.systemId().map(id -> id.length() > LONGEST_ID).orElse(false)) {
            problems.add("text.system-id", "is longer than " + LONGEST_ID + " characters, which SMPP can't carry");
        }
        if (host && !text.tls() && !text.host().map(HERE::contains).orElse(false)) {
            problems.add(
                    "text.tls",
                    "is false, so numbers and codes would go over the network unprotected: set it to true, or let a"
                            + " tunnel on this machine (127.0.0.1) protect them");
        }
    }

    private static void missing(Optional<?> value, String key, String what, Problems problems) {
        if (value.isEmpty()) {
            problems.add("text." + key, "is missing, and text.host is set: " + what);
        }
    }
}

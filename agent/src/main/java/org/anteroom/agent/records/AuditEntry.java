package org.anteroom.agent.records;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Who did what to what.
 *
 * @param actor {@code uid:1000(name)} for a person at a command, {@code anteroom} for the receptionist itself
 * @param action room and verb, for example {@code message.show}
 * @param subject the id of what was touched, never a name or number of a person
 */
public record AuditEntry(Instant when, String actor, String action, String subject) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9:._@*()-]{1,120}");

    public AuditEntry {
        requireNonNull(when, "when");
        plain(actor);
        plain(action);
        plain(subject);
    }

    private static void plain(String value) {
        if (!PLAIN.matcher(value).matches()) {
            throw new IllegalArgumentException("audit entries hold ids only: letters, digits and :._@*()-");
        }
    }
}

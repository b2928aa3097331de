package org.anteroom.agent.call;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person said of an emergency afterwards.
 *
 * @param by the account as the audit trail names it, or the name of the on-call phone whose keys said so
 */
public record Judgement(Instant when, String by, Verdict verdict) {

    /** Whether somebody had to come. */
    public enum Verdict {
        REAL,
        FALSE_ALARM;

        /** As it is written at a terminal: {@code real} or {@code false-alarm}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Empty when it is neither. */
        public static Optional<Verdict> of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
        }
    }
}

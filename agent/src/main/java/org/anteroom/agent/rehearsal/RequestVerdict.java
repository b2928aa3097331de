package org.anteroom.agent.rehearsal;

import java.util.Locale;
import java.util.stream.Collectors;
import org.anteroom.agent.dialogue.Understood;

/** What a sentence was taken to be for. */
record RequestVerdict(RequestCase about, Understood understood) {
    private static final int TOLD = 2;

    boolean right() {
        return understood.label().equals(about.expected());
    }

    /** How it was decided and between what: {@code by meaning; book 0.61, reschedule 0.48}. */
    String reason() {
        return "by " + understood.manner()
                + understood.guesses().stream()
                        .limit(TOLD)
                        .map(guess -> String.format(Locale.ROOT, "%s %.2f", guess.label(), guess.score()))
                        .collect(Collectors.joining(", ", "; ", ""));
    }
}

package org.anteroom.agent.dialogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Turns of nothing but fillers: some fillers are answers when they stand alone. */
final class Sounds {
    private Sounds() {}

    static Intent of(String text) {
        List<String> sounds = Arrays.stream(text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z]+", " ")
                        .strip()
                        .split(" "))
                .toList();
        if (sounds.contains("mhm") || List.of("uh huh", "mm hmm", "mm mm hmm").contains(String.join(" ", sounds))) {
            return Intent.AFFIRM;
        }
        if (List.of("uh uh", "mm mm", "uhm uhm").contains(String.join(" ", sounds))) {
            return Intent.DENY;
        }
        return sounds.contains("huh") ? Intent.REPEAT : Intent.UNSURE;
    }
}

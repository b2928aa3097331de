package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anteroom.agent.practice.Detail;

/** Why a conversation went as it did, for people who try one: what a turn was taken for, where it led, what is known. Holds what was said: never for a log. */
public final class Trace {
    private static final int GUESSES = 3;

    private Trace() {}

    /** A line each; none for an input that changed nothing. */
    public static List<String> of(State before, Input input, Step step) {
        List<String> lines = new ArrayList<>();
        if (input instanceof Input.Said said) {
            Meaning pattern = Intents.REVIEWED.of(said.words());
            lines.add("patterns: " + pattern.intent().heading() + " " + pattern.strength());
            said.understood().ifPresent(found -> lines.add("meaning: " + meaning(found)));
        }
        if (input instanceof Input.Found found) {
            lines.add("records: " + found.answer().getClass().getSimpleName().toLowerCase(Locale.ROOT));
        }
        if (input instanceof Input.Refused refused) {
            lines.add("refused: " + word(refused.why()));
        }
        State after = step.state();
        if (before.stage() != after.stage()) {
            lines.add("stage: " + word(before.stage()) + " -> " + word(after.stage()));
        }
        if (!before.errand().equals(after.errand())) {
            String known =
                    after
                            .facts()
                            .map(facts -> ErrandDetails.of(after.errand(), facts.services()))
                            .orElse(List.of())
                            .stream()
                            .map(Trace::detail)
                            .collect(Collectors.joining("; "));
            lines.add("slots: " + (known.isEmpty() ? "none" : known));
        }
        if (!before.repairs().equals(after.repairs())) {
            Repairs repairs = after.repairs();
            lines.add("repairs: " + repairs.misses() + " missed, " + repairs.silences() + " silent, "
                    + repairs.repeats() + " repeated, " + repairs.total() + " in all");
        }
        return lines;
    }

    private static String meaning(Understood found) {
        return found.label() + " (" + found.manner() + "; "
                + found.guesses().stream()
                        .limit(GUESSES)
                        .map(guess -> "%s %.2f".formatted(guess.label(), guess.score()))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String detail(Detail detail) {
        return detail.label() + ": " + detail.value();
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

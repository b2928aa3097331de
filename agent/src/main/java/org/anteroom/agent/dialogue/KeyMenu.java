package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.anteroom.agent.words.SpokenNumbers;

/** Menus that are read out and answered by keys. */
final class KeyMenu {
    /** Silence in ms after which a menu is read out again. */
    static final int ASK_AGAIN_MS = 8_000;
    /** The same while somebody waits for what is being done. */
    static final int STILL_MS = 3_500;
    /** Sentences without an answer until we hang up. */
    static final int MOST_QUIET = 3;

    private KeyMenu() {}

    /** What a key chooses of what was read out; empty for one that stands for nothing. */
    static <T> Optional<T> row(List<T> rows, String keys) {
        return keys.matches("[1-9]") && Integer.parseInt(keys) <= rows.size()
                ? Optional.of(rows.get(Integer.parseInt(keys) - 1))
                : Optional.empty();
    }

    /** A sentence a row, each with the key that chooses it, as it is said aloud; more may be added. */
    static <T> List<Act.Say> rows(List<T> rows, BiFunction<T, String, Act.Say> sentence) {
        List<Act.Say> say = new ArrayList<>();
        for (T row : rows) {
            say.add(sentence.apply(row, SpokenNumbers.said(say.size() + 1)));
        }
        return say;
    }

    /** @param digits whether several keys are one answer, as in a PIN; else every key is one */
    static Listen listen(boolean digits, int silenceMs) {
        return new Listen(Hearing.OPEN, List.of(), true, digits, silenceMs);
    }
}

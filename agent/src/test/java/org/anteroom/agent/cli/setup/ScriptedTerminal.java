package org.anteroom.agent.cli.setup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A person who types prepared lines, then leaves; keeps what the terminal showed. What is typed hidden isn't shown. */
final class ScriptedTerminal implements Terminal {
    private final Deque<String> typed;
    private final StringBuilder shown = new StringBuilder();
    private int asked;

    ScriptedTerminal(List<String> typed) {
        this.typed = new ArrayDeque<>(typed);
    }

    @Override
    public void line(String text) {
        shown.append(text).append('\n');
    }

    @Override
    public Optional<String> ask(String question) {
        asked++;
        String answer = typed.poll();
        shown.append(question).append(answer == null ? "^D" : answer).append('\n');
        return Optional.ofNullable(answer);
    }

    @Override
    public Optional<String> askHidden(String question) {
        asked++;
        String answer = typed.poll();
        shown.append(question).append('\n');
        return Optional.ofNullable(answer);
    }

    int asked() {
        return asked;
    }

    String shown() {
        return shown.toString();
    }
}

package org.anteroom.agent.cli.setup;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks one thing at a time: a flag answers first, then the person, then what the file says already. A wrong answer is asked again; a
 *  wrong flag ends it. Where nobody is asked, the default is taken.
 */
final class Dialogue {
    private static final int WIDTH = 78;
    /** Takes an answer of before away. */
    private static final String NONE = "-";

    private final Terminal terminal;
    private final Map<Answer, List<String>> given;
    private final boolean asking;
    private final Services services;

    /** @param asking whether somebody is there to be asked */
    Dialogue(Terminal terminal, Map<Answer, List<String>> given, boolean asking, Services services) {
        this.services = services;
        this.terminal = terminal;
        this.given = new EnumMap<>(Answer.class);
        this.given.putAll(given);
        this.asking = asking;
    }

    /** Shows a paragraph. */
    void say(String text) {
        wrapped(text, "", "");
    }

    /** Shows why a step asks. */
    void intro(String text) {
        say(text);
        terminal.line("");
    }

    /** Shows something to do or to set, set off from the rest. */
    void item(String text) {
        wrapped(text, "  - ", "    ");
    }

    void title(String text) {
        terminal.line("");
        terminal.line(text);
        terminal.line("-".repeat(text.length()));
    }

    void raw(String line) {
        terminal.line(line);
    }

    boolean asking() {
        return asking;
    }

    /** Whether a flag answers it. */
    boolean given(Answer answer) {
        return given.containsKey(answer);
    }

    /** From now on the person is asked, since what the flags said did not come out. */
    void askAgain(Answer... answers) {
        List.of(answers).forEach(given::remove);
    }

    /** What a flag says, each time it was given. */
    List<String> all(Answer answer) {
        return given.getOrDefault(answer, List.of());
    }

    /** An answer that must be there.
     *
     *  @param preset taken when nothing is typed; empty where there is none
     */
    String need(Answer answer, String question, String preset) throws Stopped {
        while (true) {
            String value = ask(answer, question, preset, "");
            if (!value.isEmpty()) {
                return value;
            }
            if (!asking) {
                throw Stopped.usage("Missing: " + answer.flag());
            }
            say("This one is needed.");
        }
    }

    /** An answer that may be missing; {@code -} takes away what was there. */
    String want(Answer answer, String question, String preset) throws Stopped {
        String shown = preset.isEmpty() ? question : question + " (- for none)";
        String value = ask(answer, shown, preset, "none");
        return value.equals(NONE) ? "" : value;
    }

    /** Leave to do something.
     *
     *  @param preset what Enter means; without anybody to ask it is no, because whatever needs leave disturbs people
     */
    boolean may(Answer answer, String question, boolean preset) throws Stopped {
        if (given.containsKey(answer)) {
            return flag(answer, question).equals("yes");
        }
        return asking && yes(question, preset);
    }

    /** The same without a flag: only asked where somebody is there. */
    boolean yes(String question, boolean preset) throws Stopped {
        if (!asking) {
            return false;
        }
        while (true) {
            String typed = typed(question + (preset ? " [Y/n]: " : " [y/N]: ")).toLowerCase(Locale.ROOT);
            if (typed.isEmpty()) {
                return preset;
            }
            if (typed.equals("y") || typed.equals("yes") || typed.equals("n") || typed.equals("no")) {
                return typed.startsWith("y");
            }
            say("Please type y or n.");
        }
    }

    /** A password, typed once and not shown; empty where nobody is asked, or nothing is typed. */
    Optional<String> password(String question) throws Stopped {
        if (!asking) {
            return Optional.empty();
        }
        String typed = terminal.askHidden(question + ": ")
                .orElseThrow(Stopped::byPerson)
                .strip();
        return typed.isEmpty() ? Optional.empty() : Optional.of(typed);
    }

    private String ask(Answer answer, String question, String preset, String shown) throws Stopped {
        if (given.containsKey(answer)) {
            return flag(answer, question);
        }
        Optional<String> rung = answer.dialled() ? services.problem(preset) : Optional.empty();
        if (!asking) {
            if (rung.isPresent()) {
                throw Stopped.configuration(answer.key() + ": " + rung.get());
            }
            return preset;
        }
        if (rung.isPresent()) {
            say("What the file says won't do: " + rung.get() + ".");
            return ask(answer, question, "", shown);
        }
        String hint = preset.isEmpty() ? shown : preset;
        while (true) {
            String typed = typed(question + (hint.isEmpty() ? "" : " [" + hint + "]") + ": ");
            if (typed.isEmpty() || typed.equals(NONE)) {
                return typed.isEmpty() ? preset : NONE;
            }
            Optional<String> wrong = problem(answer, typed);
            if (wrong.isEmpty()) {
                return typed;
            }
            say("That won't do: " + wrong.get() + ".");
        }
    }

    private String flag(Answer answer, String question) throws Stopped {
        String value = given.getOrDefault(answer, List.of("")).get(0);
        Optional<String> wrong = problem(answer, value);
        if (wrong.isPresent()) {
            throw Stopped.usage(answer.flag() + ": " + wrong.get());
        }
        terminal.line(question + ": " + value);
        return value;
    }

    private Optional<String> problem(Answer answer, String value) {
        return answer.problem(value).or(() -> answer.dialled() ? services.problem(value) : Optional.empty());
    }

    private String typed(String prompt) throws Stopped {
        return terminal.ask(prompt).orElseThrow(Stopped::byPerson).strip();
    }

    private void wrapped(String text, String first, String further) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                terminal.line(line.toString());
                line = new StringBuilder(further);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        terminal.line(line.toString());
    }
}

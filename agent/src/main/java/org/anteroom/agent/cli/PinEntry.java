package org.anteroom.agent.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.PinRule;

/**
 * What neither a list of processes nor a shell's history may hold: typed at the terminal, PINs twice and unseen; without a
 * terminal, for programs, the next line of standard input.
 */
final class PinEntry {

    private final Optional<Console> terminal = Optional.ofNullable(System.console());
    private final BufferedReader input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

    /**
     * @param numbers phone numbers of whose PIN it is, as digits: none may end with it
     * @throws Failure when it can't be a PIN, or the two are not the same
     */
    char[] pin(List<String> numbers) throws Failure {
        char[] pin = terminal.isPresent()
                ? typed(terminal.get(), "PIN, 4 to 8 digits: ")
                : line("PIN").strip().toCharArray();
        Optional<String> problem = PinRule.problem(String.valueOf(pin), numbers);
        if (problem.isPresent()) {
            throw Failure.usage("The PIN " + problem.get() + ".");
        }
        if (terminal.isPresent() && !Arrays.equals(pin, typed(terminal.get(), "Once more: "))) {
            throw Failure.usage("The two PINs are not the same; nothing is changed.");
        }
        return pin;
    }

    /** @param what it is, as it is asked for */
    String name(String what) throws Failure {
        String name = terminal.isPresent()
                ? Optional.ofNullable(terminal.get().readLine("%s: ", what)).orElse("")
                : line(what);
        if (name.isBlank()) {
            throw Failure.usage("No " + what + " was given; nothing is changed.");
        }
        return name.strip();
    }

    private static char[] typed(Console console, String prompt) throws Failure {
        char[] typed = console.readPassword("%s", prompt);
        if (typed == null) {
            throw Failure.usage("No PIN was typed; nothing is changed.");
        }
        return typed;
    }

    private String line(String what) throws Failure {
        try {
            return Optional.ofNullable(input.readLine()).orElse("");
        } catch (IOException e) {
            throw Failure.usage("The " + what + " can't be read from standard input.");
        }
    }
}

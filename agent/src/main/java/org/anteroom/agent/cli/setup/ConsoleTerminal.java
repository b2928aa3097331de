package org.anteroom.agent.cli.setup;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A terminal, also one behind SSH, or a pipe that answers line by line. */
public final class ConsoleTerminal implements Terminal {
    private final BufferedReader in;
    private final PrintWriter out;
    private final @Nullable Console console;

    /** @param console null where input is no terminal: then a password is read as any other line */
    public ConsoleTerminal(BufferedReader in, PrintWriter out, @Nullable Console console) {
        this.in = in;
        this.out = out;
        this.console = console;
    }

    @Override
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    @Override
    public Optional<String> ask(String question) {
        out.print(question);
        out.flush();
        try {
            // One reader for both kinds of questions: another would keep what was typed ahead to itself.
            return Optional.ofNullable(console == null ? in.readLine() : console.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> askHidden(String question) {
        if (console == null) {
            return ask(question);
        }
        out.flush();
        char[] typed = console.readPassword("%s", question);
        return Optional.ofNullable(typed).map(String::new);
    }
}

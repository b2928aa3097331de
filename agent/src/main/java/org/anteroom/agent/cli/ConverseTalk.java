package org.anteroom.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.rehearsal.TextCall;
import org.anteroom.agent.rehearsal.TextPractice;

/** One conversation, the caller's side of it typed. */
final class ConverseTalk {
    private static final String HANGS_UP = "* hangs up";

    private final TextPractice practice;
    private final Optional<Scorer> scorer;
    private final PrintWriter out;
    private final boolean prompting;

    /** @param prompting whether somebody sits there and is shown where to type */
    ConverseTalk(TextPractice practice, Optional<Scorer> scorer, PrintWriter out, boolean prompting) {
        this.practice = practice;
        this.scorer = scorer;
        this.out = out;
        this.prompting = prompting;
    }

    void hold(BufferedReader typed, Optional<String> caller, Instant now) throws IOException {
        TextCall call = new TextCall(practice, scorer, now);
        print(call.began(caller, false, false));
        while (!call.ended()) {
            String line = next(typed);
            try {
                print(call.line(line));
                // Nothing is stored, and a caller need not say that it is.
                if (call.saving() && !line.equals(HANGS_UP)) {
                    print(call.line("* saved"));
                }
            } catch (IllegalArgumentException e) {
                out.println(e.getMessage());
            }
        }
        out.flush();
    }

    /** What is typed is said, unless it is marked as something else; the end of what is typed is the end of the call. */
    private String next(BufferedReader typed) throws IOException {
        while (true) {
            if (prompting) {
                out.print("> ");
                out.flush();
            }
            String line = typed.readLine();
            if (line == null) {
                return HANGS_UP;
            }
            String stripped = line.strip();
            if (!stripped.isEmpty()) {
                return stripped.matches("(K: |C: |\\*).*") ? stripped : "C: " + stripped;
            }
        }
    }

    private void print(List<String> lines) {
        for (String line : lines) {
            out.println(line);
            if (prompting && line.startsWith("! ")) {
                out.println(
                        "  (The on-call phones ring now, and the caller hears that. Type * resumed when the person gives the"
                                + " caller back, or * hangs up.)");
            } else if (prompting && line.startsWith("= transfer")) {
                out.println("  (A phone rings. Type * nobody when it isn't taken, or * hangs up.)");
            }
        }
        out.flush();
    }
}

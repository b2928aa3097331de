package org.anteroom.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.rehearsal.TextCall;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.TextScene;

/** One conversation, the caller's side of it typed. */
final class ConverseTalk {
    private static final String HANGS_UP = "* hangs up";

    private final TextScene scene;
    private final PrintWriter out;
    private final boolean prompting;
    private final boolean traced;

    /**
     * @param prompting whether somebody sits there and is shown where to type
     * @param traced whether the reasons are shown
     */
    ConverseTalk(TextScene scene, PrintWriter out, boolean prompting, boolean traced) {
        this.scene = scene;
        this.traced = traced;
        this.out = out;
        this.prompting = prompting;
    }

    void hold(BufferedReader typed, Optional<String> caller, Instant now) throws IOException {
        TextPractice practice = scene.practice();
        TextCall call = new TextCall(
                practice,
                scene.scorer(),
                scene.meaning(),
                scene.records().fresh(practice, practice.onFile(), now),
                now);
        if (traced) {
            call.traced();
        }
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

package org.anteroom.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.rehearsal.OnFile;
import org.anteroom.agent.rehearsal.TextCall;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.TextScene;

/** One conversation, the caller's side of it typed. */
final class ConverseTalk {
    private static final String HANGS_UP = "* hangs up";
    private static final String ALARM = "! alarm";

    /** Who reads along.
     *
     *  @param prompting whether somebody sits there and is shown where to type
     *  @param echoing whether what is typed is shown, because it stands nowhere else
     *  @param traced whether the reasons are shown
     */
    record Showing(boolean prompting, boolean echoing, boolean traced) {}

    private final TextScene scene;
    private final PrintWriter out;
    private final Showing showing;

    /** Whether a person is being rung or has the caller: the conversation is suspended. */
    private boolean handedOver;

    ConverseTalk(TextScene scene, PrintWriter out, Showing showing) {
        this.scene = scene;
        this.out = out;
        this.showing = showing;
    }

    /** @param onFile what the practice's records hold */
    void hold(BufferedReader typed, List<OnFile> onFile, Optional<String> caller, Instant now) throws IOException {
        TextPractice practice = scene.practice();
        TextCall call = new TextCall(
                practice, scene.scorer(), scene.meaning(), scene.records().fresh(practice, onFile, now), now);
        if (showing.traced()) {
            call.traced();
        }
        if (showing.prompting()) {
            onFile.forEach(each -> out.println("  (On file: " + each.line() + ")"));
        }
        print(call.began(caller, false, false));
        while (!call.ended()) {
            String line = next(typed);
            if (showing.echoing()) {
                out.println(line);
            }
            try {
                answer(call, line);
            } catch (IllegalArgumentException e) {
                out.println(e.getMessage());
            }
        }
        out.flush();
    }

    private void answer(TextCall call, String line) {
        if (handedOver && line.equals("* nobody")) {
            note("Nobody takes it: the caller hears the sentence of oncall.all-failed, and every phone is rung again.");
            return;
        }
        List<String> lines = call.line(line);
        boolean silent = handedOver && lines.stream().allMatch(each -> each.startsWith("~ "));
        handedOver &= !line.equals("* resumed");
        print(lines);
        if (silent && handedOver) {
            note("Not answered: the caller is with the person who is rung. Type * resumed or * hangs up.");
        }
        // What is stored is gone with the conversation, and a caller need not say that it is.
        if (call.saving() && !line.equals(HANGS_UP)) {
            print(call.line("* saved"));
        }
    }

    /** What is typed is said, unless it is marked as something else; the end of what is typed is the end of the call. */
    private String next(BufferedReader typed) throws IOException {
        while (true) {
            if (showing.prompting()) {
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
            if (line.startsWith("! ")) {
                handOver(line.startsWith(ALARM));
            } else if (showing.prompting() && line.startsWith("= transfer")) {
                note("A phone rings. Type * nobody when it isn't taken, or * hangs up.");
            }
        }
        out.flush();
    }

    /** The call says this one by itself: the conversation has no part in it. */
    private void handOver(boolean alarm) {
        handedOver = true;
        out.println("A: " + scene.practice().catalogue().text(TemplateId.CONNECTING, Map.of()));
        note((alarm
                        ? "The on-call phones ring now"
                        : "The nearest person is rung now, the front desk while it is open, else the on-call phones")
                + ", and the conversation is suspended. Type * resumed when the person gives the caller back, * nobody when"
                + " it isn't taken, or * hangs up.");
    }

    private void note(String sentence) {
        out.println("  (" + sentence + ")");
    }
}

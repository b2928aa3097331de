package org.anteroom.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.config.FileTrouble;
import org.anteroom.agent.rehearsal.TextScene;
import org.anteroom.agent.rehearsal.TextScript;

/** Holds written conversations again and shows where they go otherwise than written. */
final class ConverseScripts {
    private final TextScene scene;
    private final PrintWriter out;

    ConverseScripts(TextScene scene, PrintWriter out) {
        this.scene = scene;
        this.out = out;
    }

    /** @return whether all went as written */
    boolean hold(List<Path> files) throws Failure {
        int otherwise = 0;
        for (Path file : files) {
            otherwise += hold(file) ? 0 : 1;
        }
        out.println(files.size()
                + (files.size() == 1 ? " conversation, " : " conversations, ")
                + (otherwise == 0 ? "as written." : otherwise + " not as written."));
        out.flush();
        return otherwise == 0;
    }

    /** Writes the agent's side of each as it is now; the comments at the head of a file stay. */
    void write(List<Path> files) throws Failure {
        for (Path file : files) {
            try {
                List<String> lines = Files.readAllLines(file);
                List<String> whole = new ArrayList<>(
                        lines.stream().takeWhile(line -> line.startsWith("#")).toList());
                for (String line : TextScript.parse(lines).held(scene)) {
                    if (line.matches("(C:|K:|\\*).*")) {
                        whole.add("");
                    }
                    whole.add(line);
                }
                Files.write(file, whole);
            } catch (IllegalArgumentException e) {
                throw Failure.usage(file + ": " + e.getMessage() + ".");
            } catch (IOException e) {
                throw Failure.usage(file + " can't be written anew (" + FileTrouble.why(e) + ").");
            }
        }
        out.println(files.size() + (files.size() == 1 ? " conversation" : " conversations") + " written anew: read what"
                + " has changed.");
        out.flush();
    }

    private boolean hold(Path file) throws Failure {
        try {
            TextScript script = TextScript.parse(Files.readAllLines(file));
            List<String> held = script.held(scene);
            List<String> written = script.written();
            if (held.equals(written)) {
                return true;
            }
            out.println(file.getFileName() + " goes otherwise than written:");
            differences(written, held);
            return false;
        } catch (IllegalArgumentException e) {
            throw Failure.usage(file + ": " + e.getMessage() + ".");
        } catch (IOException e) {
            throw Failure.usage(file + " can't be read (" + FileTrouble.why(e) + ").");
        }
    }

    /** All of both from the first line that differs to the last: what stands between has lost its place. */
    private void differences(List<String> written, List<String> held) {
        int first = 0;
        while (first < Math.min(written.size(), held.size())
                && written.get(first).equals(held.get(first))) {
            first++;
        }
        int same = 0;
        while (same < Math.min(written.size(), held.size()) - first
                && written.get(written.size() - 1 - same).equals(held.get(held.size() - 1 - same))) {
            same++;
        }
        written.subList(Math.max(0, first - 2), first).forEach(line -> out.println("    " + line));
        written.subList(first, written.size() - same).forEach(line -> out.println("  - " + line));
        held.subList(first, held.size() - same).forEach(line -> out.println("  + " + line));
    }
}

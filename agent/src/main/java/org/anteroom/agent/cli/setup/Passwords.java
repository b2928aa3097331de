package org.anteroom.agent.cli.setup;

import java.nio.file.Path;
import java.util.Optional;

/** How the password of an extension is asked for: typed and put into a file of its own, or a file that is there. */
final class Passwords {

    private Passwords() {}

    /** Asks for it; what was there stays when nothing is typed.
     *
     *  @param key names the file
     *  @param file its name where there is none yet
     */
    static void ask(Visit visit, Answer answer, String key, String file, String extension) throws Stopped {
        Dialogue dialogue = visit.dialogue();
        Draft draft = visit.draft();
        if (dialogue.given(answer)) {
            String given = dialogue.need(answer, "Password file of extension " + extension, draft.value(key));
            draft.set(key, Path.of(given).toAbsolutePath().normalize().toString());
            if (draft.password(key).isEmpty()) {
                throw Stopped.usage(answer.flag() + ": " + draft.value(key)
                        + " can't be read, or its first line is empty: write the password there");
            }
            Optional<String> hidden = ServiceEyes.of(draft.file()).flatMap(service -> service.problem(draft.path(key)));
            if (hidden.isPresent()) {
                throw Stopped.usage(answer.flag() + ": " + hidden.get());
            }
            return;
        }
        boolean there = draft.password(key).isPresent();
        String question = "Password of extension " + extension + (there ? " [as it is]" : "") + ", not shown";
        while (true) {
            Optional<String> typed = dialogue.password(question);
            if (typed.isPresent()) {
                draft.secret(key, file, typed.get());
                return;
            }
            if (there || !dialogue.asking()) {
                return;
            }
            dialogue.say("This one is needed.");
        }
    }
}

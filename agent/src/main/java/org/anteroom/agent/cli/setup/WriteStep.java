package org.anteroom.agent.cli.setup;

import java.nio.file.Files;
import java.util.List;

/** Checks the whole configuration and writes it. */
final class WriteStep implements Step {

    @Override
    public StepName name() {
        return StepName.WRITE;
    }

    @Override
    public Result go(Visit visit) throws Stopped {
        Dialogue dialogue = visit.dialogue();
        Draft draft = visit.draft();
        if (!draft.changed() && Files.exists(draft.file())) {
            List<String> problems = visit.installation().problems(draft.file());
            if (!problems.isEmpty()) {
                throw Stopped.configuration(String.join("\n", problems));
            }
            dialogue.say("Nothing in it changes, so it stays as it is.");
            return Result.proved("in order, unchanged");
        }
        if (dialogue.asking() && !dialogue.yes("Write it to " + draft.file() + " now", true)) {
            throw Stopped.byPerson();
        }
        visit.touches();
        new Writing(draft, visit.installation()).write().forEach(line -> dialogue.raw("  wrote " + line));
        List<String> notices = visit.installation().notices(draft.file());
        notices.forEach(dialogue::item);
        return Result.proved("in order, written");
    }
}

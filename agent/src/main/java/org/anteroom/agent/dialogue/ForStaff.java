package org.anteroom.agent.dialogue;

import java.util.Optional;

/** An errand that staff finish: asks for what they need to do it without calling back for more. */
final class ForStaff {
    private ForStaff() {}

    static Step next(Reply reply, Job job) {
        Visiting visit = reply.errand().visit();
        Optional<Stage> missing = Identifying.missing(reply);
        if (missing.isPresent()) {
            return reply.ask(missing.get());
        }
        // Who was told that there is none is not asked which.
        boolean none = reply.errand()
                .who()
                .proven(job.task())
                .map(proven -> proven.upcoming().isEmpty())
                .orElse(false);
        boolean known = none || visit.moving().isPresent() || visit.which().isPresent();
        if (job.changes() && !known) {
            return reply.ask(Stage.WHICH_VISIT);
        }
        if (job.seeks() && visit.when().isEmpty() && visit.by().isEmpty()) {
            return reply.ask(Stage.WHEN);
        }
        Optional<Stage> number = Identifying.number(reply);
        return number.isPresent() ? reply.ask(number.get()) : reply.save();
    }
}

package org.anteroom.agent.dialogue;

import java.util.Optional;
import org.anteroom.agent.config.IdentityConfig.Factor;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.anteroom.agent.practice.reception.Query;

/** Who the patient is: what is still to be asked for it, the same for everybody, on file or not. */
final class Identifying {
    private Identifying() {}

    /** What is missing to know whom it is about. */
    static Optional<Stage> missing(Reply reply) {
        Who who = reply.errand().who();
        if (reply.form().name().isEmpty()) {
            return Optional.of(Stage.NAME);
        }
        if (reply.services().veterinary()) {
            return who.animal().isEmpty() ? Optional.of(Stage.ANIMAL) : number(reply);
        }
        if (who.other() && who.names().isEmpty()) {
            return Optional.of(Stage.PATIENT_NAME);
        }
        return who.birth().isEmpty() && !who.birthWithheld() ? Optional.of(Stage.BIRTH) : Optional.empty();
    }

    /** What is missing to reach the caller; asked and confirmed. */
    static Optional<Stage> number(Reply reply) {
        if (reply.form().callBack().isEmpty()) {
            return Optional.of(reply.callerNumber().isPresent() ? Stage.SAME_NUMBER : Stage.NUMBER);
        }
        return reply.form().confirmed() ? Optional.empty() : Optional.of(Stage.CONFIRM_NUMBER);
    }

    /** The further factor, where the practice wants it for this. */
    static boolean factor(Reply reply, Job job) {
        return reply.services().identity().factor() == Factor.PIN
                && job.task().level(reply.services().identity()) == Level.FACTOR;
    }

    static Step lookUp(Reply reply, Job job) {
        Who who = reply.errand().who();
        return reply.lookUp(new Query.Stand(
                who.claim(reply.form(), reply.callerNumber()),
                job.task(),
                who.pin().filter(pin -> !pin.isEmpty())));
    }
}

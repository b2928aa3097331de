package org.anteroom.agent.dialogue;

import java.util.Optional;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.anteroom.agent.practice.reception.Claim;
import org.anteroom.agent.practice.reception.Evidence;
import org.anteroom.agent.practice.reception.Query;

/** Who the patient is: what is still to be asked for it, the same for everybody, on file or not. */
final class Identifying {
    /** A proof that failed may be given once more. */
    private static final int TRIES = 2;

    /** Texts with a code in one call; the practice's records have their own limit. */
    private static final int CODES = 2;

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

    /** Asks for the further factor, where the practice wants it for this and the caller has not been asked. */
    static Optional<Step> factor(Reply reply, Job job) {
        return wanted(reply, job) && reply.errand().who().shown().isEmpty() ? asked(reply, job) : Optional.empty();
    }

    /** Asks for it once more, where what was given may be right another time. Nobody hears which part was wrong. */
    static Optional<Step> again(Reply reply, Job job) {
        Who who = reply.errand().who();
        if (!wanted(reply, job) || !who.mayTryAgain(TRIES)) {
            return Optional.empty();
        }
        return switch (reply.services().identity().factor()) {
            case PIN -> Optional.of(
                    reply.who(who.unproven()).say(TemplateId.PIN_NOT_RIGHT).listen(Stage.PIN));
            case TEXT -> Optional.of(
                    reply.who(who.unproven()).say(TemplateId.CODE_NOT_RIGHT).listen(Stage.CODE));
            case CALL_BACK -> CallingBack.again(reply);
            case NONE -> Optional.empty();
        };
    }

    /** One more text, where the caller has not had too many of them; else staff see to it. */
    static Step codeAgain(Reply reply) {
        Who who = reply.errand().who();
        Job job = reply.errand().job().orElseThrow();
        return who.codes() < CODES ? sendCode(reply, job) : Errands.next(reply.who(who.proving(new Evidence.None())));
    }

    /** The same is said, and as late, whoever it is. */
    private static Step sendCode(Reply reply, Job job) {
        return reply.lookUp(new Query.SendCode(claim(reply), job.task()));
    }

    private static boolean wanted(Reply reply, Job job) {
        return job.task().level(reply.services().identity()) == Level.FACTOR;
    }

    private static Optional<Step> asked(Reply reply, Job job) {
        return switch (reply.services().identity().factor()) {
            case PIN -> Optional.of(reply.ask(Stage.PIN));
            case TEXT -> Optional.of(reply.errand().who().codes() == 0 ? sendCode(reply, job) : reply.ask(Stage.CODE));
            case CALL_BACK -> CallingBack.asked(reply, job);
            case NONE -> Optional.empty();
        };
    }

    static Step lookUp(Reply reply, Job job) {
        Evidence shown = reply.errand().who().shown().orElseGet(Evidence.None::new);
        return reply.lookUp(new Query.Stand(claim(reply), job.task(), shown));
    }

    private static Claim claim(Reply reply) {
        return reply.errand().who().claim(reply.form(), reply.callerNumber());
    }
}

package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.practice.Detail;
import org.anteroom.agent.practice.reception.Evidence;
import org.anteroom.agent.practice.reception.NumberOnFile;
import org.anteroom.agent.practice.reception.Standing;

/**
 * Being called back at the number on file, to show who one is: offered in the same words to everybody, on file or not.
 *
 * <pre>
 *   the call        (known?) -> CALL_BACK -> request for staff on disk -> goodbye
 *                                  `-> no -> staff
 *   the call back   BIRTH (or ANIMAL) -> (known?) -> what was asked for
 *                     ^  `-- once more --'  `-> "the office has the request", goodbye
 * </pre>
 */
final class CallingBack {
    /** Anybody may have answered: who guesses is not let guess for long. */
    private static final int ANSWERS = 2;

    private CallingBack() {}

    /** The question, as soon as it is known that nothing less will do; in a call back that is proof, and nothing is asked. */
    static Optional<Step> asked(Reply reply, Job job) {
        Errand errand = reply.errand();
        if (reply.returned().isPresent()) {
            Evidence shown = errand.mismatches() < ANSWERS
                    ? new Evidence.CalledBack(reply.returned().get().patient())
                    : new Evidence.None();
            reply.who(errand.who().proving(shown));
            return Optional.empty();
        }
        boolean needed = NumberOnFile.mayRingAt(reply.here().toLocalTime())
                && job.changes()
                && errand.who().standing(job.task()).isPresent();
        return needed ? Optional.of(reply.ask(Stage.CALL_BACK)) : Optional.empty();
    }

    static Step answered(Reply reply, Input.Said said) {
        return switch (Answers.yesNo(said)) {
            case YES -> chosen(reply, true);
            case NO -> chosen(reply, false);
            case UNCLEAR -> Mending.missed(reply);
        };
    }

    static Step chosen(Reply reply, boolean yes) {
        if (!yes) {
            return ErrandAnswers.proving(reply, new Evidence.None());
        }
        Errand errand = reply.errand();
        List<Detail> details = new ArrayList<>(ErrandDetails.of(errand, reply.services()));
        reply.callerNumber().ifPresent(number -> details.add(new Detail("calls from", number)));
        details.add(new Detail("proof", "is called back at the number on file"));
        return reply.understood()
                .commit(
                        new Request.CallBackOnFile(
                                reply.form().finished(details, Optional.empty()),
                                new CallBackWish(
                                        errand.who().claim(reply.form(), reply.callerNumber()), reply.form(), errand)),
                        Stage.FURTHER);
    }

    /** Staff have the request: now the line is to be free. */
    static Step promised(Reply reply) {
        // Who hides the number, and is not on file, can't be called by the office either.
        boolean reached = reply.reachable() || reply.callerNumber().isPresent();
        return Errands.over(reply.settling())
                .say(reached ? TemplateId.CALL_BACK_COMING : TemplateId.CALL_BACK_COMING_UNREACHED)
                .end();
    }

    /** What was asked for goes on, once whoever answered has given what is known of the patient. */
    static Step resumed(Reply reply, ReturnCall call) {
        CallBackWish wish = call.wish();
        Form told = reply.services().veterinary() ? wish.form().kept() : Form.EMPTY;
        return Errands.next(reply.form(told.withName(wish.form().name().orElse(""), Optional.empty()))
                .errand(wish.errand().resumed()));
    }

    /** Somebody else may have answered: it is asked once more, and then staff see to it. */
    static Optional<Step> again(Reply reply) {
        if (reply.returned().isEmpty()) {
            return Optional.empty();
        }
        Errand errand = reply.errand().mismatched();
        reply.errand(errand);
        if (!errand.ofCallBack()) {
            return Optional.empty();
        }
        if (errand.mismatches() >= ANSWERS) {
            return Optional.of(withOffice(reply));
        }
        boolean animal = reply.services().veterinary();
        return Optional.of(reply.who(errand.who().unidentified())
                .say(animal ? TemplateId.RETURN_ANIMAL_AGAIN : TemplateId.RETURN_BIRTH_AGAIN)
                .listen(animal ? Stage.ANIMAL : Stage.BIRTH));
    }

    /** Whether staff have all of it already, and nothing more is to be asked. */
    static boolean known(Errand errand) {
        return errand.ofCallBack()
                && errand.job()
                        .flatMap(job -> errand.who().standing(job.task()))
                        .filter(Standing.Proven.class::isInstance)
                        .isEmpty();
    }

    static Step withOffice(Reply reply) {
        return Errands.over(reply).say(TemplateId.RETURN_WITH_OFFICE).end();
    }
}

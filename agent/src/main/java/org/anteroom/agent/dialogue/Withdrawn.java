package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * "Never mind", "forget it", "actually don't bother": what was begun is not wanted any more, and the turn says nothing else. "Never
 * mind the pharmacy", "forget it, make it Tuesday" are answers.
 */
final class Withdrawn {
    private static final List<String> SAID = List.of(
            " never mind ",
            " nevermind ",
            " forget it ",
            " forget about it ",
            " forget that ",
            " forget about that ",
            " forget this ",
            " forget i asked ",
            " forget the whole thing ",
            " forget i called ",
            " don't bother ",
            " do not bother ",
            " scrap it ",
            " scrap that ",
            " drop it ",
            " drop that ",
            " changed my mind ",
            " change my mind ",
            " cancel that request ",
            " cancel the request ",
            " cancel my request ",
            " cancel this request ",
            " withdraw it ",
            " withdraw that ",
            " withdraw my request ",
            " withdraw the request ",
            " take that back ",
            " take it back ");

    /** What only denies where something was asked: "Would you like to add anything?", "no, I don't need that". */
    private static final List<String> DENIED = List.of(
            " don't worry about it ",
            " skip it ",
            " let's not ",
            " don't need it ",
            " don't need that ",
            " don't need this ",
            " don't want it ",
            " don't want that ",
            " don't want this ",
            " don't need to ",
            " don't want to ",
            " don't need the refill ",
            " don't need that refill ",
            " don't need a refill ",
            " don't need the prescription ",
            " don't want to do this ",
            " don't want to do that ",
            " no longer need ",
            " no longer want ");

    /** An appointment stays; elsewhere it is what the caller wants of a pharmacy, of a plan, or of a time that is offered. */
    private static final List<String> STAYS = List.of(
            " leave it ",
            " leave that ",
            " leave everything ",
            " keep it ",
            " keep what i have ",
            " keep the one i have ",
            " keep my appointment ",
            " keep the appointment ",
            " keep the time i have ");

    /** Where there is an appointment that could be cancelled, that is meant. */
    private static final List<String> CANCELS = List.of(" cancel that ", " cancel it ", " cancel this ");

    /** What only says that nothing else is wanted, where nothing is being asked for. */
    private static final Set<String> MILD = Set.of(" never mind ", " nevermind ", " don't bother ");

    private static final List<String> NO_MORE = List.of(" anymore ", " any more ", " no longer ", " after all ");

    /** Stand around it and say nothing. */
    private static final Set<String> AROUND = Set.of(
            """
            a about actually after again against ahead all alright and another any anymore anyway appointment
            are as ask asking back be bother but bye call calling can decided do don't everything fine for going
            gonna good goodbye guess had have having hey hmm honey i i'd i'll i'm i've in is it it'll it's just
            keep know later leave let let's lets longer ma'am maybe me message more my myself necessary need
            needed no not now of oh ok okay on one other our out please prescription question rather really
            refill request right second sir so some sorry sort stay stays stop thank thanks that that's the them
            then there thing think this thought time to today tomorrow truly uh um up wait want was way we we'll
            we've well what where whole will with won't works worth yeah you
            """
                    .split("\\s+"));

    private static final Set<String> FAREWELLS = Set.of("bye", "goodbye", "later", "tomorrow");

    private Withdrawn() {}

    /**
     * @param job what is being done; empty for a message
     * @param asked whether a yes or a no was asked for, so that a denial is one
     */
    static boolean in(List<String> words, Optional<Job> job, boolean asked) {
        String said = Phrases.spaced(words);
        boolean stays = job.equals(Optional.of(Job.RESCHEDULE)) || job.equals(Optional.of(Job.CANCEL));
        boolean changes = job.map(Job::changes).orElse(false);
        String left = without(without(said, SAID), stays ? STAYS : changes ? List.of() : CANCELS);
        left = !asked || Phrases.any(words, NO_MORE) ? without(left, DENIED) : left;
        return !left.equals(said) && List.of(left.strip().split(" +")).stream().allMatch(Withdrawn::around);
    }

    /** The same where nothing, or only what else there is, is being asked for: it must be said of what was asked for before. */
    static boolean outright(List<String> words) {
        String said = Phrases.spaced(words);
        boolean mild = !Phrases.any(words, NO_MORE)
                && SAID.stream().filter(said::contains).allMatch(MILD::contains);
        return in(words, Optional.empty(), true) && (!mild || words.contains("actually"));
    }

    /** Whether the caller goes with it: "never mind, I'll call back tomorrow". */
    static boolean leaving(List<String> words) {
        return words.stream().anyMatch(FAREWELLS::contains);
    }

    /** What was asked for in this call is dropped before anybody has it, and the caller is told. */
    static Step step(Reply reply, Input.Said said) {
        Errand errand = reply.errand();
        if (CallingBack.known(errand)) {
            return CallingBack.withOffice(reply);
        }
        if (errand.ofCallBack()) {
            return withStaff(reply.understood());
        }
        TemplateId told = errand.job()
                .map(job -> switch (job) {
                    case BOOK -> TemplateId.VISIT_NOT_MADE;
                    case RESCHEDULE, CANCEL, CONFIRM -> TemplateId.VISIT_STAYS;
                    case INSURANCE, REFILL -> TemplateId.REQUEST_DROPPED;
                })
                .orElse(TemplateId.REQUEST_DROPPED);
        Reply over = Errands.over(reply.understood().say(told));
        return leaving(said.words()) && errand.later().also().isEmpty()
                ? over.sayPractice(TemplateId.GOODBYE).end()
                : over.ask(Stage.FURTHER);
    }

    /** It is taken back from staff, who have had it since the caller was promised a call back. */
    static Step withStaff(Reply reply) {
        return Errands.over(reply).commit(new Request.Withdraw(), Stage.FURTHER);
    }

    private static boolean around(String word) {
        return word.isEmpty() || AROUND.contains(word);
    }

    private static String without(String said, List<String> phrases) {
        String left = said;
        for (String phrase : phrases) {
            left = left.replace(phrase, "  ");
        }
        return left;
    }
}

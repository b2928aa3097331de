package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
            needed nah no nope not now of oh ok okay on one other our out please prescription question rather really
            refill request right second sir so some sorry sort stay stays stop thank thanks that that's the them
            then there thing think this thought time to today tomorrow truly uh um up wait want was way we we'll
            we've well what where whole will with won't works worth yeah you
            """
                    .split("\\s+"));

    /** Where times are offered they tell one of them from another, or agree. */
    private static final Set<String> OF_A_TIME =
            Set.of("one", "other", "another", "time", "want", "wait", "right", "that's", "fine");

    /** What it may be said of: where something else is under way, it takes back nothing of that. */
    private static final Map<String, Category> OBJECTS =
            Map.of("appointment", Category.APPOINTMENT, "refill", Category.REFILL, "prescription", Category.REFILL);

    private static final Pattern NEEDLESS =
            Pattern.compile(" (?:do not|don't|won't|will not|no longer)(?: really| actually)?"
                    + " (?:be )?(?:need|needing|want)"
                    + " (?:it|(?:(?:the|my|that|this) )?appointment|to come(?: in)?|to be there)(?= )");

    private static final Set<String> NO = Set.of("no", "nope", "nah");
    private static final Set<String> AGREES = Set.of("yes", "yep", "sure", "correct", "please");

    /** "Anything else?", "no, forget it". */
    private static final Set<String> FORGOTTEN = Set.of(" forget it ", " forget about it ");

    private static final Set<String> FAREWELLS = Set.of("bye", "goodbye");

    private static final List<String> CALLS_AGAIN = List.of(
            " call back tomorrow ",
            " call back later ",
            " call you back tomorrow ",
            " call you back later ",
            " call again tomorrow ",
            " call again later ",
            " call tomorrow ",
            " call later ",
            " call you tomorrow ",
            " call you later ");

    private Withdrawn() {}

    /** Whether what is under way is taken back. */
    static boolean in(Reply reply, Input.Said said) {
        Optional<Job> job = reply.errand().job();
        Optional<Category> running =
                job.map(Job::category).or(() -> reply.form().category());
        return reply.stage() == Stage.MORE
                ? outright(said.words(), running, Stage.MORE)
                : in(said.words(), job, running, reply.stage());
    }

    /**
     * @param job what is being done; empty for a message
     * @param running what kind of request it is
     * @param stage what was asked: where that was a yes or a no, or a time, a denial is an answer to it
     */
    static boolean in(List<String> words, Optional<Job> job, Optional<Category> running, Stage stage) {
        // Who has no need of an appointment says so of the appointment, and not of what is to become of it.
        boolean visit = job.equals(Optional.of(Job.CANCEL)) || job.equals(Optional.of(Job.CONFIRM));
        if (!ofThis(words, running) || (visit && needless(words))) {
            return false;
        }
        String said = Phrases.spaced(words);
        boolean stays = job.equals(Optional.of(Job.RESCHEDULE)) || job.equals(Optional.of(Job.CANCEL));
        boolean changes = job.map(Job::changes).orElse(false);
        String left = without(without(said, SAID), stays ? STAYS : changes ? List.of() : CANCELS);
        boolean asked = stage.yesOrNo() || stage.timed();
        boolean denies = !visit && !stage.story() && (!asked || Phrases.any(words, NO_MORE));
        left = denies || !left.equals(said) ? without(left, DENIED) : left;
        return !left.equals(said) && onlyAround(left, stage.timed());
    }

    /**
     * The same where nothing, or only what else there is, is being asked for: it must be said of what was asked for before.
     *
     * @param before what kind of request that was
     */
    static boolean outright(List<String> words, Optional<Category> before, Stage stage) {
        String said = Phrases.spaced(words);
        boolean mild = !Phrases.any(words, NO_MORE)
                && SAID.stream()
                        .filter(said::contains)
                        .allMatch(phrase -> MILD.contains(phrase)
                                || (stage == Stage.FURTHER && no(words) && FORGOTTEN.contains(phrase)));
        Stage asked = stage == Stage.FURTHER ? Stage.OFFER : stage;
        return in(words, Optional.empty(), before, asked) && (!mild || words.contains("actually"));
    }

    /** "No, forget it" where what else there is was asked for: there is nothing. */
    static boolean nothingElse(List<String> words) {
        return in(words, Optional.empty(), Optional.empty(), Stage.OFFER);
    }

    /** Whether it is said what is taken back: an appointment, a refill. */
    static boolean names(List<String> words) {
        return words.stream().anyMatch(OBJECTS::containsKey);
    }

    private static boolean ofThis(List<String> words, Optional<Category> running) {
        return words.stream()
                .filter(OBJECTS::containsKey)
                .allMatch(word -> running.equals(Optional.ofNullable(OBJECTS.get(word))));
    }

    /** "Yeah, I don't need it any more", said of an appointment: a wish to cancel it, though it sounds like a no. */
    static boolean needless(List<String> words) {
        String said = Phrases.spaced(words);
        String left = NEEDLESS.matcher(said).replaceAll(" ");
        boolean kept = Phrases.any(words, SAID) || Phrases.any(words, STAYS);
        List<String> rest = List.of(without(left, CANCELS).strip().split(" +"));
        return !left.equals(said)
                && !kept
                && !rest.contains("don't")
                && !rest.contains("not")
                && rest.stream().allMatch(word -> AGREES.contains(word) || around(word, false));
    }

    /** Whether it begins with a no, which "no longer" is none. */
    static boolean no(List<String> words) {
        return !words.isEmpty()
                && NO.contains(words.get(0))
                && (words.size() == 1 || !words.get(1).equals("longer"));
    }

    /** Whether the caller goes with it: "never mind, I'll call back tomorrow". */
    static boolean leaving(List<String> words) {
        return words.stream().anyMatch(FAREWELLS::contains) || Phrases.any(words, CALLS_AGAIN);
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

    private static boolean onlyAround(String left, boolean times) {
        return List.of(left.strip().split(" +")).stream().allMatch(word -> around(word, times));
    }

    private static boolean around(String word, boolean times) {
        return word.isEmpty() || (AROUND.contains(word) && !(times && OF_A_TIME.contains(word)));
    }

    private static String without(String said, List<String> phrases) {
        String left = said;
        for (String phrase : phrases) {
            left = left.replace(phrase, "  ");
        }
        return left;
    }
}

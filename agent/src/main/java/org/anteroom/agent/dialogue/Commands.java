package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.words.YesNo;

/** What a caller may say at every stage, whatever was asked. */
final class Commands {
    /** In the middle of a story, longer turns are the story. */
    private static final int STORY_WORDS = 6;
    /** Strength from which a call is taken to be about a patient in danger elsewhere. */
    private static final int URGENT = 8;

    /** Who would rather not tell is taken at their word here. */
    private static final Set<Stage> REFUSABLE =
            Set.of(Stage.NAME, Stage.NUMBER, Stage.BIRTH, Stage.PIN, Stage.CODE, Stage.MEMBER_ID, Stage.GROUP);

    private static final List<String> UNKNOWN = List.of(
            " don't know ",
            " don't remember ",
            " can't remember ",
            " can't recall ",
            " can't find ",
            " can't see ",
            " forgot ",
            " no idea ",
            " not sure i have ");

    private static final List<String> LOOKING =
            List.of(" let me ", " hold on ", " hang on ", " wait ", " second ", " moment ", " minute ");

    private final People people;

    Commands(People people) {
        this.people = people;
    }

    /** The step, if the turn was a command. */
    Optional<Step> carriedOut(Reply reply, Input.Said said, Meaning meaning) {
        if (meaning.is(Intent.URGENT_PROVIDER) && meaning.strength() >= URGENT) {
            return Optional.of(reply.urgent());
        }
        boolean again = meaning.is(Intent.REPEAT) || meaning.is(Intent.UNSURE) || meaning.is(Intent.HELP);
        if (reply.stage() == Stage.CODE && again && CodeAnswers.ofTheText(said.words())) {
            return Optional.empty();
        }
        boolean story = reply.stage().story() && said.words().size() > STORY_WORDS;
        boolean otherwise = meaning.is(Intent.NO_RECORDING) || meaning.is(Intent.RECORDS);
        if (!story && !otherwise && AboutTheCall.asksIfRecorded(said.words())) {
            return Optional.of(AboutTheCall.recorded(reply));
        }
        boolean refusal = meaning.is(Intent.UNSURE)
                && REFUSABLE.contains(reply.stage())
                && (Filling.refused(said.words()) || unknown(reply.stage(), said.words()));
        boolean answered = reply.stage() == Stage.ABOUT
                || reply.stage().ownWords()
                || (reply.stage().yesOrNo() && Answers.yesNo(said) != YesNo.UNCLEAR)
                || (reply.stage().ofErrand() && ErrandAnswers.readable(reply, said));
        return meaning.clear() && !story && !refusal ? command(reply, meaning.intent(), answered) : Optional.empty();
    }

    /** @param answered whether there is an answer in what sounds unsure */
    private Optional<Step> command(Reply reply, Intent intent, boolean answered) {
        return switch (intent) {
            case REPEAT -> Optional.of(Mending.repeat(reply, false));
            case HARD_TO_HEAR -> Optional.of(Mending.repeat(reply, true));
            case HELP -> Optional.of(Mending.help(reply));
            case ROBOT -> Optional.of(AboutTheCall.automated(reply));
            case PERSON -> Optional.of(people.person(reply));
            case CLINICIAN_ON_CALL -> Optional.of(people.clinicianOnCall(reply));
            case LANGUAGE -> Optional.of(reply.nearest(Act.Reason.LANGUAGE));
            case NO_RECORDING -> Optional.of(stopRecording(reply));
            case UNSURE -> answered ? Optional.empty() : Optional.of(unhurried(reply));
            default -> Optional.empty();
        };
    }

    /** Who doesn't know it by heart, and isn't looking for it, won't know it in a while either. */
    private static boolean unknown(Stage stage, List<String> words) {
        boolean byHeart = stage == Stage.PIN || stage == Stage.GROUP;
        return byHeart && Phrases.any(words, UNKNOWN) && !Phrases.any(words, LOOKING);
    }

    private static Step stopRecording(Reply reply) {
        reply.repairs(reply.repairs().repeated());
        if (!reply.recorded()) {
            return reply.say(TemplateId.NOT_RECORDED).ask(reply.stage());
        }
        return reply.commit(new Request.StopRecording(), reply.stage());
    }

    private static Step unhurried(Reply reply) {
        return Mending.counted(reply, () -> reply.say(TemplateId.TAKE_YOUR_TIME).listen(reply.stage()));
    }
}

package org.anteroom.agent.dialogue;

import java.util.function.Supplier;
import org.anteroom.agent.words.YesNo;

/** What is done when a conversation goes wrong; every way through here is counted and ends with a person. */
final class Mending {
    private static final int FEW_WORDS = 2;

    private Mending() {}

    /** Speech was heard and not understood. */
    static Step missed(Reply reply) {
        reply.repairs(reply.repairs().missed()).notUnderstood();
        if (reply.repairs().exhausted()) {
            return reply.nearest(Act.Reason.NOT_UNDERSTOOD);
        }
        return reply.say(TemplateId.NOT_UNDERSTOOD).askAgain();
    }

    /** What was said or keyed is understood and no answer: asked again with help, like a miss but no sign of distress. */
    static Step noAnswer(Reply reply) {
        reply.repairs(reply.repairs().missed());
        return reply.repairs().exhausted() ? reply.nearest(Act.Reason.NOT_UNDERSTOOD) : reply.askAgain();
    }

    /** "Yes", "no thanks": no answer to what is asked for in the caller's own words. */
    static boolean onlyYesOrNo(Input.Said said) {
        return said.words().size() <= FEW_WORDS && YesNo.of(said.words()) != YesNo.UNCLEAR;
    }

    /** The caller wants it said once more. */
    static Step repeat(Reply reply, boolean hardToHear) {
        reply.repairs(reply.repairs().repeated());
        if (reply.repairs().exhausted()) {
            return reply.nearest(Act.Reason.NOT_UNDERSTOOD);
        }
        if (reply.repairs().repeats() > Repairs.REPEATS) {
            return reply.help();
        }
        return (hardToHear ? reply.say(TemplateId.SAYING_AGAIN) : reply).repeat();
    }

    /** The caller asked what can be said, or said something friendly: told, and listened to. */
    static Step help(Reply reply) {
        return counted(reply, reply::help);
    }

    /** What leads no further, and is counted with the repetitions so that it ends: the step, or a person once it is too often. */
    static Step counted(Reply reply, Supplier<Step> step) {
        reply.repairs(reply.repairs().repeated());
        return reply.repairs().exhausted() ? reply.nearest(Act.Reason.NOT_UNDERSTOOD) : step.get();
    }

    /** No speech: asked once more, then any key, then goodbye. */
    static Step silent(Reply reply, Stage stage) {
        if (stage == Stage.CONNECTING) {
            return reply.stillConnecting();
        }
        if (!stage.asking()) {
            return reply.nothing();
        }
        reply.repairs(reply.repairs().silent());
        if (reply.repairs().silences() >= Repairs.NOBODY) {
            return reply.say(TemplateId.GOODBYE_UNHEARD).end();
        }
        if (stage == Stage.CODE && !reply.repairs().speechless()) {
            // Who waits for a text is heard well enough.
            return reply.askAgain();
        }
        return reply.repairs().speechless()
                ? reply.say(TemplateId.PRESS_ANY_KEY).listen(stage)
                : reply.say(TemplateId.CANNOT_HEAR).ask(stage);
    }
}

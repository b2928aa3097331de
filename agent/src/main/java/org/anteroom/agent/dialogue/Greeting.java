package org.anteroom.agent.dialogue;

/** The first sentences of a call: the danger sentence first, then who answers and what answers, then the question. */
final class Greeting {
    private Greeting() {}

    static Step of(Reply reply) {
        reply.say(TemplateId.GREETING_EMERGENCY).sayPractice(TemplateId.GREETING_PRACTICE);
        if (reply.emergencyOnly()) {
            return reply.say(TemplateId.EMERGENCY_ONLY).listen(Stage.EMERGENCY_ONLY);
        }
        if (reply.recorded()) {
            reply.say(TemplateId.GREETING_RECORDED);
        }
        return reply.returned().isPresent()
                ? CallingBack.resumed(reply, reply.returned().get())
                : reply.say(TemplateId.GREETING_SPANISH).ask(Stage.OPEN);
    }
}

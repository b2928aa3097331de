package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Questions about this call rather than about the practice: whether a machine speaks, and whether it is recorded. Answered as it is. */
final class AboutTheCall {
    private static final Pattern RECORDED = Pattern.compile(
            " (?:are|is|am|do|does|will|you're|they're|being|be|gets?|getting|was|been|you|they) (?:\\S+ ){0,4}?"
                    + "(?:record(?:ing|ed|s)?|tap(?:ing|ed)) "
                    + "(?:(?:this|these|that|the|my|our|your|all|every|any|phone|of|what) )*"
                    + "(?:calls?|conversations?|me|us|it|everything|i|we|call's|now|here|there|$)");

    /** "Is this a recording" asks for a person; what else can be recorded is not the call. */
    private static final Set<String> OTHERWISE =
            Set.of("a", "an", "stop", "payment", "payments", "records", "check", "message");

    private AboutTheCall() {}

    /** Whether the caller asks if the call is recorded. */
    static boolean asksIfRecorded(List<String> words) {
        return RECORDED.matcher(Phrases.spaced(words)).find() && words.stream().noneMatch(OTHERWISE::contains);
    }

    /** Whether it is, and how that is ended; then what was asked. */
    static Step recorded(Reply reply) {
        reply.repairs(reply.repairs().repeated());
        return reply.repairs().exhausted()
                ? reply.nearest(Act.Reason.NOT_UNDERSTOOD)
                : reply.say(reply.recorded() ? TemplateId.IS_RECORDED : TemplateId.NOT_RECORDED)
                        .ask(reply.stage());
    }

    /** That it is a machine, and that there are people, where one can be had now; then what was asked. */
    static Step automated(Reply reply) {
        reply.repairs(reply.repairs().repeated());
        if (reply.repairs().exhausted()) {
            return reply.nearest(Act.Reason.NOT_UNDERSTOOD);
        }
        reply.say(TemplateId.I_AM_AUTOMATED);
        return (reply.deskNow() && reply.stage() != Stage.OFFER ? reply.say(TemplateId.PERSON_TO_BE_HAD) : reply)
                .ask(reply.stage());
    }
}

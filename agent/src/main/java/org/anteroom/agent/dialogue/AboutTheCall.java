package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Questions about this call rather than about the practice: whether a machine speaks, and whether it is recorded. Answered as it is. */
final class AboutTheCall {
    private static final String OF = "(?:(?:this|these|that|the|my|our|your|all|every|any|phone|of|what) )*";

    private static final Pattern RECORDED = Pattern.compile(
            " (?:are|is|am|do|does|will|you're|they're|being|be|gets?|getting|was|been|you|they) (?:\\S+ ){0,4}?"
                    + "(?:recording|recorded|tap(?:ing|ed)) " + OF
                    + "(?:calls?|conversations?|me|us|it|everything|i|we|call's|now|here|there|$)");

    /** "Record" alone is what somebody does only right behind who does it; "do you have my shot record" asks for a paper. */
    private static final Pattern RECORD = Pattern.compile(" (?:you|they|it|this|that|everybody|everyone)"
            + "(?: guys| all| always| also| ever| still| even| actually)? record "
            + OF + "(?:calls?|conversations?|me|us|it|everything|i|we|call's|now|here|there|$)");

    /** The same further on: what is recorded is named. */
    private static final Pattern RECORD_THE_CALL = Pattern.compile(
            " (?:are|is|do|does|will) (?:\\S+ ){0,4}?record " + OF + "(?:calls?|conversations?|me|us|everything) ");

    /** "Is this a recording" asks for a person; what else can be recorded is not the call. */
    private static final Set<String> OTHERWISE =
            Set.of("a", "an", "stop", "payment", "payments", "records", "check", "message");

    private AboutTheCall() {}

    /** Whether the caller asks if the call is recorded. */
    static boolean asksIfRecorded(List<String> words) {
        String said = Phrases.spaced(words);
        return Stream.of(RECORDED, RECORD, RECORD_THE_CALL)
                        .anyMatch(pattern -> pattern.matcher(said).find())
                && words.stream().noneMatch(OTHERWISE::contains);
    }

    /** Whether it is, and how that is ended; then what was asked. */
    static Step recorded(Reply reply) {
        return Mending.counted(
                reply, () -> reply.say(reply.recorded() ? TemplateId.IS_RECORDED : TemplateId.NOT_RECORDED)
                        .ask(reply.stage()));
    }

    /** That it is a machine, and that there are people, where one can be had now; then what was asked. */
    static Step automated(Reply reply) {
        return Mending.counted(reply, () -> {
            reply.say(TemplateId.I_AM_AUTOMATED);
            return (reply.deskNow() && reply.stage() != Stage.OFFER ? reply.say(TemplateId.PERSON_TO_BE_HAD) : reply)
                    .ask(reply.stage());
        });
    }
}

package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.regex.Pattern;
import org.anteroom.agent.config.PracticeProvider;

/** "Which doctors work there?": answered with the providers that the practice has in its book, and nothing else about them. */
final class WhoSeesPatients {
    private static final String PROVIDERS =
            "(?:doctors?|dentists?|providers?|vets?|veterinarians?|therapists?|counselors?|hygienists?"
                    + "|physicians?|clinicians?|psychiatrists?|psychologists?|practitioners?|specialists?|people|staff)";
    private static final String BEFORE = "(?:(?:your|the|all|all of|other|different|these|those|main) )*";

    private static final Pattern ASKED = Pattern.compile(" (?:which|what|how many) " + BEFORE + PROVIDERS
            + " (?:all )?(?:work|works|working|practice|are there|are here|are on"
            + "|do you (?:have|got)|you have|you got|you guys have|have you got|does|are working|are practicing|are you with"
            + "|are available there) "
            + "| who all (?:works|practices|is there|sees) "
            + "| (?:who|who all|what) (?:are|is) " + BEFORE + PROVIDERS
            + " (?:there|here|at|in your|on staff|who work|that work|working|you have|$)"
            + "| (?:who|who's|whos|what) (?:your|the) " + BEFORE + PROVIDERS + " (?:are|is|there|here|$)"
            + "| (?:names?|list) of (?:all )?" + BEFORE + PROVIDERS + " "
            + "| " + PROVIDERS + "(?:'|'s) names? "
            + "| who (?:all )?(?:works|practices|sees patients) (?:there|here|at|for you|with you|in) "
            + "| who (?:all )?do you (?:guys )?have (?:there|here|on staff|working|$)"
            + "| tell me (?:about |who )?(?:are )?(?:your|the) (?:doctors|dentists|providers|vets|therapists|counselors) "
            + "| (?:does|do) (?:a |the )?(?:doctor|dr) \\S+ (?:still )?(?:work|practice) ");

    /** Who asks whom they will see, or who is there at some time, asks about an appointment or about now. */
    private static final List<String> OTHERWISE = List.of(
            " my ",
            " am i ",
            " i am ",
            " i'm ",
            " do i ",
            " will i ",
            " should i ",
            " did i ",
            " i saw ",
            " on call ",
            " on duty ",
            " tonight ",
            " today ",
            " tomorrow ",
            " right now ",
            " next ",
            " open ",
            " opening ",
            " openings ",
            " insurance ",
            " new patients ");

    private WhoSeesPatients() {}

    static boolean asked(List<String> words, Meaning meaning) {
        return !meaning.intent().boundary()
                && ASKED.matcher(Phrases.spaced(words)).find()
                && !Phrases.any(words, OTHERWISE);
    }

    static List<Act.Say> answer(Services services) {
        List<String> names =
                services.providers().stream().map(PracticeProvider::name).toList();
        return List.of(
                names.isEmpty()
                        ? Act.Say.of(TemplateId.FACT_UNKNOWN)
                        : Act.Say.of(TemplateId.PROVIDERS_ARE, Slot.PROVIDERS, InWords.joined(names)));
    }
}

package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anteroom.agent.config.VisitType;

/** "Should I bring anything?": answered with what staff wrote about that kind of visit, and nothing else. */
final class Preparing {
    private static final Pattern ASKED = Pattern.compile(" (?:should|do|must) (?:i|we|he|she|they) (?:still )?"
            + "(?:need to |have to )?(?:bring|prepare|come early|get there early|arrive early) "
            + "| what (?:to|all|else|papers|documents|paperwork) (?:\\S+ ){0,4}bring "
            + "| what (?:\\S+ ){0,5}(?:need|have|supposed|want me) to (?:\\S+ )?bring "
            + "| (?:anything|something|paperwork) (?:\\S+ ){0,6}(?:bring|prepare) "
            + "| how (?:\\S+ ){0,4}(?:prepare|get ready) "
            + "| (?:to|i) (?:prepare|get ready) for (?:\\S+ ){0,6}(?:visit|appointment) ");

    /** "Do I need to bring him in": whether to come, not what with. */
    private static final Pattern BROUGHT = Pattern.compile(" bring (?:\\S+ ){1,4}in ");

    private Preparing() {}

    /** Nothing that only a clinician may say: a turn that is about one's health is not asked this. */
    static boolean asked(List<String> words, Meaning meaning) {
        String said = Phrases.spaced(words);
        return !meaning.intent().boundary()
                && ASKED.matcher(said).find()
                && !BROUGHT.matcher(said).find();
    }

    /** The note of the visit that is named, or of the one that is being made; one that all visits share does for any. */
    static List<Act.Say> answer(Reply reply, List<String> words) {
        Services services = reply.services();
        Optional<VisitType> named = services.visits()
                .in(words)
                .or(() -> reply.errand().visit().type().flatMap(services::visitType))
                .or(() -> first(reply, words));
        Optional<String> note = named.isPresent() ? named.get().preparation() : shared(services);
        return List.of(note.map(written -> Act.Say.of(TemplateId.PREPARATION_IS, Slot.NOTE, written))
                .orElse(Act.Say.of(TemplateId.FACT_UNKNOWN)));
    }

    private static Optional<VisitType> first(Reply reply, List<String> words) {
        boolean first = Told.in(words, reply.services(), reply.here(), false)
                .firstVisit()
                .orElse(false);
        return reply.services().visitTypes().stream()
                .filter(visit -> first && visit.patients() == VisitType.Patients.NEW)
                .findFirst();
    }

    private static Optional<String> shared(Services services) {
        List<Optional<String>> notes = services.visitTypes().stream()
                .map(VisitType::preparation)
                .distinct()
                .toList();
        return notes.size() == 1 ? notes.get(0) : Optional.empty();
    }
}

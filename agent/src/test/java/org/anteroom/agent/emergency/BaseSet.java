package org.anteroom.agent.emergency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.words.Utterance;

/** Emergencies about which the rules of every practice leave no doubt, for tests of what must follow from them. */
public final class BaseSet {
    private static final Detector BASE = new Detector(RuleBook.of(Set.of()), Keys.DEFAULT);

    private BaseSet() {}

    /** One sentence of our own data for each category of the base set: said alone, a rule of that category raises the alarm. */
    public static Map<String, String> certain() {
        Map<String, String> certain = new LinkedHashMap<>();
        emergencies().forEach(sentence -> decision(sentence)
                .filter(decision -> decision.grade() == Grade.ALARM)
                .ifPresent(decision -> certain.putIfAbsent(decision.category(), sentence)));
        return certain;
    }

    /** What the base set's rules are about. */
    public static Set<String> categories() {
        return TsvFile.read("base.tsv").rows().stream()
                .filter(row -> row.column(2).equals("alarm"))
                .map(row -> row.column(1))
                .collect(Collectors.toSet());
    }

    /** Our own emergencies, and a cry that is no sentence. */
    static List<String> emergencies() {
        return Stream.concat(
                        Stream.of("help help help"),
                        KnownSentence.all().stream()
                                .filter(KnownSentence::emergency)
                                .map(KnownSentence::text))
                .toList();
    }

    private static Optional<Decision> decision(String sentence) {
        return BASE.step(BASE.initial(), Evidence.Words.of(Utterance.typed(sentence, 0)))
                .decision();
    }
}

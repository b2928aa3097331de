package org.anteroom.agent.config;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What must hold of the insurances: a name means one of them, and a pattern can be read. */
final class PayerRules {
    private PayerRules() {}

    static void check(PracticeConfig practice, Problems problems) {
        TakenNames taken = new TakenNames(problems);
        for (int i = 0; i < practice.payers().size(); i++) {
            PracticePayer payer = practice.payers().get(i);
            String key = "practice.payer[" + (i + 1) + "]";
            taken.take(payer.name(), payer.aliases(), key);
            payer.idPattern()
                    .flatMap(PayerRules::fault)
                    .ifPresent(fault ->
                            problems.add(key + ".id-pattern", fault + ": write one such as \"[A-Z]{3}[0-9]{9}\""));
        }
    }

    private static Optional<String> fault(String pattern) {
        try {
            Pattern compiled = Pattern.compile(pattern);
            return PatternCost.slow(compiled)
                    ? Optional.of(
                            "is too slow on ids that don't match, as nothing inside a repeated group may repeat as well")
                    : Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("is no regular expression (" + e.getDescription() + ")");
        }
    }
}

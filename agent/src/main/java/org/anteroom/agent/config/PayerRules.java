package org.anteroom.agent.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What must hold of the insurances: a name means one of them, and a pattern can be read. */
final class PayerRules {
    private PayerRules() {}

    static void check(PracticeConfig practice, Problems problems) {
        Map<String, String> taken = new HashMap<>();
        for (int i = 0; i < practice.payers().size(); i++) {
            PracticePayer payer = practice.payers().get(i);
            String key = "practice.payer[" + (i + 1) + "]";
            said(payer.name(), key + ".name", key, taken, problems);
            for (int j = 0; j < payer.aliases().size(); j++) {
                said(payer.aliases().get(j), key + ".aliases[" + (j + 1) + "]", key, taken, problems);
            }
            payer.idPattern()
                    .flatMap(PayerRules::fault)
                    .ifPresent(fault ->
                            problems.add(key + ".id-pattern", fault + ": write one such as \"[A-Z]{3}[0-9]{9}\""));
        }
    }

    private static void said(String name, String key, String owner, Map<String, String> taken, Problems problems) {
        String before = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), owner);
        if (before != null) {
            problems.add(
                    key,
                    "\"" + name + "\" is a name of " + before + " already: "
                            + (before.equals(owner)
                                    ? "write it once"
                                    : "nobody could tell which is meant; give one of them another"));
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

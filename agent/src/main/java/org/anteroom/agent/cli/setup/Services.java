package org.anteroom.agent.cli.setup;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.anteroom.agent.config.PublicService;

/** Which numbers a setup never rings: the public services, whether or not the plan calls them so, and those of the plan. */
final class Services {
    private static final Pattern MARKS = Pattern.compile("[^0-9]");

    private final Supplier<Set<String>> planned;

    /** @param planned the numbers that the plan calls services, as it stands whenever it is asked */
    Services(Supplier<Set<String>> planned) {
        this.planned = planned;
    }

    /** Why a number is not rung; empty when it may be. */
    Optional<String> problem(String number) {
        String digits = digits(number);
        boolean ofPlan = !digits.isEmpty()
                && planned.get().stream().anyMatch(each -> digits(each).equals(digits));
        return ofPlan ? Optional.of(sentence(number)) : publicOne(number);
    }

    /** The same for the services that are known without a plan. */
    static Optional<String> publicOne(String number) {
        return PublicService.reachedBy(number) ? Optional.of(sentence(number)) : Optional.empty();
    }

    private static String sentence(String number) {
        return OnCallEntry.plain(number) + " is a service, and a setup never rings one: name the phone of a person";
    }

    /** A + or # around it changes nothing of what is reached. */
    private static String digits(String number) {
        return MARKS.matcher(number).replaceAll("");
    }
}

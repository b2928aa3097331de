package org.anteroom.agent.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What must hold between what callers are promised outside opening hours and the people who must keep it. */
final class AfterHoursRules {
    private AfterHoursRules() {}

    static void check(Config config, Problems problems) {
        if (!problems.read("after-hours") || !problems.read("oncall.group") || !problems.read("oncall.person")) {
            return;
        }
        AfterHoursConfig rules = config.afterHours();
        List<String> people = Arrays.stream(Period.values())
                .filter(period -> period != Period.OPEN)
                .filter(period -> rules.clinician(period) != ClinicianOutcome.MESSAGE)
                .map(period -> period.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
        // Without any target at all hours the plan is refused as such, and says so.
        if (!people.isEmpty() && always(config.oncall()) && !personWhileClosed(config.oncall())) {
            problems.add(
                    "after-hours." + people.get(0),
                    "is \""
                            + Schema.kebab(
                                    rules.clinician(Period.valueOf(people.get(0).toUpperCase(Locale.ROOT))))
                            + "\", but no person is on call while the practice is closed: add a target of kind ="
                            + " \"person\" with when = \"always\" or \"closed\" to a group without categories, or set it"
                            + " to \"message\"");
        }
    }

    private static boolean always(OncallConfig oncall) {
        return oncall.groups().stream()
                .filter(group -> group.categories().isEmpty())
                .flatMap(group -> group.targets().stream())
                .anyMatch(target -> target.when() == OnDuty.ALWAYS);
    }

    private static boolean personWhileClosed(OncallConfig oncall) {
        return oncall.onDuty(false).stream()
                .filter(group -> group.categories().isEmpty())
                .flatMap(group -> group.targets().stream())
                .anyMatch(target -> person(target, oncall));
    }

    private static boolean person(OncallTarget target, OncallConfig oncall) {
        return target.rota().isPresent()
                ? oncall.people().stream().anyMatch(one -> one.kind() == TargetKind.PERSON)
                : target.kind() == TargetKind.PERSON;
    }
}

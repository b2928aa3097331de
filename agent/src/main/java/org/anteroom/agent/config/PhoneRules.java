package org.anteroom.agent.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold between all the numbers that are dialled, whichever section they stand in. */
final class PhoneRules {
    private PhoneRules() {}

    static void check(Config config, Problems problems) {
        Set<String> services = numbers(config.oncall(), TargetKind.SERVICE).collect(Collectors.toSet());
        config.afterHours()
                .contact()
                .ifPresent(number -> person("after-hours.contact", number, services, config, problems));
        for (int i = 0; i < config.alarms().phones().size(); i++) {
            String number = config.alarms().phones().get(i).number();
            person("alarms.phone[" + (i + 1) + "].number", number, services, config, problems);
        }
        config.drill().phones().forEach(number -> person("drill.phones", number, services, config, problems));
        config.drill()
                .dial()
                .filter(number -> PublicService.reachedBy(number) || services.contains(number))
                .ifPresent(number -> problems.add(
                        "drill.dial", "must be what patients dial, not " + number + ": that one is a service"));
        config.drill().user().ifPresent(user -> own("drill.user", user, config, problems));
        config.drill().autoUser().ifPresent(user -> own("drill.auto-user", user, config, problems));
    }

    private static void person(String key, String number, Set<String> services, Config config, Problems problems) {
        if (PublicService.reachedBy(number) || services.contains(number)) {
            problems.add(key, "must be the phone of a person, not " + number + ": that one is a service");
        } else if (number.equals(config.sip().user())) {
            problems.add(
                    key, "is the receptionist's own extension (sip.user): nobody would be rung; put a person's number");
        }
    }

    /** Nobody hears the extensions of drills: nobody else may be reached by their numbers. */
    private static void own(String key, String user, Config config, Problems problems) {
        Stream<Optional<String>> others =
                Stream.of(config.desk().number(), config.afterHours().contact());
        Stream<String> alarms = config.alarms().phones().stream().map(PhoneAlarmConfig::number);
        Set<String> taken = new HashSet<>();
        taken.add(config.sip().user());
        numbers(config.oncall()).forEach(taken::add);
        others.flatMap(Optional::stream).forEach(taken::add);
        alarms.forEach(taken::add);
        if (taken.contains(user)) {
            problems.add(
                    key,
                    "is " + user + ", which stands elsewhere in the configuration, but nobody hears the extensions of"
                            + " drills; make one of its own");
        }
    }

    /** Every number that an emergency may ring. */
    static Stream<String> numbers(OncallConfig oncall) {
        return Arrays.stream(TargetKind.values()).flatMap(kind -> numbers(oncall, kind));
    }

    private static Stream<String> numbers(OncallConfig oncall, TargetKind kind) {
        Stream<String> targets = oncall.groups().stream()
                .flatMap(group -> group.targets().stream())
                .filter(target -> target.kind() == kind)
                .flatMap(target -> target.number().stream());
        Stream<String> people = oncall.people().stream()
                .filter(person -> person.kind() == kind)
                .flatMap(person -> person.numbers().stream());
        return Stream.concat(targets, people);
    }
}

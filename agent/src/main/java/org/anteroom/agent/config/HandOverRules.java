package org.anteroom.agent.config;

import java.util.HashSet;
import java.util.Set;

/** What must hold of hand-overs by phone. */
final class HandOverRules {
    private static final String CODE = "oncall.hand-over.code";

    private HandOverRules() {}

    static void check(Config config, Problems problems) {
        HandOverConfig handOver = config.oncall().handOver();
        if (handOver.code().isEmpty()) {
            if (!handOver.phones().isEmpty()) {
                problems.add(CODE, "is missing: write what is dialled, for example \"*41\", or remove the phones");
            }
            return;
        }
        String code = handOver.code().get();
        if (code.equals(config.sip().user())) {
            problems.add(
                    CODE,
                    "is the receptionist's own extension (sip.user): every call from a phone of theirs would be a"
                            + " hand-over; let the PBX send another number here");
        } else if (PhoneRules.SERVICES.contains(code)) {
            problems.add(CODE, "is a service's number; choose one that nobody else has");
        } else if (rung(config.oncall()).contains(code)) {
            problems.add(CODE, "is " + code + ", which is rung in an emergency; choose one that nobody else has");
        }
    }

    private static Set<String> rung(OncallConfig oncall) {
        Set<String> numbers = new HashSet<>();
        oncall.groups().forEach(group -> group.targets()
                .forEach(target -> target.number().ifPresent(numbers::add)));
        oncall.people().forEach(person -> numbers.addAll(person.numbers()));
        return numbers;
    }
}

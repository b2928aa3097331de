package org.anteroom.agent.config;

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
        } else if (PublicService.reachedBy(code)) {
            problems.add(CODE, "is a service's number; choose one that nobody else has");
        } else if (PhoneRules.numbers(config.oncall()).anyMatch(code::equals)) {
            problems.add(CODE, "is " + code + ", which is rung in an emergency; choose one that nobody else has");
        }
    }
}

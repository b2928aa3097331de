package org.anteroom.agent.config;

import java.util.HashSet;
import java.util.Set;

/** What must hold of overrides by phone. */
final class StaffRules {
    private static final String CODE = "staff.code";
    private static final String EXTENSIONS = "staff.extensions";
    private static final String PEOPLE = "staff.people";

    private StaffRules() {}

    static void check(Config config, Problems problems) {
        StaffConfig staff = config.staff();
        if (staff.code().isEmpty() && problems.read(CODE)) {
            if (!staff.extensions().isEmpty() || !staff.people().isEmpty()) {
                problems.add(
                        CODE, "is missing: write what is dialled, for example \"*42\", or remove the section [staff]");
            }
            return;
        }
        staff.code().ifPresent(code -> code(code, config, problems));
        if (staff.extensions().isEmpty()) {
            problems.add(EXTENSIONS, "is missing: nobody may call the code; list the extensions of the staff's phones");
        }
        if (staff.people().isEmpty()) {
            problems.add(PEOPLE, "is missing: nobody could have a PIN; list who may change something by phone");
        }
        Set<String> seen = new HashSet<>();
        staff.people().stream()
                .filter(name -> !seen.add(name))
                .distinct()
                .forEach(name -> problems.add(PEOPLE, "names " + name + " twice; give each a name of their own"));
    }

    private static void code(String code, Config config, Problems problems) {
        if (code.equals(config.sip().user())) {
            problems.add(
                    CODE,
                    "is the receptionist's own extension (sip.user): every call from a listed extension would be asked for"
                            + " a PIN; let the PBX send another number here");
        } else if (config.oncall().handOver().code().filter(code::equals).isPresent()) {
            problems.add(CODE, "is oncall.hand-over.code as well; choose one that nobody else has");
        } else if (PublicService.reachedBy(code)) {
            problems.add(CODE, "is a service's number; choose one that nobody else has");
        } else if (PhoneRules.numbers(config.oncall()).anyMatch(code::equals)) {
            problems.add(CODE, "is " + code + ", which is rung in an emergency; choose one that nobody else has");
        } else if (config.desk().number().filter(code::equals).isPresent()) {
            problems.add(CODE, "is the front desk (desk.number); choose one that nobody else has");
        }
    }
}

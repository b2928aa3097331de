package org.anteroom.agent.config;

import java.util.HashSet;

/** What must hold between the keys of drills; their numbers and those of others are looked at by {@link PhoneRules}. */
final class DrillRules {
    private static final int MOST_PHONES = 4;

    private DrillRules() {}

    static void check(DrillConfig drill, Problems problems) {
        boolean user = problems.read("drill.user");
        if (drill.user().isEmpty() && user) {
            if (drill.day().isPresent() || drill.autoUser().isPresent() || drill.ringsPeople()) {
                problems.add(
                        "drill.user",
                        "is missing: name the extension that plays the caller, or remove the section [drill]");
            }
            return;
        }
        if (drill.passwordFile().isEmpty()) {
            problems.add("drill.password-file", "is missing: name the file with the password of drill.user");
        }
        boolean same = drill.autoUser().equals(drill.user());
        if (user
                && drill.autoUser().isPresent()
                && !same
                && drill.autoPasswordFile().isEmpty()) {
            problems.add("drill.auto-password-file", "is missing: name the file with the password of drill.auto-user");
        }
        if (drill.autoUser().isEmpty() && !drill.ringsPeople() && problems.read("drill.phones")) {
            problems.add("drill.auto-user", "is missing, and so is drill.phones: a drill needs a phone that rings");
        }
        phones(drill, problems);
        if (drill.day().isPresent()
                && drill.ringsPeople()
                && problems.read("drill.quiet-from")
                && problems.read("drill.quiet-to")
                && drill.quiet(drill.time())) {
            problems.add(
                    "drill.time",
                    "lies in the quiet hours, when phones of people must not ring for a drill: choose another time, or"
                            + " leave the drill to the automatic phone alone (no drill.phones)");
        }
    }

    private static void phones(DrillConfig drill, Problems problems) {
        if (drill.phones().size() > MOST_PHONES) {
            problems.add("drill.phones", "must be at most " + MOST_PHONES + " numbers");
        }
        if (new HashSet<>(drill.phones()).size() < drill.phones().size()) {
            problems.add("drill.phones", "names a number twice; each phone is rung once");
        }
    }
}

package org.anteroom.agent.config;

import java.util.HashSet;
import java.util.Set;

/** What must hold between the keys of drills, and of no others: those of the PBX are looked at by {@link Doubts}. */
final class DrillRules {
    private static final int MOST_PHONES = 4;
    /** Numbers that bring a public service on the line. */
    private static final Set<String> SERVICES = Set.of("911", "988", "9911", "112");

    private DrillRules() {}

    static void check(DrillConfig drill, Problems problems) {
        if (drill.user().isEmpty()) {
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
        if (drill.autoUser().isPresent() && !same && drill.autoPasswordFile().isEmpty()) {
            problems.add("drill.auto-password-file", "is missing: name the file with the password of drill.auto-user");
        }
        if (drill.autoUser().isEmpty() && !drill.ringsPeople()) {
            problems.add("drill.auto-user", "is missing, and so is drill.phones: a drill needs a phone that rings");
        }
        phones(drill, problems);
        if (drill.day().isPresent() && drill.ringsPeople() && drill.quiet(drill.time())) {
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
        for (String phone : drill.phones()) {
            if (SERVICES.contains(phone)) {
                problems.add("drill.phones", "must not name " + phone + ": a drill never rings a public service");
            }
        }
    }
}

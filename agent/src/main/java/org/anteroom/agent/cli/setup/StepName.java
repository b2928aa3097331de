package org.anteroom.agent.cli.setup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps, in their order. */
public enum StepName {
    PRACTICE("The practice"),
    PBX("The PBX"),
    EXTENSION("Anteroom's extension"),
    TEST_CALL("A test call"),
    ON_CALL("Who takes emergencies"),
    TRUNK("Trunk channels"),
    DRILL_PHONE("The extension for drills"),
    FALL_BACK("When Anteroom can't answer"),
    WRITE("The configuration"),
    DRILL("The service and a drill");

    private final String title;

    StepName(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** As {@code --skip} takes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a setup can be of use without it. */
    boolean canBeSkipped() {
        return this != WRITE;
    }

    static Optional<StepName> of(String word) {
        return Arrays.stream(values())
                .filter(StepName::canBeSkipped)
                .filter(step -> step.word().equals(word))
                .findFirst();
    }

    /** Those that can be skipped, for people. */
    public static String words() {
        return Arrays.stream(values())
                .filter(StepName::canBeSkipped)
                .map(StepName::word)
                .collect(Collectors.joining(", "));
    }
}

package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.DrillConfig;
import org.anteroom.agent.emergency.Target;
import org.anteroom.agent.emergency.TargetKind;
import org.junit.jupiter.api.Test;

class DrillTargetsTest {

    private static final Target DOCTOR = new Target("doctor", "301", TargetKind.PERSON);
    private static final Target COUNTY = new Target("county", "911", TargetKind.SERVICE);

    private static DrillConfig drill(Optional<String> auto, String... phones) {
        return new DrillConfig(
                Optional.of("299"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(phones),
                auto,
                Optional.empty(),
                Optional.empty(),
                LocalTime.of(13, 0),
                LocalTime.of(20, 0),
                LocalTime.of(8, 0),
                9);
    }

    private static List<String> numbers(List<Target> targets) {
        return targets.stream().map(Target::number).toList();
    }

    @Test
    void ringsTheAutomaticPhoneAndThoseNamedForDrills() {
        List<Target> phones = DrillTargets.configured(drill(Optional.of("298"), "302", "303"), List.of(DOCTOR), true);
        assertThat(numbers(phones)).containsExactly("298", "302", "303");
        assertThat(phones).allMatch(phone -> phone.kind() == TargetKind.PERSON);
    }

    @Test
    void ringsNobodysPhoneInQuietHours() {
        assertThat(numbers(DrillTargets.configured(drill(Optional.of("298"), "302"), List.of(DOCTOR), false)))
                .containsExactly("298");
        assertThat(DrillTargets.configured(drill(Optional.empty(), "302"), List.of(DOCTOR), false))
                .isEmpty();
    }

    @Test
    void neverRingsANumberThatIsAServiceAnywhereInThePlan() {
        Target ward = new Target("ward", "555", TargetKind.SERVICE);
        assertThat(numbers(
                        DrillTargets.configured(drill(Optional.of("911"), "555", "302"), List.of(COUNTY, ward), true)))
                .containsExactly("302");
        Target disguised = new Target("helper", "911", TargetKind.PERSON);
        assertThat(DrillTargets.real(List.of(DOCTOR, COUNTY, disguised), List.of(DOCTOR, COUNTY)))
                .containsExactly(DOCTOR);
    }

    @Test
    void ringsEachPhoneOnce() {
        assertThat(numbers(DrillTargets.configured(drill(Optional.of("298"), "298", "302"), List.of(), true)))
                .containsExactly("298", "302");
    }

    @Test
    void quietHoursMayGoOverMidnight() {
        DrillConfig drill = drill(Optional.of("298"));
        assertThat(drill.quiet(LocalTime.of(20, 0))).isTrue();
        assertThat(drill.quiet(LocalTime.of(3, 0))).isTrue();
        assertThat(drill.quiet(LocalTime.of(8, 0))).isFalse();
        assertThat(drill.quiet(LocalTime.of(19, 59))).isFalse();
    }
}

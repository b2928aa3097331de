package org.anteroom.agent.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RepeatsTest {
    private static final Detail BORN = new Detail(Detail.BIRTH, "1984-03-03");
    private static final Detail ON_FILE = new Detail(Detail.ON_FILE, Detail.patient("12"));
    private static final Detail UNKNOWN = new Detail(Detail.ON_FILE, Detail.NOBODY);

    @Test
    void onePatientOnFileAsksTwiceWhoeverCalls() {
        assertThat(Repeats.same(refill("ann oakley", BORN, ON_FILE), refill("claire oakley", ON_FILE)))
                .isTrue();
        assertThat(Repeats.same(
                        refill("ann oakley", BORN, ON_FILE),
                        refill("ann oakley", BORN, new Detail(Detail.ON_FILE, Detail.patient("13")))))
                .isFalse();
    }

    @Test
    void whoIsNotOnFileIsKnownByNameAndBirth() {
        assertThat(Repeats.same(refill("ann oakley", BORN, UNKNOWN), refill("anne oakley", BORN)))
                .isTrue();
        assertThat(Repeats.same(refill("ann oakley", BORN), refill("ann oakley")))
                .isFalse();
        assertThat(Repeats.same(refill("ann oakley", BORN), refill("robert miller", BORN)))
                .isFalse();
    }

    @Test
    void somebodyElsesIsThatOfThePatientNotOfTheCaller() {
        Detail mother = new Detail(Detail.PATIENT, "rosa moss");
        assertThat(Repeats.same(refill("carla moss", mother, BORN), refill("rosa moss", BORN)))
                .isTrue();
        assertThat(Repeats.same(refill("carla moss", mother, BORN), refill("carla moss", BORN)))
                .isFalse();
    }

    @Test
    void anAnimalIsKnownByItsNameItsOwnerAndTheNumber() {
        Detail bella = new Detail(Detail.ANIMAL, "bella");
        assertThat(Repeats.same(refill("ann oakley", bella), refill("ann oakley", bella)))
                .isTrue();
        assertThat(Repeats.same(refill("ann oakley", bella), refill("ann oakley", new Detail(Detail.ANIMAL, "max"))))
                .isFalse();
    }

    @Test
    void anotherKindOfRequestIsNoRepeat() {
        assertThat(Repeats.same(refill("ann oakley", BORN), draft("insurance", "ann oakley", BORN)))
                .isFalse();
    }

    private static Draft refill(String name, Detail... details) {
        return draft("refill", name, details);
    }

    private static Draft draft(String category, String name, Detail... details) {
        return new Draft(
                Instant.parse("2026-11-23T15:00:00Z"),
                "call",
                category,
                Optional.of(name),
                Optional.of("6145550192"),
                Optional.empty(),
                Optional.empty(),
                List.of(details),
                false,
                Optional.empty());
    }
}

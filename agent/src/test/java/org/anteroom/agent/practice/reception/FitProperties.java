package org.anteroom.agent.practice.reception;

import static org.anteroom.agent.practice.reception.FrontDesk.BORN;
import static org.anteroom.agent.practice.reception.FrontDesk.claim;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.book.PatientDetails;

class FitProperties {

    @Property(tries = 300)
    void isTheOneOfThatNameOrNobody(@ForAll("names") List<String> names, @ForAll Random order) {
        List<Patient> patients = patients(names, order);

        for (String name : names) {
            Optional<Patient> found = Fit.patient(claim(name.toLowerCase(Locale.ROOT)), patients);

            assertThat(found.map(each -> each.details().name())).isIn(Optional.of(name), Optional.empty());
        }
    }

    @Property(tries = 100)
    void isFoundWhereNobodyElseWasBornThatDay(@ForAll("name") String name) {
        assertThat(Fit.patient(claim(name.toLowerCase(Locale.ROOT)), patients(List.of(name), new Random(1))))
                .isPresent();
    }

    @Property(tries = 200)
    void isTheSameInWhateverOrderTheyAreOnFile(
            @ForAll("names") List<String> names, @ForAll Random order, @ForAll("name") String heard) {
        assertThat(Fit.patient(claim(heard), patients(names, order)))
                .isEqualTo(Fit.patient(claim(heard), patients(names, new Random(1))));
    }

    @Property(tries = 200)
    void isNeitherOfTwoNamesakes(@ForAll("names") List<String> names, @ForAll Random order) {
        List<String> twice = new ArrayList<>(names);
        twice.add(names.get(0));

        assertThat(Fit.patient(claim(names.get(0)), patients(twice, order))).isEmpty();
    }

    /** Ids follow the names, whatever the order. */
    private static List<Patient> patients(List<String> names, Random order) {
        List<Patient> patients = new ArrayList<>();
        for (String name : names) {
            PatientDetails details =
                    new PatientDetails(name, Optional.of(BORN), Optional.empty(), Optional.empty(), false);
            patients.add(new Patient(patients.size() + 1, "id-" + patients.size(), details));
        }
        Collections.shuffle(patients, order);
        return patients;
    }

    @Provide
    Arbitrary<String> name() {
        return Combinators.combine(
                        Arbitraries.of("Ann", "Anna", "Maria", "Robert", "Rosalind", "Tim", "Nguyen", "Jose", "Peter"),
                        Arbitraries.of("Oakley", "Jimenez", "Stone", "Birch", "Reed", "Tran", "O'Neill", "Kowalski"))
                .as((first, last) -> first + " " + last);
    }

    @Provide
    Arbitrary<List<String>> names() {
        return name().list().uniqueElements().ofMinSize(1).ofMaxSize(5);
    }
}

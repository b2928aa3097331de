package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.practice.book.Window;
import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToldTest {
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-23T09:15");

    @Test
    void everythingThatOneTurnTells() {
        Told told = told("i'd like a teeth cleaning with doctor ortiz on friday morning");
        assertThat(told.visitType()).contains("cleaning");
        assertThat(told.providers().with()).containsExactly("ortiz");
        assertThat(told.when().orElseThrow().days()).containsExactly(Window.on(LocalDate.parse("2026-11-27")));
        assertThat(told.when().orElseThrow().times()).containsExactly(new TimeRange(7 * 60, 12 * 60));
        assertThat(told.other()).isFalse();
        assertThat(told.birth()).isEmpty();
    }

    @Test
    void aDateOfBirthIsNoTimeToCome() {
        Told told = told("she was born on march third nineteen eighty four");
        assertThat(told.birth()).contains(LocalDate.parse("1984-03-03"));
        assertThat(told.when()).isEmpty();
    }

    /** "One it's for" is no one four. */
    @Test
    void aDateOfBirthEndsWhereTheSentenceGoesOn() {
        assertThat(told("steven kowalski here born december twenty seven two thousand one it's for my crown")
                        .birth())
                .contains(LocalDate.parse("2001-12-27"));
        assertThat(told("no i said december twenty seven two thousand one").birth())
                .contains(LocalDate.parse("2001-12-27"));
    }

    @Test
    void aFirstAppointmentIsNotTheSoonest() {
        assertThat(told("just a first appointment").when()).isEmpty();
        assertThat(told("the first appointment you have").when().orElseThrow().soonest())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "are you guys taking on anybody new",
                "i'd like to become a patient of yours",
                "i'm not a patient yet",
                "i'd like to get on as a new patient if you've got room",
                "can you set me up as a patient",
                "i'm trying to get established with somebody",
                "i need to find a regular dentist",
                "we're looking for a new vet",
                "i'd like to start seeing somebody"
            })
    void whoWantsToBecomeAPatientHasNotBeenThere(String words) {
        assertThat(told(words).firstVisit()).contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"i'm looking for a new time", "i need to see the doctor", "as i said the patients were here"})
    void whoSeeksATimeTellsNothingOfBeingNew(String words) {
        assertThat(told(words).firstVisit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "anyone but doctor lee, , lee",
        "not with lee please, , lee",
        "with dr ortiz, ortiz, ",
        "doctor or tease, ortiz, ",
        "doctor lee or doctor ortiz, lee ortiz, ",
        "i have three cats, , ",
        "not doctor lee doctor ortiz, ortiz, lee",
        "i don't want doctor lee, , lee",
        "not lee or ortiz, , lee ortiz",
    })
    void withWhom(String words, String with, String without) {
        ProviderWords told = told(words).providers();
        assertThat(told.with()).isEqualTo(set(with));
        assertThat(told.without()).isEqualTo(set(without));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anyone is fine", "any doctor will do", "it doesn't matter who", "whoever is free"})
    void anybodyWillDo(String words) {
        ProviderWords told = told(words).providers();
        assertThat(told.anybody()).isTrue();
        assertThat(told.any()).isTrue();
        assertThat(told("with anyone but doctor lee").providers().anybody()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "i need my teeth cleaned, cleaning",
        "get a tooth extracted, extraction",
        "i want a cleaning, cleaning",
    })
    void whatIsDoneNamesTheVisit(String words, String visit) {
        assertThat(told(words).visitType()).contains(visit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i need to see my regular doctor",
                "i want my regular dentist",
                "i start seeing a rash when i take it",
                "i need a refill on my birth control"
            })
    void whoHasADoctorHereIsNotNew(String words) {
        assertThat(told(words).firstVisit()).isEmpty();
    }

    @Test
    void oneBehindAnHourIsNoHour() {
        assertThat(told("december third at one").when().orElseThrow().times()).isNotEmpty();
        assertThat(told("the earliest one").when().map(Preference::times).orElse(List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i need an appointment for my son",
                "my mother needs a cleaning",
                "calling on behalf of a resident",
                "i want to book my daughter's checkup",
                "it's for my husband",
            })
    void somebodyElseIsThePatient(String words) {
        assertThat(told(words).other()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i need a cleaning",
                "my wife told me to call you",
                "my tooth hurts",
                "my dog needs shots",
                "i'm a new client",
                "a friend recommended you",
                "the girl at the desk called me",
                "my husband works nights so i need a late appointment",
                "i have insurance through my wife"
            })
    void theCallerIsThePatient(String words) {
        assertThat(told(words).other()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "i'm a new patient, true",
        "i've never been there, true",
        "i have been there before, false",
        "i'm an existing patient, false",
        "i'm not a new patient, false",
        "i haven't been there before, true",
        "it's not my first time, false",
        "i've been coming for years, false",
        "i'm a patient there, false",
    })
    void whetherItIsAFirstVisit(String words, boolean first) {
        assertThat(told(words).firstVisit()).contains(first);
    }

    @Test
    void theLongestNameOfAVisitWins() {
        assertThat(told("i need a new patient exam").visitType()).contains("new patient exam");
        assertThat(told("an exam please").visitType()).contains("checkup");
        assertThat(told("cleanings").visitType()).contains("cleaning");
    }

    @Test
    void anInsuranceByAnotherName() {
        assertThat(told("it's blue cross blue shield").payer()).contains("Blue Cross");
        assertThat(told("i have nothing").payer()).isEmpty();
    }

    @Test
    void havingBeenThereBeforeIsNoTime() {
        assertThat(told("i've been there before").when()).isEmpty();
        assertThat(told("next tuesday at ten i've been there before").when()).isPresent();
        assertThat(told("can i be seen before noon on tuesday").when()).isPresent();
    }

    @Test
    void nothingIsFoundInNothing() {
        Told told = told("");
        assertThat(told.ofVisit()).isFalse();
        assertThat(told.firstVisit()).isEqualTo(Optional.empty());
    }

    private static Set<String> set(String ids) {
        return ids == null ? Set.of() : Set.copyOf(List.of(ids.split(" ")));
    }

    private static Told told(String words) {
        return Told.in(Normaliser.words(words), Example.services(), MONDAY, false);
    }
}

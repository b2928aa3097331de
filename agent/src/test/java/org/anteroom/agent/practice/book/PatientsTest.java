package org.anteroom.agent.practice.book;

import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T11:00:00Z");
    private static final LocalDate BORN = LocalDate.parse("1971-03-05");

    @TempDir
    Path folder;

    private OpenBook open;
    private Patients patients;

    @BeforeEach
    void openABook() throws Exception {
        open = new OpenBook(folder, SmallPractice.usual(), NOW);
        patients = open.book().patients();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void findsAPatientByNameAndBirthHoweverTheNameIsWritten() throws Exception {
        Patient jose = enrol("José O'Neill", "2125550173", "p1");
        enrol("Ann Oakley", "2125550199", "p2");

        for (String name : List.of("José O'Neill", "oneill, jose", "JOSE  ONEILL")) {
            assertThat(await(patients.byNameAndBirth(name, BORN, Asker.CALLER, NOW)))
                    .containsExactly(jose);
        }
        assertThat(await(patients.byNameAndBirth("Jose ONeill", BORN.plusDays(1), Asker.CALLER, NOW)))
                .isEmpty();
    }

    @Test
    void findsAFamilyByTheNumberTheyShare() throws Exception {
        Patient ann = enrol("Ann Oakley", "212 555 0173", "p1");
        Patient bob = enrol("Bob Oakley", "+1 (212) 555-0173", "p2");
        enrol("Cal Reed", "2125550174", "p3");

        assertThat(await(patients.byPhone("12125550173", Asker.CALLER, NOW))).containsExactly(ann, bob);
    }

    @Test
    void findsThoseBornOnADate() throws Exception {
        Patient ann = enrol("Ann Oakley", "2125550173", "p1");

        assertThat(await(patients.byBirth(BORN, Asker.CALLER, NOW))).containsExactly(ann);
        assertThat(await(patients.byBirth(BORN.plusYears(1), Asker.CALLER, NOW)))
                .isEmpty();
    }

    @Test
    void changesAPatientWhoseExternalIdIsKnown() throws Exception {
        Patient ann = enrol("Ann Oakley", "2125550173", "p1");

        Patient married = enrol("Ann Reed", "2125550173", "p1");

        assertThat(married.id()).isEqualTo(ann.id());
        assertThat(await(patients.byNameAndBirth("Ann Reed", BORN, Asker.CALLER, NOW)))
                .containsExactly(married);
        assertThat(await(patients.byNameAndBirth("Ann Oakley", BORN, Asker.CALLER, NOW)))
                .isEmpty();
    }

    @Test
    void findsThemAfterARestart() throws Exception {
        Patient ann = enrol("Ann Oakley", "2125550173", "p1");

        Patients later = open.reopened(SmallPractice.usual(), NOW).patients();

        assertThat(await(later.byPhone("2125550173", Asker.CALLER, NOW))).containsExactly(ann);
    }

    @Test
    void auditsWhoLookedAndWhomTheyFound() throws Exception {
        Patient ann = enrol("Ann Oakley", "2125550173", "p1");
        await(patients.byPhone("2125550173", Asker.staff("uid:7"), NOW));
        await(patients.byPhone("9", Asker.staff("uid:7"), NOW));

        assertThat(open.trail())
                .containsExactly(
                        "anteroom patient.enrol " + ann.id(),
                        "uid:7 patient.find " + ann.id(),
                        "uid:7 patient.find none");
    }

    @Test
    void leavesNothingOfAPatientInClearInAnyFile() throws Exception {
        Path own = Files.createDirectory(folder.resolve("closed"));
        // Read when it is closed: files come and go while it is open.
        try (OpenBook writing = new OpenBook(own, SmallPractice.usual(), NOW)) {
            Patient patient = await(writing.book()
                    .patients()
                    .enrol(details("Quillfeather Abernathy", "2125550198", "MRN778899"), Asker.CALLER, NOW));
            Offer offer = new Offer(
                    "ortiz",
                    Optional.empty(),
                    "exam",
                    Instant.parse("2026-06-03T14:00:00Z"),
                    Instant.parse("2026-06-03T14:30:00Z"));
            await(writing.book().book(offer, Visit.of(patient.id()).about("an abscess"), Asker.CALLER, NOW));
        }

        for (Path file : files(own)) {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            assertThat(content)
                    .doesNotContain("quillfeather", "abernathy", "5550198", "mrn778899", "abscess", "1971-03-05");
        }
    }

    @Test
    void neverPrintsWhoAPatientIs() throws Exception {
        assertThat(enrol("Ann Oakley", "2125550173", "p1").toString()).doesNotContain("Oakley", "555");
    }

    private static List<Path> files(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Patient enrol(String name, String phone, String externalId) throws Exception {
        return await(patients.enrol(details(name, phone, externalId), Asker.CALLER, NOW));
    }

    private static PatientDetails details(String name, String phone, String externalId) {
        return new PatientDetails(name, Optional.of(BORN), Optional.of(phone), Optional.of(externalId), false);
    }
}

package org.anteroom.agent.practice.book;

import static org.anteroom.agent.practice.book.SmallPractice.ZONE;
import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookFilesTest {
    private static final Instant NOW =
            LocalDateTime.parse("2026-06-01T07:00").atZone(ZONE).toInstant();
    private static final Asker STAFF = Asker.staff("uid:1000(ann)");
    private static final LocalDate WEDNESDAY = LocalDate.parse("2026-06-03");
    private static final String PATIENTS =
            """
            external-id,name,birth,phone,confidential
            p1,"Oakley, Ann",1980-02-29,(212) 555-0173,no
            p2,Bob Reed,3/5/1971,,yes
            """;
    private static final String APPOINTMENTS =
            """
            external-id,patient,provider,visit-type,start,state,reason
            a1,p1,ortiz,exam,2026-06-03 10:00,booked,"pain, left"
            a2,p2,Doctor reed,cleaning,2026-06-03 11:00,,
            a3,p1,ortiz,exam,2026-05-04T10:00,fulfilled,
            """;

    @TempDir
    Path folder;

    private OpenBook open;
    private BookFiles files;

    @BeforeEach
    void openABook() throws Exception {
        open = new OpenBook(folder, SmallPractice.usual(), NOW);
        files = open.book().files();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void takesAnimalsInAndGivesThemOutAgain() throws Exception {
        String csv =
                """
                external-id,name,birth,phone,confidential,animal,species
                p1,Ann Oakley,,2125550173,no,Bella,cat
                p2,Ann Oakley,,2125550173,no,Rufus,
                """;
        assertThat(patients(csv).added()).isEqualTo(2);
        assertThat(patients(csv).same()).isEqualTo(2);

        List<Patient> found = await(open.book().patients().byPhone("2125550173", Asker.CALLER, NOW));
        assertThat(found)
                .extracting(each -> each.details().shownName())
                .containsExactly("Bella (Ann Oakley)", "Rufus (Ann Oakley)");
        assertThat(found.get(0).details().animal().flatMap(Animal::species)).contains("cat");
        assertThat(patients(await(open.book().files().exportPatients(Asker.CALLER, NOW)))
                        .same())
                .isEqualTo(2);
        assertThat(patients("external-id,name,species\np3,Ann Oakley,cat\n").problems())
                .singleElement()
                .asString()
                .contains("species", "write its name in the column animal");
    }

    @Test
    void takesPatientsInAndKnowsThemAgain() throws Exception {
        assertThat(patients(PATIENTS)).isEqualTo(new ImportReport(2, 0, 0, List.of()));
        assertThat(patients(PATIENTS)).isEqualTo(new ImportReport(0, 0, 2, List.of()));
        assertThat(patients(PATIENTS.replace("Bob Reed", "Robert Reed")))
                .isEqualTo(new ImportReport(0, 1, 1, List.of()));

        assertThat(await(open.book().patients().byPhone("2125550173", STAFF, NOW)))
                .singleElement()
                .extracting(Patient::details)
                .isEqualTo(new PatientDetails(
                        "Oakley, Ann",
                        Optional.of(LocalDate.parse("1980-02-29")),
                        Optional.of("2125550173"),
                        Optional.of("p1"),
                        false));
    }

    @Test
    void tellsOfEveryBadRowByLineAndColumnAndTakesNone() throws Exception {
        ImportReport report = patients(
                """
                external-id,name,birth,phone,confidential
                p1,Quill Feather,1980-02-30,2125550173,no
                p2,,1971-03-05,555,maybe
                p1,Cal Reed,,,
                ,Dan Reed,2027-01-01,call me,
                p5,Eve Reed
                p6,"Fay
                Reed",,,
                p7,Gus Reed,,,
                """);

        assertThat(report.problems())
                .extracting(problem -> problem.line() + " " + problem.column())
                .containsExactly(
                        "2 birth",
                        "3 name",
                        "3 phone",
                        "3 confidential",
                        "4 external-id",
                        "5 birth",
                        "5 phone",
                        "5 external-id",
                        "6 ",
                        "7 name");
        assertThat(report.problems()).allSatisfy(problem -> assertThat(problem.toString())
                .doesNotContain("Quill", "02-30", "maybe", "call me"));
        assertThat(await(files.exportPatients(STAFF, NOW)).lines()).hasSize(1);
    }

    @Test
    void saysWhatColumnsThereAre() throws Exception {
        assertThat(patients("external-id;name\n1;Ann\n").problems())
                .extracting(RowProblem::column)
                .contains("external-id;name", "external-id", "name");
        assertThat(patients("").problems()).singleElement().asString().contains("the file is empty");
        assertThat(patients("external-id,name\np1,\"Ann\"x\n").problems())
                .singleElement()
                .asString()
                .contains("line 2", "double quotes don't match");
        assertThat(patients("\uFEFFexternal-id,name\r\np1,Ann\r\n").problems()).isEmpty();
    }

    @Test
    void takesAppointmentsInAndKnowsThemAgain() throws Exception {
        patients(PATIENTS);

        assertThat(appointments(APPOINTMENTS)).isEqualTo(new ImportReport(3, 0, 0, List.of()));
        assertThat(appointments(APPOINTMENTS)).isEqualTo(new ImportReport(0, 0, 3, List.of()));

        List<Appointment> day = await(open.book().onDay(WEDNESDAY, Optional.empty(), STAFF, NOW));
        assertThat(day).extracting(each -> each.time().provider()).containsExactly("ortiz", "reed");
        assertThat(day.get(0).reason()).contains("pain, left");
        assertThat(open.cells()).hasSize(6 + 12);
    }

    @Test
    void showsWhatItTookToTheSearchAndMovesItWithTheNextFile() throws Exception {
        patients(PATIENTS);
        appointments(APPOINTMENTS);
        assertThat(offersAt("2026-06-03T10:00")).isEmpty();

        assertThat(appointments(APPOINTMENTS.replace("2026-06-03 10:00", "2026-06-03 10:15")))
                .isEqualTo(new ImportReport(0, 1, 2, List.of()));

        assertThat(offersAt("2026-06-03T09:45")).isNotEmpty();
        assertThat(offersAt("2026-06-03T10:15")).isEmpty();
    }

    @Test
    void letsTwoAppointmentsChangePlaces() throws Exception {
        patients(PATIENTS);
        String two =
                """
                external-id,patient,provider,visit-type,start
                a1,p1,ortiz,exam,2026-06-03 10:00
                a2,p2,ortiz,exam,2026-06-03 10:30
                """;
        appointments(two);

        assertThat(appointments(
                        two.replace("10:00", "@").replace("10:30", "10:00").replace("@", "10:30")))
                .isEqualTo(new ImportReport(0, 2, 0, List.of()));
    }

    @Test
    void freesTheTimeOfWhatTheFileSaysIsCancelled() throws Exception {
        patients(PATIENTS);
        appointments(APPOINTMENTS);

        appointments(APPOINTMENTS.replace("booked", "cancelled"));

        assertThat(offersAt("2026-06-03T10:00")).isNotEmpty();
        assertThat(open.cells()).hasSize(12);
    }

    @Test
    void takesNoneWhenOneOfThemHasATimeThatIsTakenOrNobodyKnows() throws Exception {
        patients(PATIENTS);

        ImportReport report = appointments(
                """
                external-id,patient,provider,visit-type,start,minutes,room,state
                a1,p1,ortiz,exam,2026-06-03 10:00,,,
                a2,p2,ortiz,exam,2026-06-03 10:15,,,
                a3,p9,ortiz,exam,2026-06-03 14:00,,,
                """);

        assertThat(report.problems())
                .extracting(problem -> problem.line() + " " + problem.column())
                .containsExactlyInAnyOrder("3 start", "4 patient");
        assertThat(open.cells()).isEmpty();
        assertThat(offersAt("2026-06-03T10:00")).isNotEmpty();
    }

    @Test
    void tellsAllRowsOfEveryKindOfTroubleInOneGo() throws Exception {
        patients(PATIENTS);
        appointments(APPOINTMENTS);

        ImportReport report = appointments(
                """
                external-id,patient,provider,visit-type,start
                a5,p1,ortiz,exam,2026-06-03 14:00
                a6,p2,ortiz,exam,2026-06-03 14:15
                a7,p9,ortiz,exam,tomorrow
                a8,p9,ortiz,exam,2026-06-03 15:00
                a1,p1,ortiz,exam,later
                a9,p2,ortiz,exam,2026-06-03 10:00
                """);

        assertThat(report.problems())
                .as("the time of a1, which moves nobody knows where, is no trouble of a9")
                .extracting(problem -> problem.line() + " " + problem.column())
                .containsExactly("3 start", "4 start", "4 patient", "5 patient", "6 start");
        assertThat(await(open.book().onDay(WEDNESDAY, Optional.of("ortiz"), STAFF, NOW)))
                .as("nothing is half imported")
                .hasSize(1);
        assertThat(offersAt("2026-06-03T10:00")).isEmpty();
    }

    @Test
    void tellsApartDatesOfBirthThatCannotBeReadAndThatCannotBe() throws Exception {
        assertThat(patients(
                                """
                                external-id,name,birth
                                p1,Ann,31/12/1980
                                p2,Bob,12.31.1980
                                p3,Cal,2031-12-31
                                p4,Dan,0080-12-31
                                p5,Eve,2026-06-01
                                """)
                        .problems())
                .extracting(problem -> problem.toString().replaceFirst(";.*", ""))
                .containsExactly(
                        "line 2: birth: has the day before the month",
                        "line 3: birth: must be a date of birth such as 1980-02-29 or 2/29/1980",
                        "line 4: birth: lies in the future",
                        "line 5: birth: lies before 1880");
    }

    @Test
    void takesAppointmentsOutsideOfHoursAndTellsOfEach() throws Exception {
        patients(PATIENTS);
        String csv =
                """
                external-id,patient,provider,visit-type,start,minutes,state
                a1,p1,ortiz,exam,2026-06-07 10:00,,
                a2,p1,ortiz,exam,2026-06-03 11:45,,
                a3,p1,ortiz,exam,2026-06-03 13:00,240,
                a4,p2,reed,exam,2026-06-07 10:00,,cancelled
                a5,p2,reed,exam,2026-05-31 10:00,,fulfilled
                """;

        ImportReport report = appointments(csv);

        assertThat(report.added()).isEqualTo(5);
        assertThat(report.notices())
                .as("not of those that take nobody's time any more")
                .extracting(RowProblem::toString)
                .containsExactly(
                        "line 2: start: is outside the hours of ortiz, who has none on that Sunday",
                        "line 3: start: is outside the hours of ortiz, who has 08:00-12:00, 13:00-17:00 on that Wednesday");
    }

    @Test
    void tellsOfAMissingColumnOnce() throws Exception {
        assertThat(appointments("external-id,provider,visit-type,start\na1,ortiz,exam,2026-06-03 10:00\n")
                        .problems())
                .extracting(problem -> problem.line() + " " + problem.column())
                .containsExactly("1 patient");
    }

    @Test
    void tellsWhatIsWrongWithEachValueOfAnAppointment() throws Exception {
        patients(PATIENTS);
        ImportReport report = appointments(
                """
                external-id,patient,provider,visit-type,start,minutes,room,state
                a1,p1,strange,massage,tomorrow,0,Attic,maybe
                a2,,ortiz,exam,2027-03-14 02:30,,,
                """);

        assertThat(report.problems())
                .extracting(problem -> problem.line() + " " + problem.column())
                .containsExactlyInAnyOrder(
                        "2 state",
                        "2 provider",
                        "2 visit-type",
                        "2 room",
                        "2 minutes",
                        "2 start",
                        "3 patient",
                        "3 start");
        assertThat(report.problems()).extracting(RowProblem::sentence).anyMatch(text -> text.contains("ortiz, reed"));
    }

    @Test
    void changesNothingInATrial() throws Exception {
        assertThat(await(files.importPatients(PATIENTS, true, STAFF, NOW)))
                .isEqualTo(new ImportReport(2, 0, 0, List.of()));
        assertThat(await(files.exportPatients(STAFF, NOW)).lines()).hasSize(1);
    }

    @Test
    void exportsWhatItTakesInAgainWithoutAChange() throws Exception {
        patients(PATIENTS);
        appointments(APPOINTMENTS);
        Patient caller = open.patient("=Cal Reed", NOW);
        await(open.book()
                .book(
                        new Offer("reed", Optional.empty(), "exam", at("2026-06-04T10:00"), at("2026-06-04T10:30")),
                        Visit.of(caller.id()).about("says \"it hurts\""),
                        Asker.CALLER,
                        NOW));

        String patients = await(files.exportPatients(STAFF, NOW));
        String appointments = await(files.exportAppointments(STAFF, NOW));

        assertThat(patients(patients)).isEqualTo(new ImportReport(0, 0, 3, List.of()));
        assertThat(appointments(appointments)).isEqualTo(new ImportReport(0, 0, 4, List.of()));
        assertThat(patients).contains("'=Cal Reed");
        assertThat(open.trail()).contains("uid:1000(ann) patient.export all", "uid:1000(ann) appointment.export all");
    }

    @Test
    void exportsProvidersWithTheirHours() {
        assertThat(files.exportProviders().lines())
                .startsWith(
                        "id,name,location,monday,tuesday,wednesday,thursday,friday,saturday,sunday,breaks,off",
                        "ortiz,Doctor ortiz,,08:00-12:00 13:00-17:00,08:00-12:00 13:00-17:00,08:00-12:00 13:00-17:00,"
                                + "08:00-12:00 13:00-17:00,08:00-12:00 13:00-17:00,,,,");
    }

    private ImportReport patients(String csv) throws Exception {
        return await(files.importPatients(csv, false, STAFF, NOW));
    }

    private ImportReport appointments(String csv) throws Exception {
        return await(files.importAppointments(csv, false, STAFF, NOW));
    }

    private List<Offer> offersAt(String local) {
        LocalDateTime at = LocalDateTime.parse(local);
        return open.book().offers(Wish.any("exam").with("ortiz").within(Window.between(at, at.plusMinutes(1))), NOW);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}

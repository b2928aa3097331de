package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The appointment book at the terminal, while no service runs. */
class BookCommandsTest extends AtTheTerminal {
    private static final String PRACTICE =
            """
            [[practice.visit-type]]
            name = "exam"
            minutes = 30
            [[practice.provider]]
            id = "ortiz"
            name = "Doctor Ortiz"
            [practice.provider.hours]
            monday = ["08:00-12:00"]
            """;

    @Test
    void takesFilesInShowsADayCancelsAndGivesFilesOut() throws IOException {
        practice();
        Path patients = file("patients.csv", "external-id,name,birth\np1,Ann Oakley,1980-02-29\n");
        Path appointments = file(
                "appointments.csv",
                "external-id,patient,provider,visit-type,start\na1,p1,ortiz,exam,2030-06-03 10:00\n");

        assertThat(book("import", "patients", patients.toString()).out()).contains("imported: 1 new");
        assertThat(book("import", "appointments", appointments.toString()).out())
                .contains("imported: 1 new");
        assertThat(book("import", "appointments", appointments.toString()).out())
                .contains("0 new, 0 changed, 1 as before");
        Ran day = book("list", "--day", "2030-06-03", "--provider", "ortiz");
        assertThat(day.out()).contains("10:00-10:30", "Ann Oakley", "booked");
        assertThat(book("cancel", "1").out()).contains("appointment 1 is cancelled");
        assertThat(book("cancel", "1").err()).contains("cancelled before");
        assertThat(book("list", "--day", "2030-06-03").out()).contains("There are no appointments on 2030-06-03.");

        Path out = folder.resolve("out.csv");
        Ran export = book("export", "appointments", out.toString());
        assertThat(export.code()).as(export.err()).isZero();
        assertThat(Files.readString(out)).contains("a1,p1,ortiz,exam,2030-06-03 10:00,30,,cancelled,,no,");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
        assertThat(book("export", "appointments", out.toString()).err()).contains("not written over");
    }

    @Test
    void takesThatAProviderIsOutAndBackAndListsWhomToCall() throws IOException {
        practice();
        LocalDateTime tomorrow =
                LocalDateTime.now(ZoneOffset.UTC).plusDays(3).withHour(10).withMinute(0);
        String day = tomorrow.toLocalDate().toString();
        book(
                "import",
                "patients",
                file("patients.csv", "external-id,name,phone\np1,Ann Oakley,2125550173\n")
                        .toString());
        book(
                "import",
                "appointments",
                file(
                                "appointments.csv",
                                "external-id,patient,provider,visit-type,start\na1,p1,ortiz,exam," + day + " 10:00\n")
                        .toString());

        Ran out = book("out", "ortiz", "--from", day + " 08:00", "--until", day + " 18:00");
        assertThat(out.out()).contains("ortiz is out from " + day + " 08:00", "Nothing was cancelled", "Ann Oakley");
        assertThat(book("out").out()).contains("ortiz  " + day + " 08:00 to " + day + " 18:00");
        assertThat(book("list", "--day", day).out()).contains("booked");
        assertThat(book("in", "ortiz").out()).contains("ortiz is back");
        assertThat(book("in", "ortiz").code()).isEqualTo(1);
        assertThat(book("out").out()).contains("Nobody is out");
        assertThat(book("out", "nobody", "--until", day + " 18:00").err()).contains("no provider with that id");
        assertThat(book("out", "ortiz", "--until", "2020-01-01 18:00").code()).isEqualTo(2);
        assertThat(book("out", "ortiz", "--until", "tomorrow").err()).contains("such as '2026-06-03 17:00'");
        assertThat(book("out", "ortiz").code()).isEqualTo(2);
    }

    @Test
    void tellsOfEveryBadRowAndExitsWith2() throws IOException {
        practice();
        Path patients = file("patients.csv", "external-id,name,birth\np1,,1980-02-30\np2,Bob,\n");

        Ran ran = book("import", "patients", patients.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err().lines())
                .containsExactly(
                        "anteroom: " + patients
                                + ": line 2: name: is empty; write the patient's name, such as Ann Oakley",
                        "anteroom: " + patients
                                + ": line 2: birth: must be a date of birth such as 1980-02-29 or 2/29/1980",
                        "anteroom: Nothing was imported: mend the file and import it again.");
    }

    @Test
    void saysWhichAppointmentsAreOutsideOfHours() throws IOException {
        practice();
        book(
                "import",
                "patients",
                file("patients.csv", "external-id,name\np1,Ann Oakley\n").toString());
        Path appointments = file(
                "appointments.csv",
                "external-id,patient,provider,visit-type,start\na1,p1,ortiz,exam,2030-06-03 19:00\n");

        Ran ran = book("import", "appointments", appointments.toString());

        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines())
                .containsExactly(
                        "imported: 1 new, 0 changed, 0 as before.",
                        appointments
                                + ": line 2: start: is outside the hours of ortiz, who has 08:00-12:00 on that Monday",
                        "That appointment stands in the book as written. If that is not meant, mend the file, or the hours in"
                                + " the configuration, and import it again.");
    }

    @Test
    void triesAFileWithoutChangingAnything() throws IOException {
        practice();
        Path patients = file("patients.csv", "external-id,name\np1,Ann Oakley\n");

        assertThat(book("import", "patients", patients.toString(), "--dry-run").out())
                .contains("would import: 1 new", "nothing was changed");
        assertThat(book("import", "patients", patients.toString()).out()).contains("imported: 1 new");
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        practice();
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, new byte[] {'n', (byte) 0xE9});

        assertThat(book("import", "patients", folder.resolve("none.csv").toString())
                        .code())
                .isEqualTo(2);
        assertThat(book("import", "patients", latin.toString()).err()).contains("UTF-8");
    }

    @Test
    void exportsProvidersWithTheirHours() throws IOException {
        practice();
        Path out = folder.resolve("providers.csv");

        assertThat(book("export", "providers", out.toString()).code()).isZero();

        assertThat(Files.readString(out)).contains("ortiz,Doctor Ortiz,,08:00-12:00,,");
    }

    @Test
    void knowsNoProviderOfAnotherName() throws IOException {
        practice();

        assertThat(book("list", "--provider", "yu").err()).contains("no provider with that id");
    }

    private void practice() throws IOException {
        filledIn();
        Path config = folder.resolve("anteroom.toml");
        String text = Files.readString(config);
        int sip = text.indexOf("[sip]");
        Files.writeString(config, text.substring(0, sip) + PRACTICE + text.substring(sip));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Ran book(String... words) {
        String[] line = new String[words.length + 3];
        line[0] = "book";
        System.arraycopy(words, 0, line, 1, words.length);
        line[words.length + 1] = "--config";
        line[words.length + 2] = config();
        return run(line);
    }
}

package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** Calendars at the terminal, in and out, while no service runs. */
class CalendarCommandsTest extends AtTheTerminal {
    private static final String PRACTICE =
            """
            [[practice.visit-type]]
            name = "exam"
            minutes = 30
            [[practice.provider]]
            id = "ortiz"
            name = "Doctor Ortiz"
            calendar = "ortiz.ics"
            [practice.provider.hours]
            monday = ["08:00-12:00"]
            [[practice.provider]]
            id = "reed"
            name = "Doctor Reed"
            [practice.provider.hours]
            monday = ["08:00-12:00"]
            """;

    private final LocalDate soon = LocalDate.now(ZoneId.of("America/New_York")).plusDays(7);
    private final String day = soon.format(DateTimeFormatter.BASIC_ISO_DATE);

    @Test
    void showsWhatIsBusyAndThatAllOfItCanBeUsed() throws IOException {
        practice();
        calendar("SUMMARY:Root canal of Ann Oakley", "DTSTART:" + day + "T090000", "DURATION:PT1H30M");

        Ran ran = book("calendar-check", folder.resolve("ortiz.ics").toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains(
                        soon + "  09:00-10:30",
                        "line 2",
                        "1 event, 1 busy time within the days that can be booked, 1 shown.")
                .doesNotContain("Oakley");
        assertThat(book("calendar-check", "--provider", "ortiz", "--weeks", "8").out())
                .contains("09:00-10:30");
    }

    @Test
    void namesEveryEventThatCannotBeUsedAndExitsWith2() throws IOException {
        practice();
        calendar("DTSTART:" + day + "T090000", "DTEND:" + day + "T080000");

        Ran ran = book("calendar-check", "--provider", "ortiz");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err().lines())
                .containsExactly(
                        "anteroom: " + folder.resolve("ortiz.ics")
                                + ": line 5: DTEND: lies before DTSTART: write the end after the beginning.",
                        "anteroom: The service would not take this file over what it read last: mend it and check again.");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        practice();

        assertThat(book("calendar-check").code()).isEqualTo(2);
        assertThat(book("calendar-check", "--provider", "yu").err()).contains("no provider with that id");
        assertThat(book("calendar-check", "--provider", "reed").err()).contains("has no calendar in the configuration");
        assertThat(book("calendar-check", "--provider", "ortiz").err())
                .contains("ortiz.ics can't be read (No such file or directory)");
        assertThat(book("calendar-check", "--provider", "ortiz", "--weeks", "0").err())
                .contains("--weeks must be");
    }

    @Test
    void configCheckTellsOfACalendarThatCannotBeUsed() throws IOException {
        practice();
        calendar("DTSTART:" + day, "DURATION:sometimes");

        Ran ran = run("config", "check", "--config", config());
        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.err())
                .contains("practice.provider[1].calendar: " + folder.resolve("ortiz.ics")
                        + ": line 5: DURATION: must be");
        calendar("DTSTART:" + day, "DURATION:P1D");
        assertThat(run("config", "check", "--config", config()).code()).isZero();
    }

    @Test
    void doctorTellsOfItToo() throws IOException {
        practice();
        calendar("DTSTART:" + day, "DURATION:sometimes");

        Ran ran = run("doctor", "--only", "calendars", "--config", config());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("line 5: DURATION: must be a length");
        calendar("DTSTART:" + day, "DURATION:P1D");
        assertThat(run("doctor", "--only", "calendars", "--config", config()).out())
                .contains("The provider's own calendar is in order.");
    }

    @Test
    void listsCalendarsWithoutAService() throws IOException {
        practice();

        assertThat(book("calendars").out())
                .contains("ortiz", "not read whole so far", "No appointment lies in a busy time.");
    }

    @Test
    void givesBookingsOutAsACalendar() throws IOException {
        practice();
        book("import", "patients", file("p.csv", "external-id,name\np1,Ann Oakley\n"));
        book(
                "import",
                "appointments",
                file(
                        "a.csv",
                        "external-id,patient,provider,visit-type,start,confidential\n"
                                + "a1,p1,ortiz,exam,2030-06-03 10:00,no\na2,p1,reed,exam,2030-06-03 11:00,no\n"));
        Path all = folder.resolve("all.ics");
        Path named = folder.resolve("named.ics");

        Ran ran = book("export", "calendar", all.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        String text = Files.readString(all);
        assertThat(text)
                .contains(
                        "BEGIN:VCALENDAR\r\n",
                        "SUMMARY:exam\r\n",
                        "DTSTART:20300603T150000Z\r\n",
                        "STATUS:CONFIRMED\r\n")
                .doesNotContain("Oakley");
        assertThat(text.split("BEGIN:VEVENT")).hasSize(3);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(all)))
                .isEqualTo("rw-------");
        assertThat(book("export", "calendar", named.toString(), "--provider", "ortiz", "--names")
                        .code())
                .isZero();
        assertThat(Files.readString(named))
                .contains("SUMMARY:exam\\, Ann Oakley\r\n")
                .doesNotContain("CATEGORIES:reed");
        assertThat(book("export", "calendar", named.toString()).err()).contains("not written over");
        assertThat(book("export", "patients", folder.resolve("x").toString(), "--names")
                        .code())
                .isEqualTo(2);
        assertThat(book("export", "calendar", folder.resolve("y").toString(), "--provider", "yu")
                        .err())
                .contains("no provider with that id");
    }

    private void practice() throws IOException {
        filledIn();
        Path config = folder.resolve("anteroom.toml");
        String text = Files.readString(config);
        int sip = text.indexOf("[sip]");
        Files.writeString(config, text.substring(0, sip) + PRACTICE + text.substring(sip));
    }

    private void calendar(String... lines) throws IOException {
        Files.writeString(
                folder.resolve("ortiz.ics"),
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n" + String.join("\n", lines) + "\nEND:VEVENT\nEND:VCALENDAR\n");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
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

package org.anteroom.agent.practice.calendar;

import static org.anteroom.agent.practice.calendar.Ics.calendar;
import static org.anteroom.agent.practice.calendar.Ics.event;
import static org.anteroom.agent.practice.calendar.Ics.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.anteroom.agent.practice.book.AppointmentIcs;
import org.anteroom.agent.practice.book.RowProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calendars that are broken, or made to hurt: what is told of them, and that it is told soon. */
class CalendarTroubleTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String NINE = "DTSTART:20261026T090000";
    private static final String HOUR = "DURATION:PT1H";

    @TempDir
    Path folder;

    @Test
    void tellsOfEveryEventThatCannotBeUsedWithItsLineAndReadsTheOthers() {
        CalendarReading reading = read(
                event("UID:a", "DTSTART:2026-10-26", HOUR),
                event("UID:b", NINE, HOUR),
                event("UID:c", "DTSTART;TZID=Nowhere:20261026T090000", HOUR),
                event("UID:d", NINE, "DTEND:20261025T090000"),
                event("UID:e", HOUR),
                event("UID:f", NINE, HOUR, "RRULE:FREQ=SOMETIMES"),
                event("UID:g", NINE, "DURATION:an hour"),
                event("UID:h", NINE, HOUR, "RECURRENCE-ID;RANGE=THISANDFUTURE:20261026T090000"),
                event("UID:i", NINE, HOUR, "and a line that is none"));

        assertThat(reading.times()).extracting(CalendarReading.Taken::line).containsExactly(9L, 45L);
        assertThat(reading.whole()).isFalse();
        assertThat(reading.problems())
                .extracting(RowProblem::line, RowProblem::column)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(6L, "DTSTART"),
                        org.assertj.core.api.Assertions.tuple(16L, "DTSTART"),
                        org.assertj.core.api.Assertions.tuple(22L, "DTEND"),
                        org.assertj.core.api.Assertions.tuple(24L, "VEVENT"),
                        org.assertj.core.api.Assertions.tuple(32L, "RRULE"),
                        org.assertj.core.api.Assertions.tuple(37L, "DURATION"),
                        org.assertj.core.api.Assertions.tuple(43L, "RECURRENCE-ID"),
                        org.assertj.core.api.Assertions.tuple(49L, ""));
        assertThat(reading.wrong().get(0))
                .isEqualTo("line 6: DTSTART: must be a date such as 20260603 or a time such as 20260603T090000");
        assertThat(reading.wrong().get(1)).contains("no place such as America/New_York");
        assertThat(reading.wrong()).noneMatch(line -> line.contains("Nowhere") || line.contains("an hour"));
    }

    @Test
    void tellsThatAFileIsNoCalendarOrNotAWholeOne() {
        assertThat(wrong("")).contains("line 1: is not within BEGIN:VCALENDAR");
        assertThat(wrong("name,birth\np1,1980-02-29\n")).contains("line 1: is not within BEGIN:VCALENDAR");
        assertThat(wrong("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n"))
                .contains("line 3: the file ends here within the VCALENDAR of line 1: it is not whole");
        assertThat(wrong("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n"))
                .contains("line 3: END: comes before the end of the VEVENT of line 2");
        assertThat(wrong("BEGIN:VCALENDAR\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\n"))
                .contains("line 9: BEGIN: stands within too many others");
    }

    @Test
    void tellsThatAListOfBusyTimesIsNoCalendar() {
        assertThat(read("BEGIN:VFREEBUSY\r\nFREEBUSY:20261026T130000Z/PT1H\r\nEND:VFREEBUSY")
                        .wrong())
                .containsExactly(
                        "line 4: VFREEBUSY: tells of busy times without events, which is not read: export the events");
    }

    @Test
    void countsEveryWeekdayOfAYear() {
        String always =
                "DTSTART:18500101T000000\r\nRRULE:FREQ=YEARLY;COUNT=999999999;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR="
                        + numbers(24) + ";BYMINUTE=" + numbers(10);

        assertThat(assertTimeoutPreemptively(SOON, () -> read(event("UID:a", always, HOUR)))
                        .wrong())
                .singleElement()
                .asString()
                .contains("repeats more often than a calendar needs");
        assertThat(read(event("UID:a", NINE, HOUR, "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"))
                        .wrong())
                .isEmpty();
        assertThat(read(event("UID:a", NINE, HOUR, "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"))
                        .wrong())
                .isEmpty();
    }

    @Test
    void doesNotTakeTheBeginningOfTooManyForAllOfThem() {
        CalendarReading reading = read(event(
                "UID:a",
                "DTSTART:20250101T000000",
                "DURATION:PT1M",
                "RRULE:FREQ=DAILY;BYHOUR=" + numbers(24) + ";BYMINUTE=" + numbers(60)));

        assertThat(reading.wrong()).isNotEmpty();
        assertThat(reading.times()).isEmpty();
    }

    @Test
    void tellsOfSoManyBrokenLinesAndNoMore() {
        assertThat(read("x\r\n".repeat(100_000)).wrong())
                .hasSizeLessThan(1_100)
                .last()
                .asString()
                .contains("one of very many");
    }

    @Test
    void neverWorksOutMoreThanCanBeOfUse() {
        assertThat(problem("RRULE:FREQ=SECONDLY")).contains("RRULE: repeats by the minute or second");
        assertThat(problem("RRULE:FREQ=MINUTELY;COUNT=3")).contains("RRULE: repeats by the minute or second");
        assertThat(problem("RRULE:FREQ=DAILY;BYHOUR=" + numbers(24) + ";BYMINUTE=" + numbers(60)))
                .contains("more than 20000 busy times");
        assertThat(problem("RRULE:FREQ=YEARLY;BYMONTH=" + numbers(12) + ";BYMONTHDAY=" + numbers(31) + ";BYHOUR="
                        + numbers(24)))
                .contains("RRULE: repeats more often than a calendar needs");
        assertThat(problem("RRULE:FREQ=DAILY;INTERVAL=999999999")).contains("RRULE: must have an INTERVAL");
        assertThat(problem("RRULE:FREQ=HOURLY;BYMONTH=2")).contains("write FREQ=DAILY with BYHOUR");
        assertThat(problem("RRULE:FREQ=DAILY;INTERVAL=0")).contains("RRULE: must have an INTERVAL");
        assertThat(problem("RRULE:FREQ=DAILY;BYDAY=" + "MO,".repeat(200) + "MO"))
                .contains("longer than any rule");
        assertThat(problem("RRULE:FREQ=DAILY;FREQ=WEEKLY")).contains("each once");
    }

    @Test
    void endsSoonWithRulesThatNeverEndOrNeverBegin() {
        assertTimeoutPreemptively(SOON, () -> {
            assertThat(read(event("UID:a", "DTSTART:00010101T000000", HOUR, "RRULE:FREQ=HOURLY"))
                            .busy())
                    .hasSizeGreaterThan(4_000);
            assertThat(read(event("UID:a", "DTSTART:00010101T000000", HOUR, "RRULE:FREQ=HOURLY;COUNT=2000000000"))
                            .wrong())
                    .singleElement()
                    .asString()
                    .contains("repeats so often, or since so long ago");
            assertThat(read(event("UID:a", NINE, HOUR, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"))
                            .busy())
                    .hasSize(1);
            assertThat(read(event("UID:a", NINE, HOUR, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))
                            .busy())
                    .hasSize(1);
            assertThat(read(event("UID:a", NINE, "DURATION:P9999D", "RRULE:FREQ=HOURLY"))
                            .busy())
                    .hasSizeGreaterThan(3_000);
        });
    }

    @Test
    void endsSoonWithAFileFullOfThem() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 15_000; i++) {
            all.append(event("UID:" + i, "DTSTART:20000101T000000", HOUR, "RRULE:FREQ=HOURLY;COUNT=900000"))
                    .append("\r\n");
        }
        assertTimeoutPreemptively(
                SOON, () -> assertThat(read(all.toString()).wrong()).isNotEmpty());
    }

    @Test
    void endsSoonWithExceptionsWithoutEnd() {
        String dates = "EXDATE:" + "20261027T090000,".repeat(100_000) + "20261028T090000";
        assertTimeoutPreemptively(SOON, () -> assertThat(read(event("UID:a", NINE, HOUR, "RRULE:FREQ=HOURLY", dates))
                        .whole())
                .isTrue());
    }

    @Test
    void refusesMoreEventsThanACalendarHas() {
        String many = event("UID:a", "DTSTART:20200101T090000").concat("\r\n").repeat(CalendarText.MOST_EVENTS + 1);

        assertThat(read(many).wrong()).singleElement().asString().contains("20000 that a calendar may have");
    }

    @Test
    void endsWithAnAnswerWhateverTheFileIs() {
        String good = calendar(
                event("UID:a", NINE, HOUR, "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=9", "EXDATE:20261028T090000"),
                event("UID:a", "RECURRENCE-ID:20261102T090000", "DTSTART:20261103T090000", "DTEND:20261103T100000"));
        Random random = new Random(7);
        for (int i = 0; i < 4_000; i++) {
            StringBuilder broken = new StringBuilder(good);
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                int at = random.nextInt(Math.max(1, broken.length() - 1));
                switch (random.nextInt(3)) {
                    case 0 -> broken.replace(at, at + 1, "");
                    case 1 -> broken.insert(at, ":;=,\r\n\" 0Z9-".charAt(random.nextInt(12)));
                    default -> broken.setLength(Math.max(1, at));
                }
            }
            CalendarReading reading = BusyTimes.of(broken.toString(), Ics.ZONE, Ics.WINDOW, AppointmentIcs::ours);
            assertThat(reading.wrong()).allMatch(line -> line.startsWith("line "));
        }
    }

    @Test
    void tellsWhatKeepsAFileFromBeingRead() throws Exception {
        Path big = folder.resolve("big.ics");
        Files.writeString(big, calendar(event("UID:a", "DESCRIPTION:" + "x".repeat(6_000_000), NINE, HOUR)));
        Path latin = folder.resolve("latin.ics");
        Files.write(latin, "BEGIN:VCALENDAR\nX-A:\u00e9\nEND:VCALENDAR\n".getBytes(StandardCharsets.ISO_8859_1));
        Path good = folder.resolve("good.ics");
        Files.writeString(good, calendar(event("UID:a", NINE, HOUR)));

        assertThat(told(big)).contains("has more than 5 MB: export it from this year on");
        assertThat(told(latin)).contains("is not UTF-8 text");
        assertThat(told(folder)).contains("is no file");
        assertThat(told(folder.resolve("none.ics"))).contains("can't be read (No such file or directory)");
        assertThat(told(good)).isEmpty();
    }

    private static String told(Path file) {
        return CalendarFile.trouble(file, CalendarFile.read(file, Ics.ZONE, Ics.WINDOW))
                .orElse("");
    }

    private static String wrong(String text) {
        return String.join(
                "\n",
                BusyTimes.of(text, Ics.ZONE, Ics.WINDOW, AppointmentIcs::ours).wrong());
    }

    private static String problem(String rule) {
        return assertTimeoutPreemptively(
                SOON,
                () -> String.join("\n", read(event("UID:a", NINE, HOUR, rule)).wrong()));
    }

    private static String numbers(int many) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < many; i++) {
            list.append(i == 0 ? "" : ",").append(many == 24 || many == 60 ? i : i + 1);
        }
        return list.toString();
    }
}

package org.anteroom.agent.practice.calendar;

import static org.anteroom.agent.practice.calendar.Ics.busy;
import static org.anteroom.agent.practice.calendar.Ics.event;
import static org.anteroom.agent.practice.calendar.Ics.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.anteroom.agent.practice.book.AppointmentIcs;
import org.junit.jupiter.api.Test;

/** Which times a calendar takes, about the days on which the clock is changed: 2026-11-01 and 2027-03-14. */
class BusyTimesTest {
    private static final String NINE = "DTSTART;TZID=America/New_York:20261026T090000";
    private static final String TEN = "DTEND;TZID=America/New_York:20261026T100000";

    /** As Outlook writes New York. */
    private static final String EASTERN = String.join(
            "\r\n",
            "BEGIN:VTIMEZONE",
            "TZID:Eastern Standard Time",
            "BEGIN:STANDARD",
            "DTSTART:16010101T020000",
            "TZOFFSETFROM:-0400",
            "TZOFFSETTO:-0500",
            "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11",
            "END:STANDARD",
            "BEGIN:DAYLIGHT",
            "DTSTART:16010101T020000",
            "TZOFFSETFROM:-0500",
            "TZOFFSETTO:-0400",
            "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3",
            "END:DAYLIGHT",
            "END:VTIMEZONE");

    @Test
    void whatIsAtNineStaysAtNineWhenTheClockIsSetBack() {
        assertThat(busy(event("UID:a", NINE, TEN, "RRULE:FREQ=WEEKLY;COUNT=3")))
                .containsExactly(
                        "10-26 09:00 to 10-26 10:00", "11-02 09:00 to 11-02 10:00", "11-09 09:00 to 11-09 10:00");
    }

    @Test
    void whatIsAtNineStaysAtNineWhenTheClockIsSetForward() {
        assertThat(busy(event(
                        "UID:a",
                        "DTSTART;TZID=America/New_York:20270308T090000",
                        "DURATION:PT45M",
                        "RRULE:FREQ=WEEKLY;BYDAY=MO,FR;UNTIL=20270319T130000Z")))
                .containsExactly(
                        "03-08 09:00 to 03-08 09:45",
                        "03-12 09:00 to 03-12 09:45",
                        "03-15 09:00 to 03-15 09:45",
                        "03-19 09:00 to 03-19 09:45");
    }

    @Test
    void whatTheClockJumpsOverIsAnHourLaterAndWhatComesTwiceIsTheFirst() {
        assertThat(busy(event(
                        "UID:a",
                        "DTSTART;TZID=America/New_York:20270313T023000",
                        "DURATION:PT15M",
                        "RRULE:FREQ=DAILY;COUNT=3")))
                .containsExactly(
                        "03-13 02:30 to 03-13 02:45", "03-14 03:30 to 03-14 03:45", "03-15 02:30 to 03-15 02:45");
        assertThat(read(event("UID:a", "DTSTART;TZID=America/New_York:20261101T013000", "DURATION:PT15M"))
                        .busy()
                        .get(0)
                        .from())
                .isEqualTo("2026-11-01T05:30:00Z");
    }

    @Test
    void takesWholeDaysFromMidnightToMidnightAlsoTheLongAndTheShortOne() {
        assertThat(busy(event("UID:a", "DTSTART;VALUE=DATE:20261101", "DTEND;VALUE=DATE:20261102")))
                .containsExactly("11-01 00:00 to 11-02 00:00");
        assertThat(busy(event("UID:a", "DTSTART;VALUE=DATE:20270313", "DTEND;VALUE=DATE:20270316")))
                .containsExactly("03-13 00:00 to 03-16 00:00");
        assertThat(busy(event("UID:a", "DTSTART;VALUE=DATE:20261224"))).containsExactly("12-24 00:00 to 12-25 00:00");
        assertThat(busy(event("UID:a", "DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261224")))
                .containsExactly("12-24 00:00 to 12-25 00:00");
        assertThat(busy(event("UID:a", "DTSTART;VALUE=DATE:20261030", "RRULE:FREQ=DAILY;UNTIL=20261102")))
                .containsExactly(
                        "10-30 00:00 to 10-31 00:00",
                        "10-31 00:00 to 11-01 00:00",
                        "11-01 00:00 to 11-02 00:00",
                        "11-02 00:00 to 11-03 00:00");
    }

    @Test
    void takesATimeWithoutAZoneForThePracticesAndOneInUtcForWhatItIs() {
        assertThat(busy(event("UID:a", "DTSTART:20261102T090000", "DTEND:20261102T093000")))
                .containsExactly("11-02 09:00 to 11-02 09:30");
        assertThat(busy(event("UID:a", "DTSTART:20261102T140000Z", "DTEND:20261102T143000Z")))
                .containsExactly("11-02 09:00 to 11-02 09:30");
        assertThat(busy(event("UID:a", "DTSTART;TZID=America/Los_Angeles:20261102T090000", "DURATION:PT1H")))
                .containsExactly("11-02 12:00 to 11-02 13:00");
    }

    @Test
    void goesByTheZonesThatTheFileDescribes() {
        assertThat(busy(
                        EASTERN,
                        event(
                                "UID:a",
                                "DTSTART;TZID=\"Eastern Standard Time\":20261026T090000",
                                "DTEND;TZID=Eastern Standard Time:20261026T100000",
                                "RRULE:FREQ=WEEKLY;COUNT=2"),
                        event(
                                "UID:b",
                                "DTSTART;TZID=Eastern Standard Time:20270312T090000",
                                "DURATION:PT1H",
                                "RRULE:FREQ=DAILY;COUNT=4;BYDAY=MO,TU,WE,TH,FR")))
                .containsExactly(
                        "10-26 09:00 to 10-26 10:00",
                        "11-02 09:00 to 11-02 10:00",
                        "03-12 09:00 to 03-12 10:00",
                        "03-15 09:00 to 03-15 10:00",
                        "03-16 09:00 to 03-16 10:00",
                        "03-17 09:00 to 03-17 10:00");
    }

    @Test
    void knowsAZoneWhoseClockIsNeverChanged() {
        String fixed = String.join(
                "\r\n",
                "BEGIN:VTIMEZONE",
                "TZID:Ours",
                "BEGIN:STANDARD",
                "DTSTART:19700101T000000",
                "TZOFFSETFROM:-0500",
                "TZOFFSETTO:-0500",
                "END:STANDARD",
                "END:VTIMEZONE");
        assertThat(busy(fixed, event("UID:a", "DTSTART;TZID=Ours:20261026T090000", "DURATION:PT1H")))
                .containsExactly("10-26 10:00 to 10-26 11:00");
    }

    @Test
    void knowsAZoneWhoseChangesStandOneByOneOrHaveEnded() {
        String listed = String.join(
                "\r\n",
                "BEGIN:VTIMEZONE",
                "TZID:Ours",
                "BEGIN:DAYLIGHT",
                "DTSTART:20250309T020000",
                "RDATE:20260308T020000,20270314T020000",
                "TZOFFSETFROM:-0500",
                "TZOFFSETTO:-0400",
                "END:DAYLIGHT",
                "BEGIN:STANDARD",
                "DTSTART:20251102T020000",
                "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU;UNTIL=20261101T060000Z",
                "TZOFFSETFROM:-0400",
                "TZOFFSETTO:-0500",
                "END:STANDARD",
                "END:VTIMEZONE");
        assertThat(busy(
                        listed,
                        event(
                                "UID:a",
                                "DTSTART;TZID=Ours:20261030T090000",
                                "DURATION:PT1H",
                                "RRULE:FREQ=WEEKLY;COUNT=2"),
                        event(
                                "UID:b",
                                "DTSTART;TZID=Ours:20270312T090000",
                                "DURATION:PT1H",
                                "RRULE:FREQ=WEEKLY;COUNT=2")))
                .containsExactly(
                        "10-30 09:00 to 10-30 10:00",
                        "11-06 09:00 to 11-06 10:00",
                        "03-12 09:00 to 03-12 10:00",
                        "03-19 09:00 to 03-19 10:00");
    }

    @Test
    void knowsPlacesUnderTheNamesThatSomeProgramsGiveThem() {
        assertThat(busy(event(
                        "UID:a",
                        "DTSTART;TZID=/mozilla.org/20050126_1/America/New_York:20261026T090000",
                        "DURATION:PT1H")))
                .containsExactly("10-26 09:00 to 10-26 10:00");
    }

    @Test
    void leavesOutWhatIsExceptedAndAddsWhatIsAdded() {
        assertThat(busy(event(
                        "UID:a",
                        NINE,
                        TEN,
                        "RRULE:FREQ=DAILY;COUNT=5",
                        "EXDATE;TZID=America/New_York:20261027T090000,20261029T090000",
                        "RDATE;TZID=America/New_York:20261031T110000",
                        "RDATE;VALUE=PERIOD:20261102T150000Z/PT30M,20261102T160000Z/20261102T164500Z")))
                .containsExactly(
                        "10-26 09:00 to 10-26 10:00",
                        "10-28 09:00 to 10-28 10:00",
                        "10-30 09:00 to 10-30 10:00",
                        "10-31 11:00 to 10-31 12:00",
                        "11-02 10:00 to 11-02 10:30",
                        "11-02 11:00 to 11-02 11:45");
    }

    @Test
    void takesADateForWhateverBeginsOnIt() {
        assertThat(busy(event("UID:a", NINE, TEN, "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20261027")))
                .containsExactly("10-26 09:00 to 10-26 10:00", "10-28 09:00 to 10-28 10:00");
    }

    @Test
    void movesAnOccurrenceThatWasMovedFreesOneThatWasCancelledAndOneThatIsFree() {
        assertThat(busy(
                        event("UID:a", NINE, TEN, "RRULE:FREQ=WEEKLY;COUNT=4"),
                        event(
                                "UID:a",
                                "RECURRENCE-ID;TZID=America/New_York:20261102T090000",
                                "DTSTART;TZID=America/New_York:20261103T140000",
                                "DURATION:PT2H"),
                        event("UID:a", "RECURRENCE-ID:20261109T140000Z", NINE, "STATUS:CANCELLED"),
                        event("UID:a", "RECURRENCE-ID:20261116T140000Z", NINE, "TRANSP:TRANSPARENT")))
                .containsExactly("10-26 09:00 to 10-26 10:00", "11-03 14:00 to 11-03 16:00");
    }

    @Test
    void takesNoTimeForWhatIsCancelledOrFree() {
        assertThat(busy(
                        event("UID:a", NINE, TEN, "STATUS:CANCELLED"),
                        event("UID:b", NINE, TEN, "TRANSP:TRANSPARENT"),
                        event("UID:c", NINE, TEN, "STATUS:TENTATIVE", "TRANSP:OPAQUE"),
                        event("UID:d", NINE)))
                .containsExactly("10-26 09:00 to 10-26 10:00");
    }

    @Test
    void goesByTheLatestVersionOfAnEvent() {
        assertThat(busy(
                        event("UID:a", "SEQUENCE:1", NINE, TEN, "STATUS:CANCELLED"),
                        event("UID:a", "SEQUENCE:0", NINE, TEN)))
                .isEmpty();
    }

    @Test
    void countsNothingOfWhatTheBookItselfGaveOut() {
        CalendarReading reading =
                read(event("UID:0f8fad5b-d9cb-469f-a165-70867728950e@anteroom", NINE, TEN), event("UID:b", NINE, TEN));

        assertThat(reading.busy()).hasSize(1);
        assertThat(reading.own()).isEqualTo(1);
    }

    @Test
    void readsFoldedLinesAndWhateverEndsThem() {
        String folded =
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDESCRIPTION:Pay \n  the rent:\n\t DTSTART\nDTSTA\n RT;TZID=Ameri\n"
                        + " ca/New_York:20261026T0\n 90000\nDURATION:PT1H\nBEGIN:VALARM\nTRIGGER:-PT5M\nDURATION:PT9H\nEND:VALARM\n"
                        + "END:VEVENT\nEND:VCALENDAR";

        assertThat(busy(BusyTimes.of(folded, Ics.ZONE, Ics.WINDOW, AppointmentIcs::ours)))
                .containsExactly("10-26 09:00 to 10-26 10:00");
        assertThat(busy(BusyTimes.of(
                        "\uFEFF" + folded.replace("\n", "\r\n"), Ics.ZONE, Ics.WINDOW, AppointmentIcs::ours)))
                .containsExactly("10-26 09:00 to 10-26 10:00");
    }

    @Test
    void seesWhatBeganBeforeTheFirstDayAndKeepsToTheWindow() {
        assertThat(busy(event("UID:a", "DTSTART;VALUE=DATE:20260901", "DTEND;VALUE=DATE:20261003")))
                .containsExactly("10-01 00:00 to 10-03 00:00");
        assertThat(busy(event("UID:a", "DTSTART;VALUE=DATE:20270331", "DTEND;VALUE=DATE:99991231")))
                .containsExactly("03-31 00:00 to 04-01 00:00");
        assertThat(busy(event("UID:a", "DTSTART:20200101T090000", "DURATION:PT1H", "RRULE:FREQ=MONTHLY;BYDAY=-1FR")))
                .containsExactly(
                        "10-30 09:00 to 10-30 10:00",
                        "11-27 09:00 to 11-27 10:00",
                        "12-25 09:00 to 12-25 10:00",
                        "01-29 09:00 to 01-29 10:00",
                        "02-26 09:00 to 02-26 10:00",
                        "03-26 09:00 to 03-26 10:00");
        assertThat(busy(event("UID:a", "DTSTART:20200131T090000", "DURATION:PT1H", "RRULE:FREQ=MONTHLY")))
                .containsExactly(
                        "10-31 09:00 to 10-31 10:00",
                        "12-31 09:00 to 12-31 10:00",
                        "01-31 09:00 to 01-31 10:00",
                        "03-31 09:00 to 03-31 10:00");
        assertThat(busy(event(
                        "UID:a", "DTSTART:19990704T090000", "DURATION:PT1H", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH")))
                .containsExactly("11-26 09:00 to 11-26 10:00");
    }
}

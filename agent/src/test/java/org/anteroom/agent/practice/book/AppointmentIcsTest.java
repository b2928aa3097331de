package org.anteroom.agent.practice.book;

import static org.anteroom.agent.practice.book.SmallPractice.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.util.Configurator;
import org.junit.jupiter.api.Test;

/** Appointments as a calendar, read back by ical4j. */
class AppointmentIcsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T11:00:00Z");
    private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final Patient ANN = new Patient(
            1,
            "p1",
            new PatientDetails("Ann-Zo\u00eb Oakley", Optional.empty(), Optional.empty(), Optional.empty(), false));

    @Test
    void tellsWhenWhatAndWhereAndNobodysName() throws Exception {
        VEvent event = only(AppointmentIcs.write(List.of(booked(false)), Map.of(), NOW));

        assertThat(value(event, Property.UID)).isEqualTo(ID + "@anteroom");
        assertThat(value(event, Property.DTSTART)).isEqualTo("20260601T140000Z");
        assertThat(value(event, Property.DTEND)).isEqualTo("20260601T143000Z");
        assertThat(value(event, Property.DTSTAMP)).isEqualTo("20260601T110000Z");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(event, Property.SUMMARY)).isEqualTo("exam, long; and \\ odd");
        assertThat(value(event, Property.LOCATION)).isEqualTo("Operatory 1");
        assertThat(value(event, Property.CATEGORIES)).isEqualTo("ortiz");
        assertThat(AppointmentIcs.ours(value(event, Property.UID))).isTrue();
    }

    @Test
    void tellsNamesWhereTheyAreWantedAndOfAConfidentialVisitNeitherNameNorKind() throws Exception {
        assertThat(value(only(AppointmentIcs.write(List.of(booked(false)), Map.of("p1", ANN), NOW)), Property.SUMMARY))
                .isEqualTo("exam, long; and \\ odd, Ann-Zo\u00eb Oakley");
        VEvent confidential = only(AppointmentIcs.write(List.of(booked(true)), Map.of("p1", ANN), NOW));
        assertThat(value(confidential, Property.SUMMARY)).isEqualTo("confidential");
        assertThat(value(confidential, Property.CLASS)).isEqualTo("CONFIDENTIAL");
    }

    @Test
    void tellsHowFarAnAppointmentHasCome() throws Exception {
        assertThat(status(AppointmentState.PROPOSED)).isEqualTo("TENTATIVE");
        assertThat(status(AppointmentState.PENDING)).isEqualTo("TENTATIVE");
        assertThat(status(AppointmentState.ARRIVED)).isEqualTo("CONFIRMED");
        assertThat(status(AppointmentState.CANCELLED)).isEqualTo("CANCELLED");
        assertThat(status(AppointmentState.NOSHOW)).isEqualTo("CANCELLED");
    }

    @Test
    void foldsLinesAtWholeLettersAndEndsThemWithBothSigns() throws Exception {
        Patient long_ = new Patient(
                1,
                "p1",
                new PatientDetails(
                        "\u00c4nne-\ud83d\ude42".repeat(30),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false));

        String text = AppointmentIcs.write(List.of(booked(false)), Map.of("p1", long_), NOW);

        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("\r\r");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
        assertThat(value(only(text), Property.SUMMARY)).endsWith("\u00c4nne-\ud83d\ude42".repeat(30));
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void asksNobodyOnTheNetworkForTimeZones() {
        assertThat(Configurator.getProperty("net.fortuna.ical4j.timezone.update.enabled"))
                .contains("false");
        assertThat(Configurator.getProperty("net.fortuna.ical4j.timezone.cache.impl"))
                .contains("net.fortuna.ical4j.util.MapTimeZoneCache");
    }

    @Test
    void writesACalendarWithoutAppointmentsToo() {
        assertThat(AppointmentIcs.write(List.of(), Map.of(), NOW)).startsWith("BEGIN:VCALENDAR\r\n");
    }

    private static String status(AppointmentState state) throws Exception {
        return value(only(AppointmentIcs.write(List.of(booked(false).in(state)), Map.of(), NOW)), Property.STATUS);
    }

    private static Appointment booked(boolean confidential) {
        Instant start = LocalDateTime.parse("2026-06-01T10:00").atZone(ZONE).toInstant();
        return new Appointment(
                12,
                ID,
                "p1",
                new Offer(
                        "ortiz",
                        Optional.of("Operatory 1"),
                        "exam, long; and \\ odd",
                        start,
                        start.plus(Duration.ofMinutes(30))),
                AppointmentState.BOOKED,
                confidential,
                NOW,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static VEvent only(String text) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors()).isFalse();
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(found -> found.getValue()).orElse("");
    }
}

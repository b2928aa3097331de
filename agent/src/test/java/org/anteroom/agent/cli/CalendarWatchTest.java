package org.anteroom.agent.cli;

import static org.anteroom.agent.practice.book.SmallPractice.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.OpenBook;
import org.anteroom.agent.practice.book.SmallPractice;
import org.anteroom.agent.practice.book.Visit;
import org.anteroom.agent.practice.book.Wish;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calendars that change, break and are mended while the service runs. */
class CalendarWatchTest {
    /** A Monday, seven in the morning. */
    private static final Instant NOW = at("2026-06-01T07:00");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private OpenBook open;
    private Health health;
    private Alarms alarms;
    private CalendarWatch watch;
    private Path file;

    @BeforeEach
    void openABook() throws Exception {
        open = new OpenBook(folder, SmallPractice.usual(), NOW);
        health = new Health();
        alarms =
                new Alarms(List.of(), AlarmTimes.of(Duration.ofHours(1), Duration.ofMinutes(5)), CLOCK, new Counters());
        watch = new CalendarWatch(open.book(), health, alarms, CLOCK);
        file = folder.resolve("ortiz.ics");
    }

    @AfterEach
    void close() {
        alarms.close();
        open.close();
    }

    @Test
    void takesACalendarAndWhatItIsChangedTo() throws IOException {
        written("DTSTART:20260601T090000", "DURATION:PT2H");
        watch.look(practice());
        assertThat(first()).contains(at("2026-06-01T11:00"));

        written("DTSTART:20260601T090000", "DURATION:PT1H");
        watch.look(practice());

        assertThat(first()).contains(at("2026-06-01T10:00"));
        assertThat(health.ok(Condition.CALENDARS)).isTrue();
    }

    @Test
    void keepsWhatItReadLastWhileAFileIsBrokenAndTellsWhereUntilItIsMended() throws IOException {
        written("DTSTART:20260601T090000", "DURATION:PT2H");
        watch.look(practice());

        written("DTSTART:tomorrow", "DURATION:PT2H");
        watch.look(practice());
        assertThat(first()).contains(at("2026-06-01T11:00"));
        assertThat(told())
                .contains(file + ": line 4: DTSTART: must be a date such as 20260603")
                .contains("the calendar of ortiz counts as it was read last");

        Files.delete(file);
        watch.look(practice());
        assertThat(first()).contains(at("2026-06-01T11:00"));
        assertThat(told()).contains(file + " can't be read (No such file or directory)");

        written("DTSTART:20260601T130000", "DURATION:PT2H");
        watch.look(practice());
        assertThat(first()).contains(at("2026-06-01T09:00"));
        assertThat(health.ok(Condition.CALENDARS)).isTrue();
    }

    @Test
    void goesByWhatCanBeUsedOfACalendarThatWasNeverInOrder() throws IOException {
        Files.writeString(
                file,
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260601T090000\nDURATION:PT1H\nEND:VEVENT\n"
                        + "BEGIN:VEVENT\nUID:b\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n");
        watch.look(practice());

        assertThat(first()).contains(at("2026-06-01T10:00"));
        assertThat(told()).contains("line 7: VEVENT: has no DTSTART").contains("only what can be used");
    }

    @Test
    void forgetsACalendarThatIsNotNamedAnyMoreAlsoWhenItWasTakenOutBetweenTwoStarts() throws IOException {
        written("DTSTART:20260601T090000", "DURATION:PT2H");
        watch.look(practice());

        watch.look(SmallPractice.usual().config());
        assertThat(first()).contains(at("2026-06-01T09:00"));

        watch.look(practice());
        new CalendarWatch(open.book(), health, alarms, CLOCK)
                .look(SmallPractice.usual().config());
        assertThat(first()).contains(at("2026-06-01T09:00"));
    }

    @Test
    void takesWhatComesFromTheBookOfAnotherPracticeForBusy() throws IOException {
        Files.writeString(
                file,
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:0f8fad5b-d9cb-469f-a165-70867728950e@anteroom\n"
                        + "DTSTART:20260601T090000\nDURATION:PT2H\nEND:VEVENT\nEND:VCALENDAR\n");

        watch.look(practice());

        assertThat(first()).contains(at("2026-06-01T11:00"));
    }

    @Test
    void tellsStaffOfAppointmentsThatLieInABusyTimeUntilNoneDoes() throws Exception {
        Visit visit = Visit.of(open.patient("Ann Oakley", NOW).id());
        Instant start = at("2026-06-01T10:00");
        Offer exam = new Offer("ortiz", Optional.empty(), "exam", start, start.plus(Duration.ofMinutes(30)));
        OpenStore.await(open.book().book(exam, visit, Asker.CALLER, NOW));

        written("DTSTART:20260601T090000", "DURATION:PT2H");
        watch.look(practice());

        assertThat(alarms.open())
                .singleElement()
                .extracting(Alarm::sentence)
                .asString()
                .contains("An appointment lies in a time that is busy", "anteroom book calendars")
                .doesNotContain("Oakley");
        written("DTSTART:20260601T130000", "DURATION:PT2H");
        watch.look(practice());
        assertThat(alarms.open()).isEmpty();
    }

    private PracticeConfig practice() {
        List<PracticeProvider> providers = SmallPractice.usual().providers();
        return SmallPractice.usual()
                .providers(providers.get(0).with(file), providers.get(1))
                .config();
    }

    private void written(String... lines) throws IOException {
        Path fresh = folder.resolve("fresh");
        Files.writeString(
                fresh,
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n" + String.join("\n", lines) + "\nEND:VEVENT\nEND:VCALENDAR\n");
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private Optional<Instant> first() {
        LocalBook book = open.book();
        return book.offers(Wish.any("exam").with("ortiz"), NOW).stream()
                .map(Offer::start)
                .findFirst();
    }

    private String told() {
        assertThat(health.ok(Condition.CALENDARS)).isFalse();
        return health.reports().stream()
                .filter(report -> report.condition() == Condition.CALENDARS)
                .map(Health.Report::sentence)
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(ZONE).toInstant();
    }
}

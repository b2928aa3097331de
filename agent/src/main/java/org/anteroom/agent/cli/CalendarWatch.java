package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.practice.book.Busy;
import org.anteroom.agent.practice.book.Calendars;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.calendar.CalendarFile;
import org.anteroom.agent.practice.calendar.CalendarReading;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.anteroom.agent.watch.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the providers' own calendars have changed, and tells the book what is busy in them. One that can't be used
 * leaves what was read last, and says so until it can; of one that never could be, what can be used counts, which is more than
 * nothing. Any thread; one look at a time, which reads the files that have changed.
 */
final class CalendarWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarWatch.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final String APPOINTMENTS = "appointments in calendars";

    /** How a file was when it was read, and for which days: the days that can be booked move on. */
    private record Seen(Path file, String state, Busy window) {}

    private final LocalBook book;
    private final Health health;
    private final Alarms alarms;
    private final Clock clock;
    private final Map<String, Seen> seen = new HashMap<>();
    /** Why calendars can't be used, by provider. */
    private final Map<String, String> troubles = new HashMap<>();
    /** Whether a calendar was taken out since it was last told how they are. */
    private boolean forgotten;
    /** How many appointments were told of last. */
    private int told;

    CalendarWatch(LocalBook book, Health health, Alarms alarms, Clock clock) {
        this.book = book;
        this.health = health;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Looks at once, each minute, and after each reload. */
    void follow(EmergencyPlan start, SettingsInForce settings, Rounds rounds) {
        rounds.nowAndEvery(
                EVERY, () -> look(settings.config().map(Config::practice).orElse(start.practice())));
        settings.whenChanged(next -> look(next.practice()));
    }

    /** Where the disk refuses, which the records tell of themselves, the next look does it. */
    synchronized void look(PracticeConfig practice) {
        try {
            Instant now = clock.instant();
            forget(practice, now);
            if (readAnew(practice, now)) {
                report();
            }
            tellOfAppointments(now);
        } catch (StoreException | CompletionException e) {
            LOG.warn(
                    "The providers' calendars could not be stored ({}); tried again each minute.",
                    e.getClass().getSimpleName());
        }
    }

    private boolean readAnew(PracticeConfig practice, Instant now) {
        Busy window = CalendarFile.window(practice, now);
        boolean changed = forgotten;
        for (PracticeProvider provider : practice.providers()) {
            Optional<Path> file = provider.calendar();
            if (file.isPresent()) {
                Seen current = new Seen(file.get(), state(file.get()), window);
                if (!current.equals(seen.get(provider.id()))) {
                    read(provider.id(), file.get(), practice, window, now);
                    seen.put(provider.id(), current);
                    changed = true;
                }
            }
        }
        forgotten = false;
        return changed;
    }

    /** What isn't named any more. */
    private void forget(PracticeConfig practice, Instant now) {
        Calendars calendars = book.calendars();
        Set<String> gone = new HashSet<>(seen.keySet());
        if (seen.isEmpty()) {
            // The first look: some may be left from before the start.
            gone.addAll(calendars.busy().keySet());
            gone.addAll(calendars.read().keySet());
        }
        practice.providers().stream()
                .filter(provider -> provider.calendar().isPresent())
                .forEach(provider -> gone.remove(provider.id()));
        for (String provider : gone) {
            calendars.forget(provider, now).join();
            seen.remove(provider);
            troubles.remove(provider);
            forgotten = true;
        }
    }

    private void read(String provider, Path file, PracticeConfig practice, Busy window, Instant now) {
        CalendarReading reading = CalendarFile.read(file, practice.timezone(), window, book.calendars()::ours);
        boolean ever = book.calendars().read().containsKey(provider);
        if (reading.whole() || !ever) {
            book.calendars()
                    .take(provider, reading.busy(), reading.whole(), now)
                    .join();
        }
        Optional<String> trouble = CalendarFile.trouble(file, reading);
        trouble.ifPresentOrElse(
                sentence -> troubles.put(
                        provider,
                        sentence
                                + (ever
                                        ? "; until then the calendar of " + provider + " counts as it was read last"
                                        : "; until then only what can be used of the calendar of " + provider
                                                + " counts")),
                () -> troubles.remove(provider));
    }

    private void report() {
        List<String> wrong = new ArrayList<>(troubles.values());
        wrong.sort(String::compareTo);
        health.report(
                Condition.CALENDARS,
                wrong.isEmpty(),
                wrong.isEmpty() ? "The providers' own calendars are in order." : String.join(". ", wrong) + ".");
    }

    /** Who calls the patients must know of it; nothing is cancelled. */
    private void tellOfAppointments(Instant now) {
        int affected = book.calendars().busy().isEmpty() ? 0 : book.calendars().affected(now);
        if (affected == told) {
            return;
        }
        if (affected == 0) {
            alarms.clear(Alarm.Kind.CONFIGURATION, APPOINTMENTS);
        } else {
            alarms.raise(
                    Alarm.Kind.CONFIGURATION,
                    (affected == 1
                                    ? "An appointment lies in a time that is busy in its provider's own calendar; it was not"
                                    : affected
                                            + " appointments lie in times that are busy in their providers' own calendars;"
                                            + " none was")
                            + " cancelled. Call the patients: anteroom book calendars lists them.",
                    APPOINTMENTS);
        }
        told = affected;
    }

    /** Changes whenever the file does, also when it is replaced by one of the same length. */
    private static String state(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.size() + " " + now.lastModifiedTime().to(TimeUnit.NANOSECONDS) + " " + now.fileKey() + " "
                    + Files.isReadable(file);
        } catch (IOException none) {
            return none.getClass().getName();
        }
    }
}

package org.anteroom.agent.practice.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.anteroom.agent.config.FileTrouble;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.config.Problem;
import org.anteroom.agent.practice.book.AppointmentIcs;
import org.anteroom.agent.practice.book.Busy;

/** A provider's calendar as it lies on the disk. */
public final class CalendarFile {
    /** Ten years of a full calendar; what it is about, such as invitations with pictures, belongs elsewhere. */
    static final int MOST_BYTES = 5_000_000;

    private CalendarFile() {}

    /** What can be booked, and a day on either side for whoever is in another zone. */
    public static Busy window(PracticeConfig practice, Instant now) {
        ZoneId zone = practice.timezone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new Busy(
                today.minusDays(1).atStartOfDay(zone).toInstant(),
                today.plusDays(practice.booking().horizonDays() + 2L)
                        .atStartOfDay(zone)
                        .toInstant());
    }

    /** Reads one for whoever has no book at hand: what looks like an appointment of one is left out.
     *
     *  @see #read(Path, ZoneId, Busy, Predicate)
     */
    public static CalendarReading read(Path file, ZoneId zone, Busy window) {
        return read(file, zone, window, AppointmentIcs::ours);
    }

    /**
     * Reads one; what is wrong stands in the answer.
     *
     * @param zone of times that name none
     * @param ours by its UID, whether an event is an appointment of the book, which takes its time already
     */
    public static CalendarReading read(Path file, ZoneId zone, Busy window, Predicate<String> ours) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return CalendarReading.unreadable("is no file: name a calendar (.ics)");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return CalendarReading.unreadable("has more than " + MOST_BYTES / 1_000_000
                        + " MB: export it from this year on, without attachments");
            }
            return BusyTimes.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    zone,
                    window,
                    ours);
        } catch (CharacterCodingException e) {
            return CalendarReading.unreadable("is not UTF-8 text: export it as iCalendar (.ics) in UTF-8");
        } catch (IOException e) {
            return CalendarReading.unreadable(
                    "can't be read (" + FileTrouble.why(e) + "): put it there, and let the service's user read it");
        }
    }

    /**
     * What keeps calendars of a configuration from being used, the first of each, by their keys.
     *
     * @param open files that are looked at; others are the service's alone, as they should be
     */
    public static List<Problem> check(PracticeConfig practice, Instant now, Predicate<Path> open) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < practice.providers().size(); i++) {
            String key = "practice.provider[" + (i + 1) + "].calendar";
            PracticeProvider provider = practice.providers().get(i);
            provider.calendar()
                    .filter(open)
                    .flatMap(file -> trouble(file, read(file, practice.timezone(), window(practice, now))))
                    .ifPresent(sentence -> problems.add(Problem.of(key, sentence)));
        }
        return problems;
    }

    /** One sentence about a file that can't be used as a whole, without its full stop; empty when it can. */
    public static Optional<String> trouble(Path file, CalendarReading reading) {
        List<String> wrong = reading.wrong();
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        String joint = reading.trouble().isEmpty() ? ": " : " ";
        String more =
                wrong.size() > 1 ? "; and " + (wrong.size() - 1) + " more: anteroom book calendar-check " + file : "";
        return Optional.of(file + joint + wrong.get(0) + more);
    }
}

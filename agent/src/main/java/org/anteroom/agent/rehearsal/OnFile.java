package org.anteroom.agent.rehearsal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Somebody, or an appointment, that the records of a conversation in text hold before it begins. */
public sealed interface OnFile {
    DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("EEEE uuuu-MM-dd 'at' HH:mm", Locale.ENGLISH);
    String PERSON_FORM =
            "NAME, BORN, NUMBER, PIN, such as Helen Parker, 1984-03-03, 6145550192, 4711; for an animal its name for BORN";
    String PROXY_FORM = "NAME, FOR WHOM, PIN, such as Maria Lopez, Luis Lopez, 5566";
    String VISIT_FORM = "NAME, VISIT, TIME, PROVIDER, such as Helen Parker, cleaning, 2026-12-01T10:00, ortiz";

    /** {@code on file: Helen Parker, 1984-03-03, 6145550192, 4711}: name, date of birth, number, PIN; an animal's name for the date. */
    record Person(
            String name,
            Optional<LocalDate> birth,
            Optional<String> animal,
            Optional<String> phone,
            Optional<String> pin)
            implements OnFile {
        @Override
        public String line() {
            String born = birth.map(LocalDate::toString).or(() -> animal).orElse("");
            return name + ", " + born + phone.map(each -> ", " + each).orElse("")
                    + pin.map(each -> ", PIN " + each).orElse("");
        }
    }

    /** {@code proxy: Maria Lopez, Luis Lopez, 5566}: who may act for somebody that was named before, and their PIN. */
    record Proxy(String name, String patient, String pin) implements OnFile {
        @Override
        public String line() {
            return name + " for " + patient + ", PIN " + pin;
        }
    }

    /** {@code appointment: Helen Parker, cleaning, 2026-12-01T10:00, ortiz}, of somebody who was named before. */
    record Visit(String name, String visitType, LocalDateTime at, String provider) implements OnFile {
        @Override
        public String line() {
            return name + ": " + visitType + " on " + SPOKEN.format(at) + " with " + provider;
        }
    }

    /** In a line, for whoever plays a caller. */
    String line();

    /** @throws IllegalArgumentException when the line says neither */
    static OnFile person(String line) {
        String[] parts = line.split(", *");
        Optional<LocalDate> birth =
                part(parts, 1).filter(text -> text.matches("[0-9-]{10}")).map(LocalDate::parse);
        if (parts.length < 2) {
            throw new IllegalArgumentException("name and date of birth, or an animal's name, at least");
        }
        return new Person(
                parts[0], birth, birth.isPresent() ? Optional.empty() : part(parts, 1), part(parts, 2), part(parts, 3));
    }

    /** @throws IllegalArgumentException when the line says neither */
    static OnFile visit(String line) {
        String[] parts = line.split(", *");
        if (parts.length != 4) {
            throw new IllegalArgumentException("name, visit type, time, provider");
        }
        return new Visit(parts[0], parts[1], LocalDateTime.parse(parts[2]), parts[3]);
    }

    private static Optional<String> part(String[] parts, int at) {
        return at < parts.length ? Optional.of(parts[at]) : Optional.empty();
    }

    /** @throws IllegalArgumentException when the line says something else */
    static OnFile proxy(String line) {
        String[] parts = line.split(", *", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("name, whom for, PIN");
        }
        return new Proxy(parts[0], parts[1], parts[2]);
    }
}

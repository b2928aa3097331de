package org.anteroom.agent.practice.book;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads the values of one row; each kind says in a sentence what it wants. */
final class Fields {
    private static final DateTimeFormatter ISO = strict("uuuu-MM-dd");
    private static final DateTimeFormatter AMERICAN = strict("M/d/uuuu");
    private static final DateTimeFormatter DAY_FIRST = strict("d/M/uuuu");
    private static final DateTimeFormatter MINUTE = strict("uuuu-MM-dd HH:mm");
    private static final LocalDate OLDEST = LocalDate.of(1880, 1, 1);
    private static final int LONGEST = 400;

    private final CsvTable.Row row;
    private final List<RowProblem> problems;
    private boolean right = true;

    Fields(CsvTable.Row row, List<RowProblem> problems) {
        this.row = row;
        this.problems = problems;
    }

    /** Whether nothing was wrong so far. */
    boolean right() {
        return right;
    }

    long line() {
        return row.line();
    }

    /** Whatever isn't right about the row. */
    void wrong(String column, String sentence) {
        right = false;
        if (!row.has(column)) {
            // The first line is told of instead, once.
            return;
        }
        problems.add(new RowProblem(row.line(), column, sentence));
    }

    Optional<String> text(String column) {
        Optional<String> value = row.value(column);
        if (value.filter(text -> text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            wrong(column, "must be one line of at most " + LONGEST + " characters");
        }
        return value;
    }

    String required(String column, String example) {
        Optional<String> value = text(column);
        if (value.isEmpty()) {
            wrong(column, "is empty; write " + example);
        }
        return value.orElse("");
    }

    /** A date on which somebody can have been born. */
    Optional<LocalDate> birth(String column, LocalDate today) {
        Optional<String> value = row.value(column);
        Optional<LocalDate> date = value.flatMap(text -> date(text, ISO, AMERICAN));
        if (value.isPresent() && date.isEmpty()) {
            boolean dayFirst = value.flatMap(text -> date(text, DAY_FIRST)).isPresent();
            wrong(
                    column,
                    dayFirst
                            ? "has the day before the month; write the month first, such as 2/29/1980, or 1980-02-29"
                            : "must be a date of birth such as 1980-02-29 or 2/29/1980");
        } else if (date.filter(day -> day.isAfter(today)).isPresent()) {
            wrong(column, "lies in the future; write the day of birth, with the year in four digits");
        } else if (date.filter(day -> day.isBefore(OLDEST)).isPresent()) {
            wrong(column, "lies before " + OLDEST.getYear() + "; write the day of birth, with the year in four digits");
        }
        return date;
    }

    Optional<String> phone(String column) {
        Optional<String> value = row.value(column);
        Optional<String> digits = value.filter(text -> text.matches("[0-9+().\\s/-]+"))
                .map(LookupKey::plainPhone)
                .filter(plain -> plain.matches("[0-9]{7,15}"));
        if (value.isPresent() && digits.isEmpty()) {
            wrong(column, "must be one phone number of 7 to 15 digits, such as 212 555 0173");
        }
        return digits;
    }

    boolean yes(String column) {
        String word = row.value(column).orElse("no").toLowerCase(Locale.ROOT);
        if (!List.of("yes", "no", "true", "false").contains(word)) {
            wrong(column, "must be yes or no");
        }
        return word.equals("yes") || word.equals("true");
    }

    OptionalInt minutes(String column) {
        Optional<String> value = row.value(column);
        if (value.filter(text -> !text.matches("[1-9][0-9]{0,2}")).isPresent()) {
            wrong(column, "must be a number of minutes from 1 to 999");
            return OptionalInt.empty();
        }
        return value.map(Integer::parseInt).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** Date and time by the practice's wall clock. */
    Optional<LocalDateTime> time(String column) {
        Optional<LocalDateTime> time = row.value(column)
                .map(text -> text.replace('T', ' '))
                .map(text -> text.matches(".*:[0-9]{2}:00") ? text.substring(0, text.length() - 3) : text)
                .flatMap(text -> parsed(() -> LocalDateTime.parse(text, MINUTE)));
        if (time.isEmpty()) {
            wrong(column, "must be date and time by the practice's clock, such as 2026-06-03 10:00");
        }
        return time;
    }

    private static Optional<LocalDate> date(String text, DateTimeFormatter... forms) {
        return Stream.of(forms)
                .flatMap(form -> parsed(() -> LocalDate.parse(text, form)).stream())
                .findFirst();
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> Optional<T> parsed(Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}

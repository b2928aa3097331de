package org.anteroom.agent.rehearsal.caller;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and times in a sentence that was heard, as a person on the phone makes them out: read from left to right, a time belongs
 *  to the day before it.
 *
 * @param times in order
 * @param days days without a time as well, in order
 * @param births dates with a year, in order
 */
record HeardTimes(List<LocalDateTime> times, List<LocalDate> days, List<LocalDate> births) {
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d\\d)(am|pm)?");
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(am|pm)?");
    private static final int EVENING = 7;

    HeardTimes {
        times = List.copyOf(times);
        days = List.copyOf(days);
        births = List.copyOf(births);
    }

    static HeardTimes of(String said, LocalDate today) {
        return new Reading(said, today).read();
    }

    /** One pass over a sentence. */
    private static final class Reading {
        private final List<String> words;
        private final LocalDate today;
        private final List<LocalDateTime> times = new ArrayList<>();
        private final List<LocalDate> days = new ArrayList<>();
        private final List<LocalDate> births = new ArrayList<>();
        private int at;

        Reading(String said, LocalDate today) {
            this.today = today;
            String plain = said.toLowerCase(Locale.ROOT)
                    .replaceAll("\\b([ap])\\.? ?m\\b\\.?", "$1m")
                    .replaceAll("(?<=\\d)(st|nd|rd|th)\\b", "")
                    .replaceAll("o'?clock", "oclock")
                    // What follows a full stop belongs to nothing before it: "at eight. Nine and ten."
                    .replaceAll("[.?!]", " , ")
                    .replaceAll("[^a-z0-9:', ]", " ")
                    .replace(",", " , ");
            this.words = Arrays.stream(plain.split(" +"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }

        HeardTimes read() {
            while (at < words.size()) {
                if (!date() && !time()) {
                    at++;
                }
            }
            return new HeardTimes(times, days, births);
        }

        private String word(int ahead) {
            return at + ahead < words.size() ? words.get(at + ahead) : "";
        }

        private boolean date() {
            Optional<DayOfWeek> weekday = weekday(word(0));
            if (word(0).equals("today") || word(0).equals("tomorrow")) {
                days.add(word(0).equals("today") ? today : today.plusDays(1));
                at++;
                return true;
            }
            if (weekday.isPresent()) {
                at++;
                skip(",");
                skip("the");
                if (!monthAndDay()) {
                    days.add(next(weekday.get()));
                }
                return true;
            }
            return monthAndDay();
        }

        private LocalDate next(DayOfWeek weekday) {
            int ahead = (weekday.getValue() - today.getDayOfWeek().getValue() + 7) % 7;
            return today.plusDays(ahead);
        }

        /** "december 8", "december eighth", "the eighth of december", "the eighth". */
        private boolean monthAndDay() {
            int start = at;
            Optional<Month> month = month(word(0));
            if (month.isPresent()) {
                at++;
                skip("the");
                int day = number();
                if (day >= 1 && day <= month.get().maxLength()) {
                    dated(month.get(), day);
                    return true;
                }
                at = start;
                return false;
            }
            int day = number();
            if (day >= 1 && day <= 31 && word(0).equals("of") && month(word(1)).isPresent()) {
                Month named = month(word(1)).orElseThrow();
                at += 2;
                if (day <= named.maxLength()) {
                    dated(named, day);
                    return true;
                }
            } else if (day >= 1
                    && day <= 31
                    && start > 0
                    && words.get(start - 1).equals("the")) {
                LocalDate near = today;
                while (near.getDayOfMonth() != day) {
                    near = near.plusDays(1);
                }
                days.add(near);
                return true;
            }
            at = start;
            return false;
        }

        private void dated(Month month, int day) {
            int year = year();
            if (year > 0) {
                if (day <= month.length(Year.isLeap(year))) {
                    LocalDate whole = LocalDate.of(year, month, day);
                    if (whole.isBefore(today)) {
                        births.add(whole);
                    } else {
                        days.add(whole);
                    }
                }
                return;
            }
            int guess = month.getValue() < today.getMonthValue() ? today.getYear() + 1 : today.getYear();
            days.add(LocalDate.of(guess, month, Math.min(day, month.minLength())));
        }

        /** A year right here, in digits or words; 0 when there is none. */
        private int year() {
            if (word(0).equals(",") && word(1).matches("(19|20)\\d\\d|nineteen|twenty|two")) {
                int comma = at++;
                int found = year();
                at = found == 0 ? comma : at;
                return found;
            }
            if (word(0).matches("(19|20)\\d\\d")) {
                return Integer.parseInt(words.get(at++));
            }
            int first = SpokenNumber.of(word(0));
            if (first == 2 && word(1).equals("thousand")) {
                at += 2;
                int rest = number();
                return 2000 + Math.max(0, rest);
            }
            if (first == 19 || first == 20) {
                int start = at++;
                int rest = number();
                if (rest >= 10 || (rest >= 0 && words.get(start + 1).startsWith("o"))) {
                    return 100 * first + rest;
                }
                at = start;
            }
            return 0;
        }

        private boolean time() {
            if (word(0).equals("noon")) {
                at++;
                return told(12, 0, "pm");
            }
            Matcher clock = CLOCK.matcher(word(0));
            if (clock.matches()) {
                at++;
                String half = clock.group(3) == null ? half() : clock.group(3);
                return told(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2)), half);
            }
            boolean expected = at > 0 && List.of("at", "or", "and", ",").contains(words.get(at - 1));
            Matcher hour = HOUR.matcher(word(0));
            int whole = hour.matches() ? Integer.parseInt(hour.group(1)) : SpokenNumber.of(word(0));
            if (whole < 1 || whole > 12) {
                return false;
            }
            int start = at++;
            String half = hour.matches() && hour.group(2) != null ? hour.group(2) : "";
            int before = at;
            int minute = half.isEmpty() ? number() : -1;
            if (minute < 5 || minute > 55) {
                at = before;
                minute = 0;
            }
            half = half.isEmpty() ? half() : half;
            if (half.isEmpty() && !expected && minute == 0) {
                at = start;
                return false;
            }
            return told(whole, minute, half);
        }

        /** "am", "in the afternoon", "oclock" right here; empty when nothing says it. */
        private String half() {
            skip("oclock");
            if (word(0).equals("am") || word(0).equals("pm")) {
                return words.get(at++);
            }
            if (word(0).equals("in") && word(1).equals("the")) {
                return word(2).equals("morning") ? "am" : "pm";
            }
            return at > 0 && words.get(at - 1).equals("oclock") ? "?" : "";
        }

        private boolean told(int hour, int minute, String half) {
            boolean afternoon = half.equals("pm") || (!half.equals("am") && hour < EVENING);
            int whole = hour % 12 + (afternoon || (hour == 12 && !half.equals("am")) ? 12 : 0);
            if (!days.isEmpty() && whole < 24 && minute < 60) {
                times.add(days.get(days.size() - 1).atTime(LocalTime.of(whole, minute)));
            }
            return true;
        }

        /** A number below 100 in digits or words; -1, without a step, when there is none. */
        private int number() {
            if (word(0).matches("\\d{1,2}")) {
                return Integer.parseInt(words.get(at++));
            }
            int first = SpokenNumber.of(word(0));
            if (first < 0) {
                return -1;
            }
            at++;
            if (first >= 20 && first % 10 == 0) {
                int second = SpokenNumber.of(word(0));
                if (second >= 1 && second <= 9) {
                    at++;
                    return first + second;
                }
            }
            if (first == 0) {
                int second = SpokenNumber.of(word(0));
                if (second >= 1 && second <= 9) {
                    at++;
                    return second;
                }
            }
            return first;
        }

        private void skip(String word) {
            if (word(0).equals(word)) {
                at++;
            }
        }

        private static Optional<DayOfWeek> weekday(String word) {
            return Arrays.stream(DayOfWeek.values())
                    .filter(day -> SpokenTime.weekday(day).equals(word))
                    .findFirst();
        }

        private static Optional<Month> month(String word) {
            return Arrays.stream(Month.values())
                    .filter(month -> month.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }
}

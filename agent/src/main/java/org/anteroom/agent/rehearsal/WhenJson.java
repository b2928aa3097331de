package org.anteroom.agent.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.anteroom.agent.words.Hours;
import org.anteroom.agent.words.When;
import org.anteroom.agent.words.WhenItem;

/** Times as they are written in the column {@code expected}: {@code {"accept": [[item, ...], ...], "not": [item, ...]}}. */
final class WhenJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SHAPE = "write {\"accept\": [[{\"kind\": \"range\", \"from\": \"2026-11-24T00:00\","
            + " \"to\": \"2026-11-25T00:00\"}]]}; kinds are range, point, time, weekly, dob, asap and any";

    private WhenJson() {}

    /**
     * Reads what is expected.
     *
     * @throws IllegalArgumentException saying what is wrong and what to write
     */
    static When read(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            List<List<WhenItem>> readings = new ArrayList<>();
            for (JsonNode reading : root.path("accept")) {
                readings.add(items(reading));
            }
            return new When(readings, items(root.path("not")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the expected times are not JSON; " + SHAPE, e);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the expected times can't be read (" + e.getMessage() + "); " + SHAPE, e);
        }
    }

    private static List<WhenItem> items(JsonNode array) {
        List<WhenItem> items = new ArrayList<>();
        for (JsonNode item : array) {
            items.add(item(item));
        }
        return items;
    }

    private static WhenItem item(JsonNode item) {
        String kind = item.path("kind").asText();
        return switch (kind) {
            case "range" -> new WhenItem.Range(
                    part(item, "from", LocalDateTime::parse), part(item, "to", LocalDateTime::parse), hours(item));
            case "point" -> new WhenItem.Point(needed(item, "at", LocalDateTime::parse));
            case "time" -> new WhenItem.TimeOfDay(hoursOf(item));
            case "weekly" -> new WhenItem.Weekly(weekdays(item.path("weekdays")), hours(item));
            case "dob" -> new WhenItem.BirthDate(needed(item, "date", LocalDate::parse));
            case "asap" -> new WhenItem.Soonest();
            case "any" -> new WhenItem.Anytime();
            default -> throw new IllegalArgumentException("no kind is called '" + kind + "'");
        };
    }

    private static Optional<Hours> hours(JsonNode item) {
        JsonNode time = item.path("time");
        return time.isObject() ? Optional.of(hoursOf(time)) : Optional.empty();
    }

    private static Hours hoursOf(JsonNode time) {
        Optional<LocalTime> at = part(time, "at", LocalTime::parse);
        return at.isPresent()
                ? new Hours(at, at)
                : new Hours(part(time, "from", LocalTime::parse), part(time, "to", LocalTime::parse));
    }

    private static Set<DayOfWeek> weekdays(JsonNode names) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (JsonNode name : names) {
            for (DayOfWeek day : DayOfWeek.values()) {
                if (short3(day).equals(name.asText())) {
                    days.add(day);
                }
            }
        }
        if (days.isEmpty()) {
            throw new IllegalArgumentException("weekly needs weekdays such as [\"mon\", \"thu\"]");
        }
        return days;
    }

    private static <T> Optional<T> part(JsonNode item, String name, Function<String, T> parse) {
        JsonNode value = item.path(name);
        return value.isTextual() ? Optional.of(parse.apply(value.asText())) : Optional.empty();
    }

    private static <T> T needed(JsonNode item, String name, Function<String, T> parse) {
        return part(item, name, parse).orElseThrow(() -> new IllegalArgumentException("'" + name + "' is missing"));
    }

    // ---- for people -----------------------------------------------------------------------------------------------

    /** The kind of an item, as it is written in the file. */
    static String kind(WhenItem item) {
        if (item instanceof WhenItem.Range) {
            return "range";
        }
        if (item instanceof WhenItem.Point) {
            return "point";
        }
        if (item instanceof WhenItem.TimeOfDay) {
            return "time";
        }
        if (item instanceof WhenItem.Weekly) {
            return "weekly";
        }
        return item instanceof WhenItem.BirthDate ? "dob" : item instanceof WhenItem.Soonest ? "asap" : "any";
    }

    /** All readings in one line. */
    static String line(When when) {
        StringBuilder line = new StringBuilder();
        for (List<WhenItem> reading : when.readings()) {
            line.append(line.isEmpty() ? "" : " | ").append(line(reading));
        }
        return when.not().isEmpty() ? line.toString() : line + " not " + line(when.not());
    }

    private static String line(List<WhenItem> items) {
        return String.join(" + ", items.stream().map(WhenJson::line).toList());
    }

    private static String line(WhenItem item) {
        String what = "";
        if (item instanceof WhenItem.Range range) {
            what = text(range.from()) + ".." + text(range.to())
                    + range.hours().map(h -> " " + line(h)).orElse("");
        } else if (item instanceof WhenItem.Point point) {
            what = point.at().toString();
        } else if (item instanceof WhenItem.TimeOfDay time) {
            what = line(time.hours());
        } else if (item instanceof WhenItem.Weekly weekly) {
            List<String> days =
                    weekly.weekdays().stream().sorted().map(WhenJson::short3).toList();
            what = String.join(" ", days)
                    + weekly.hours().map(h -> " " + line(h)).orElse("");
        } else if (item instanceof WhenItem.BirthDate birth) {
            what = birth.date().toString();
        }
        return what.isEmpty() ? kind(item) : kind(item) + " " + what;
    }

    private static String line(Hours hours) {
        return hours.exact() ? text(hours.from()) : text(hours.from()) + "-" + text(hours.to());
    }

    private static String text(Optional<?> moment) {
        return moment.map(Object::toString).orElse("");
    }

    private static String short3(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}

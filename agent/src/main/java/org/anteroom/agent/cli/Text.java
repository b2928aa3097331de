package org.anteroom.agent.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How things are shown at a terminal. What a caller said may hold anything, so control characters never get through. */
final class Text {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Text() {}

    static String time(Instant moment, ZoneId zone) {
        return MINUTE.format(moment.atZone(zone));
    }

    /** The text without control characters, cut at {@code longest} characters. */
    static String plain(String text, int longest) {
        String safe = text.replaceAll("\\p{Cntrl}", " ");
        return safe.length() <= longest ? safe : safe.substring(0, longest - 1) + "…";
    }

    /** The text in lines of at most {@code width} characters, broken at spaces where there are some. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int leading = rest.length() - rest.stripLeading().length();
            int space = rest.lastIndexOf(' ', width);
            int at = space > leading ? space : width;
            lines.add(rest.substring(0, at));
            rest = rest.substring(at).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** Digits in groups as they are dialled: {@code 212 555 0173}; anything else as it is. */
    static String number(String digits) {
        return digits.matches("[0-9]{10}")
                ? digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6)
                : plain(digits, 40);
    }
}

package org.anteroom.agent.practice.calendar;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One line of iCalendar, unfolded: {@code NAME;PARAMETER=VALUE:value} (RFC 5545, 3.1).
 *
 * @param number of the file's line where it begins, from 1
 * @param name in capitals
 * @param parameters by their names in capitals, without quotes
 */
record ContentLine(long number, String name, Map<String, String> parameters, String value) {
    private static final String NO_LINE =
            "is no line of iCalendar (NAME:value): a line that goes on in the next begins there with a blank; export the"
                    + " calendar anew, or remove the line";

    ContentLine {
        parameters = Map.copyOf(parameters);
    }

    static ContentLine parse(long number, String text) throws Unusable {
        int colon = outsideQuotes(text, ':', 0);
        int end = nameEnd(text);
        if (colon < 0 || end == 0) {
            throw new Unusable(number, "", NO_LINE);
        }
        Map<String, String> parameters = new HashMap<>();
        int at = end;
        while (at < colon) {
            int next = outsideQuotes(text, ';', at + 1);
            int stop = next < 0 || next > colon ? colon : next;
            int equals = text.indexOf('=', at);
            if (equals < 0 || equals > stop) {
                throw new Unusable(number, "", NO_LINE);
            }
            parameters.put(
                    text.substring(at + 1, equals).toUpperCase(Locale.ROOT),
                    text.substring(equals + 1, stop).replace("\"", ""));
            at = stop;
        }
        return new ContentLine(
                number, text.substring(0, end).toUpperCase(Locale.ROOT), parameters, text.substring(colon + 1));
    }

    private static int nameEnd(String text) {
        int end = 0;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || text.charAt(end) == '-'
                        || text.charAt(end) == '_')) {
            end++;
        }
        return end < text.length() && (text.charAt(end) == ':' || text.charAt(end) == ';') ? end : 0;
    }

    private static int outsideQuotes(String text, char wanted, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"') {
                quoted = !quoted;
            } else if (each == wanted && !quoted) {
                return i;
            }
        }
        return -1;
    }

    boolean is(String parameter, String wanted) {
        return parameters.getOrDefault(parameter, "").equalsIgnoreCase(wanted);
    }

    /** Its value without blanks around it, in capitals: for words that the standard knows. */
    String word() {
        return value.strip().toUpperCase(Locale.ROOT);
    }

    /** Never what stands there: it may be about a patient. */
    @Override
    public String toString() {
        return "ContentLine[" + number + ", " + name + "]";
    }
}

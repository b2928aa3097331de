package org.anteroom.agent.dialogue;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One reviewed sentence.
 *
 * @param wording from 1, where a sentence is worded in several ways
 * @param text words with {@code {slot}} markers
 * @param file the catalogue file it came from
 * @param line its line there, from 1
 */
record Template(TemplateId id, int wording, String text, String file, int line) {
    static final Pattern MARKER = Pattern.compile("\\{([^{}]*)\\}");

    /** The name it is written under: {@code ask-name}, {@code ask-name.2}. */
    String key() {
        return wording == 1 ? id.key() : id.key() + '.' + wording;
    }

    /** Whether the caller is asked something. */
    boolean asks() {
        return text.contains("?");
    }

    /** The known slots its text holds. */
    Set<Slot> slots() {
        Set<Slot> found = EnumSet.noneOf(Slot.class);
        for (Slot slot : Slot.values()) {
            if (text.contains('{' + slot.marker() + '}')) {
                found.add(slot);
            }
        }
        return found;
    }

    String filled(Map<Slot, String> values) {
        Matcher matcher = MARKER.matcher(text);
        StringBuilder spoken = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(spoken, Matcher.quoteReplacement(value(matcher.group(1), values)));
        }
        // Staff end their sentences, and so does the template.
        return matcher.appendTail(spoken).toString().replace("..", ".");
    }

    private static String value(String marker, Map<Slot, String> values) {
        for (Map.Entry<Slot, String> slot : values.entrySet()) {
            if (slot.getKey().marker().equals(marker)) {
                return slot.getValue();
            }
        }
        return "";
    }
}

package org.anteroom.agent.dialogue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which sentences can be rendered before they are needed; all others are streamed when they are said. */
public final class Prompts {
    private Prompts() {}

    /** Whole sentences of all practice types that hold no slot, in every wording: rendered in the build. No duplicates. */
    public static List<String> fixed() {
        return Catalogue.all().stream()
                .flatMap(catalogue -> fixed(catalogue).stream())
                .distinct()
                .toList();
    }

    /** The same of one catalogue; those in a practice's own words are rendered when the service starts. */
    public static List<String> fixed(Catalogue catalogue) {
        return Arrays.stream(TemplateId.values())
                .filter(TemplateId::fixed)
                .flatMap(id -> catalogue.texts(id, Map.of()).stream())
                .distinct()
                .toList();
    }

    /**
     * Whole sentences that hold the practice's name and nothing else that changes: rendered when the service starts.
     *
     * @param practice the name as it is said aloud
     */
    public static List<String> forPractice(Catalogue catalogue, String practice) {
        return forPractice(catalogue, practice, EnumSet.allOf(TemplateId.class));
    }

    /** Of those, what a call begins with, and what the on-call phone is told: rendered before the line registers. */
    public static List<String> firstForPractice(Catalogue catalogue, String practice) {
        return forPractice(catalogue, practice, EnumSet.of(TemplateId.GREETING_PRACTICE, TemplateId.ON_CALL_ANNOUNCE));
    }

    private static List<String> forPractice(Catalogue catalogue, String practice, Set<TemplateId> ids) {
        Map<Slot, String> slots = new EnumMap<>(Map.of(Slot.PRACTICE, practice));
        return ids.stream()
                .filter(TemplateId::ofPractice)
                .flatMap(id -> catalogue.texts(id, slots).stream())
                .distinct()
                .toList();
    }
}

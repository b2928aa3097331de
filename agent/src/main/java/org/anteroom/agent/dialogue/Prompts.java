package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which sentences can be rendered before they are needed; all others are streamed when they are said. */
public final class Prompts {
    private Prompts() {}

    /** Whole sentences of all practice types that hold no slot: rendered in the build. No duplicates. */
    public static List<String> fixed() {
        List<String> texts = new ArrayList<>();
        for (Catalogue catalogue : Catalogue.all()) {
            Arrays.stream(TemplateId.values())
                    .filter(TemplateId::fixed)
                    .forEach(id -> texts.add(catalogue.text(id, Map.of())));
        }
        return texts.stream().distinct().toList();
    }

    /**
     * Whole sentences that hold the practice's name and nothing else that changes: rendered when the service starts.
     *
     * @param practice the name as it is said aloud
     */
    public static List<String> forPractice(Catalogue catalogue, String practice) {
        Map<Slot, String> slots = new EnumMap<>(Map.of(Slot.PRACTICE, practice));
        return Arrays.stream(TemplateId.values())
                .filter(TemplateId::ofPractice)
                .map(id -> catalogue.text(id, slots))
                .distinct()
                .toList();
    }
}

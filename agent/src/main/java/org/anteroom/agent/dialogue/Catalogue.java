package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Every sentence that can be spoken in one type of practice: the base file, with the sentences that the type's own file
 * words differently. Read from the program's own resources, which the build has checked; immutable.
 */
public final class Catalogue {
    /** Types of practice, as the configuration writes them; each has a file of its own. */
    static final List<String> TYPES = List.of("dental", "medical", "veterinary", "mental-health");

    private final Map<TemplateId, Template> templates;

    private Catalogue(Map<TemplateId, Template> templates) {
        this.templates = templates;
    }

    /**
     * The catalogue of a type of practice.
     *
     * @param type as the configuration writes it: {@code dental}, {@code medical}, {@code veterinary} or
     *     {@code mental-health}
     * @throws IllegalArgumentException for another type
     * @throws IllegalStateException when the program's own files don't pass the check
     */
    public static Catalogue of(String type) {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("no catalogue for practices of type '" + type + "'; known: " + TYPES);
        }
        CatalogueFile base = CatalogueFile.resource("base");
        CatalogueFile own = CatalogueFile.resource(type);
        List<CatalogueProblem> problems = new CatalogueCheck(base, own).problems();
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the catalogue for " + type + " can't be used: " + problems);
        }
        return of(base, own);
    }

    static List<Catalogue> all() {
        return TYPES.stream().map(Catalogue::of).toList();
    }

    private static Catalogue of(CatalogueFile base, CatalogueFile own) {
        Map<TemplateId, Template> templates = new EnumMap<>(TemplateId.class);
        List<Template> both = new ArrayList<>(base.templates());
        both.addAll(own.templates());
        both.forEach(template -> templates.put(template.id(), template));
        return new Catalogue(templates);
    }

    /** The words of a sentence, slots filled in. */
    public String text(Act.Say say) {
        return text(say.id(), say.slots());
    }

    /**
     * The words of a sentence.
     *
     * @throws IllegalArgumentException when the slots aren't exactly those of the template
     */
    public String text(TemplateId id, Map<Slot, String> slots) {
        if (!slots.keySet().equals(id.slots())) {
            throw new IllegalArgumentException(id.key() + " needs the slots " + id.slots() + ", got " + slots.keySet());
        }
        Template template = templates.get(id);
        if (template == null) {
            throw new IllegalStateException(id.key() + " has no words");
        }
        return template.filled(slots);
    }
}

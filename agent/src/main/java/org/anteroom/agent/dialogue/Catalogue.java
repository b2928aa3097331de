package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.anteroom.agent.config.PracticeType;

/**
 * Every sentence that can be spoken in one type of practice: the base file, with the sentences that the type's own file
 * words differently. Read from the program's own resources, which the build has checked; immutable.
 */
public final class Catalogue {
    private final Map<TemplateId, Template> templates;

    private Catalogue(Map<TemplateId, Template> templates) {
        this.templates = templates;
    }

    /**
     * The catalogue of a type of practice.
     *
     * @throws IllegalStateException when the program's own files don't pass the check
     */
    public static Catalogue of(PracticeType type) {
        CatalogueFile base = CatalogueFile.resource("base");
        CatalogueFile own = CatalogueFile.resource(type.id());
        List<CatalogueProblem> problems = new CatalogueCheck(base, own, Review.OWN).problems();
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the catalogue for " + type + " practices can't be used: " + problems);
        }
        return of(base, own);
    }

    /**
     * What a practice's own wording would have to be changed for: it is read as a reviewer would, on top of what its type of practice
     * says.
     *
     * @param name of the file, for the problems
     * @return every problem at once; none where it could be used
     */
    public static List<CatalogueProblem> check(PracticeType type, String name, String content) {
        CatalogueFile base = CatalogueFile.resource("base");
        CatalogueFile typed = CatalogueFile.resource(type.id());
        CatalogueFile own = CatalogueFile.parse(name, content);
        return new CatalogueCheck(base.with(typed), own, Review.OWN).problems();
    }

    /** All sentences, section by section, in the notation of a catalogue file. */
    public String written() {
        StringBuilder written = new StringBuilder();
        for (Section section : Section.values()) {
            written.append(written.isEmpty() ? "[" : "\n[")
                    .append(section.heading())
                    .append("]\n");
            templates.values().stream()
                    .filter(template -> template.id().section() == section)
                    .forEach(template -> written.append(template.id().key())
                            .append(" = ")
                            .append(template.text())
                            .append('\n'));
        }
        return written.toString();
    }

    static List<Catalogue> all() {
        return Arrays.stream(PracticeType.values()).map(Catalogue::of).toList();
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

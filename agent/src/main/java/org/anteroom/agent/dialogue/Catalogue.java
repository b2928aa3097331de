package org.anteroom.agent.dialogue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.anteroom.agent.config.PracticeType;

/**
 * Every sentence that can be spoken in one type of practice, in one to three wordings: the base file, with the sentences
 * that the type's own file words differently, and with those that the practice does. Read from the program's own resources,
 * which the build has checked; immutable.
 */
public final class Catalogue {
    private final Map<TemplateId, List<Template>> templates = new EnumMap<>(TemplateId.class);

    private Catalogue(CatalogueFile file) {
        for (TemplateId id : TemplateId.values()) {
            templates.put(id, file.of(id));
        }
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
        return new Catalogue(base.with(own));
    }

    /**
     * The same as a practice words it.
     *
     * @param name of the practice's file
     * @param content of it, in order by {@link #check}
     * @throws IllegalArgumentException when it is not in order
     */
    public static Catalogue of(PracticeType type, String name, String content) {
        List<CatalogueProblem> problems = check(type, name, content);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(name + " can't be used: " + problems);
        }
        return new Catalogue(reviewed(type).with(CatalogueFile.parse(name, content)));
    }

    /**
     * What a practice's own wording would have to be changed for: it is read as a reviewer would, on top of what its type of practice
     * says.
     *
     * @param name of the file, for the problems
     * @return every problem at once; none where it could be used
     */
    public static List<CatalogueProblem> check(PracticeType type, String name, String content) {
        CatalogueFile own = CatalogueFile.parse(name, content);
        return new CatalogueCheck(reviewed(type), own, Review.OWN).problemsOfPractice();
    }

    private static CatalogueFile reviewed(PracticeType type) {
        return CatalogueFile.resource("base").with(CatalogueFile.resource(type.id()));
    }

    /** All sentences, section by section, in the notation of a catalogue file. */
    public String written() {
        StringBuilder written = new StringBuilder();
        for (Section section : Section.values()) {
            written.append(written.isEmpty() ? "[" : "\n[")
                    .append(section.heading())
                    .append("]\n");
            templates.values().stream()
                    .flatMap(List::stream)
                    .filter(template -> template.id().section() == section)
                    .forEach(template -> written.append(template.key())
                            .append(" = ")
                            .append(template.text())
                            .append('\n'));
        }
        return written.toString();
    }

    static List<Catalogue> all() {
        return Arrays.stream(PracticeType.values()).map(Catalogue::of).toList();
    }

    /** The words of a sentence in its first wording, slots filled in. */
    public String text(Act.Say say) {
        return text(say.id(), say.slots());
    }

    /**
     * The words of a sentence in its first wording.
     *
     * @throws IllegalArgumentException when the slots aren't exactly those of the template
     */
    public String text(TemplateId id, Map<Slot, String> slots) {
        return text(id, slots, 0);
    }

    /**
     * The words of a sentence; one that is said several times is worded in turn. {@link Wordings} counts for a call.
     *
     * @param before how often it was said before; 0 for the first wording
     * @throws IllegalArgumentException when the slots aren't exactly those of the template
     */
    public String text(TemplateId id, Map<Slot, String> slots, int before) {
        List<String> texts = texts(id, slots);
        return texts.get(Math.floorMod(before, texts.size()));
    }

    /**
     * The words of a sentence in each of its wordings; at least one.
     *
     * @throws IllegalArgumentException when the slots aren't exactly those of the template
     */
    public List<String> texts(TemplateId id, Map<Slot, String> slots) {
        if (!slots.keySet().equals(id.slots())) {
            throw new IllegalArgumentException(id.key() + " needs the slots " + id.slots() + ", got " + slots.keySet());
        }
        List<Template> wordings = templates.getOrDefault(id, List.of());
        if (wordings.isEmpty()) {
            throw new IllegalStateException(id.key() + " has no words");
        }
        return wordings.stream().map(template -> template.filled(slots)).toList();
    }
}

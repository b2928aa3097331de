package org.anteroom.agent.dialogue;

import java.util.EnumMap;
import java.util.Map;

/**
 * In which words each sentence is due on one call: the first time in the first wording, then in turn, so that a caller who is
 * asked again is asked in other words; what is said again because it was not heard has the words it had. Nothing is left to
 * chance: the same conversation has the same words. One for each call, used by one thread at a time.
 */
public final class Wordings {
    private final Catalogue catalogue;
    private final Map<TemplateId, Integer> said = new EnumMap<>(TemplateId.class);

    public Wordings(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The same from here on, on its own. */
    public Wordings copy() {
        Wordings copy = new Wordings(catalogue);
        copy.said.putAll(said);
        return copy;
    }

    /** The words of the next sentence, slots filled in. */
    public String text(Act.Say say) {
        int before = said.getOrDefault(say.id(), 0);
        int due = say.again() ? Math.max(0, before - 1) : before;
        said.put(say.id(), due + 1);
        return catalogue.text(say.id(), say.slots(), due);
    }
}

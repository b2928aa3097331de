package org.anteroom.speech;

import java.util.List;

/** Judges the words of an answer so far. Pure, quick (it runs on every change of the words) and a value: equal rules judge alike. */
@FunctionalInterface
public interface CompletenessRule {

    /**
     * @param words the open recogniser's words so far
     * @param slot the slot recogniser's words so far; empty without one
     */
    Completeness of(List<String> words, List<String> slot);
}

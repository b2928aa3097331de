package org.anteroom.agent.emergency;

import java.util.Set;

/** The reviewed rules of the base set and of the given practice types, compiled. Immutable; make one per process. */
public final class RuleBook {

    private RuleBook() {}

    /**
     * Base set plus the phrases of these practice types.
     *
     * @throws IllegalStateException when a rule file of this build is missing or malformed, naming file and line
     */
    public static RuleBook of(Set<PracticeType> types) {
        return new RuleBook();
    }
}

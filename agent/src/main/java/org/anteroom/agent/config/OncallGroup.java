package org.anteroom.agent.config;

import java.util.List;

/**
 * Phones that ring at the same time.
 *
 * @param categories the kinds of emergency it is rung for; empty: for every kind
 */
public record OncallGroup(
        @Key(doc = "Name of the group.", example = "dentist on call") String name,
        @Key(doc = "Seconds the group rings before the next group is tried.", preset = "25", min = 10, max = 120)
                int ringSeconds,
        @Key(
                        doc =
                                "Kinds of emergency for which alone the group is rung, such as \"suicidal\"; with [] it is rung for"
                                        + " every kind.")
                List<String> categories,
        @Key(name = "target", doc = "A phone of this group. All phones of a group ring at the same time.")
                List<OncallTarget> targets) {

    public OncallGroup {
        categories = List.copyOf(categories);
        targets = List.copyOf(targets);
    }

    /** The same of other phones. */
    OncallGroup with(List<OncallTarget> others) {
        return new OncallGroup(name, ringSeconds, categories, others);
    }
}

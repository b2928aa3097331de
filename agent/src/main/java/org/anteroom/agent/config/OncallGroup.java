package org.anteroom.agent.config;

import java.util.List;

/** Phones that ring at the same time. */
public record OncallGroup(
        @Key(doc = "Name of the group.", example = "dentist on call") String name,
        @Key(doc = "Seconds the group rings before the next group is tried.", preset = "25", min = 10, max = 120)
                int ringSeconds,
        @Key(name = "target", doc = "A phone of this group. All phones of a group ring at the same time.")
                List<OncallTarget> targets) {

    public OncallGroup {
        targets = List.copyOf(targets);
    }
}

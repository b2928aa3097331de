package org.anteroom.agent.dialogue;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What staff can change now.
 *
 * @param desk whether there is a desk that calls can be put to
 * @param ends when something may end, the first first; nine at most
 * @param providers who may be out today, and is not yet
 * @param inForce what stands now
 */
public record StaffChoices(
        boolean desk, List<LocalDateTime> ends, List<StaffOverride.Out> providers, List<StaffOverride> inForce) {
    public StaffChoices {
        ends = List.copyOf(ends);
        providers = List.copyOf(providers);
        inForce = List.copyOf(inForce);
    }
}

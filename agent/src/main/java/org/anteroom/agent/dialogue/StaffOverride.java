package org.anteroom.agent.dialogue;

import java.time.LocalDateTime;

/** What staff put in force for a while, beside the configuration. Each ends by itself; times are the practice's. */
public sealed interface StaffOverride {
    LocalDateTime until();

    /** Every call of the opening hours is put to the desk first. */
    record ToDesk(LocalDateTime until) implements StaffOverride {}

    /** The practice is closed to callers. */
    record Closed(LocalDateTime until) implements StaffOverride {}

    /**
     * A provider sees nobody; their appointments stand until people deal with them.
     *
     * @param id as the configuration has it
     * @param name as it is spoken
     */
    record Out(String id, String name, LocalDateTime until) implements StaffOverride {}
}

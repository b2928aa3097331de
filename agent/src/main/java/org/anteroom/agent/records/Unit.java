package org.anteroom.agent.records;

import org.jdbi.v3.core.Handle;

/**
 * What a unit of work has in hand while it runs: the writer's transaction, and the audit trail in the same transaction.
 * Valid only while the unit runs, on the writer's thread.
 */
public final class Unit {
    private final Handle handle;
    private final AuditTrail trail;

    Unit(Handle handle, AuditTrail trail) {
        this.handle = handle;
        this.trail = trail;
    }

    /** For statements only: begin, commit and savepoints are the writer's. */
    public Handle handle() {
        return handle;
    }

    /** Appends to the audit trail; stored if and only if this unit is. */
    public void audit(AuditEntry entry) {
        trail.append(handle, entry);
    }
}

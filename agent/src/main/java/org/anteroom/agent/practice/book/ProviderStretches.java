package org.anteroom.agent.practice.book;

import org.jdbi.v3.core.Handle;

/** What tables of stretches have in common in which somebody can't see patients: {@code provider, from_at, to_at}. */
final class ProviderStretches {
    private static final long CELL_MS = Cells.MINUTES * 60_000L;

    private ProviderStretches() {}

    /** Whether one of the provider's in a table touches some cells.
     *
     *  @param table one of ours, never what somebody wrote
     */
    static boolean touch(Handle handle, String table, String provider, Cells cells) {
        return handle.createQuery("select count(*) from " + table
                                + " where provider = :provider and from_at < :end and to_at > :start")
                        .bind("provider", provider)
                        .bind("start", cells.from() * CELL_MS)
                        .bind("end", cells.to() * CELL_MS)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}

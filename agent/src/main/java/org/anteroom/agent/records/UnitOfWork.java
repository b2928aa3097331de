package org.anteroom.agent.records;

/**
 * Statements that are stored together or not at all.
 *
 * @param <T> what the unit answers
 */
@FunctionalInterface
public interface UnitOfWork<T> {
    /** Runs on the writer's thread; may be run again when a group failed, so it must not change anything but the database. */
    T run(Unit unit) throws Exception;
}

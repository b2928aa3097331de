package org.anteroom.agent.records;

import org.jdbi.v3.core.Handle;

/**
 * Statements that only read.
 *
 * @param <T> what is read
 */
@FunctionalInterface
public interface Query<T> {
    T run(Handle handle) throws Exception;
}

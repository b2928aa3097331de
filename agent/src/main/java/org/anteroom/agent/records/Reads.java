package org.anteroom.agent.records;

/** Records that can be read: those this process holds, or another's, looked at from beside. */
public sealed interface Reads permits Store, StoreView {

    /**
     * Reads what is committed, on the calling thread.
     *
     * @throws StoreException when it can't be read; the message is for the operator
     */
    <T> T read(Query<T> query);
}

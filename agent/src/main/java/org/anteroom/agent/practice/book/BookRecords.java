package org.anteroom.agent.practice.book;

import org.anteroom.agent.records.SealedColumns;
import org.anteroom.agent.records.Store;
import org.anteroom.agent.records.Vault;

/** For rooms beside the book that keep something of its patients: its store, sealed columns, and hashes to find rows by. */
public final class BookRecords {
    private final Store store;
    private final Vault vault;
    private final LookupKey key;

    BookRecords(Store store, Vault vault, LookupKey key) {
        this.store = store;
        this.vault = vault;
        this.key = key;
    }

    public Store store() {
        return store;
    }

    public SealedColumns sealed(String table) {
        return new SealedColumns(vault, table);
    }

    /**
     * A keyed hash: who has the file but not the key can't try values against it.
     *
     * @param purpose so that equal values of different purposes don't look alike
     */
    public byte[] keyed(String purpose, String value) {
        return key.keyed(purpose, value);
    }

    /** A phone number in the form in which numbers are compared: digits alone. */
    public static String plainPhone(String phone) {
        return LookupKey.plainPhone(phone);
    }
}

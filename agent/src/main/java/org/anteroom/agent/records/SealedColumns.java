package org.anteroom.agent.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sealed columns of one table: the value {@code name} of a row stands in its column {@code name_sealed}, null where there is
 * none.
 */
public record SealedColumns(Vault vault, String table) {

    /** @param id of the row, which never changes and is no PHI */
    public byte[] seal(String id, String name, String value) {
        return vault.seal(cell(id, name), value);
    }

    /** Null for no value. */
    public byte @Nullable [] seal(String id, String name, Optional<String> value) {
        return value.map(text -> seal(id, name, text)).orElse(null);
    }

    /**
     * The value of a row that is being read; empty for null.
     *
     * @throws StoreException when it doesn't open
     */
    public Optional<String> open(ResultSet row, String id, String name) throws SQLException {
        return Optional.ofNullable(row.getBytes(name + "_sealed")).map(shut -> vault.open(cell(id, name), shut));
    }

    /** The same of a column that is never null. */
    public String opened(ResultSet row, String id, String name) throws SQLException {
        return vault.open(cell(id, name), row.getBytes(name + "_sealed"));
    }

    private Cell cell(String id, String name) {
        return new Cell(table, id, name);
    }
}

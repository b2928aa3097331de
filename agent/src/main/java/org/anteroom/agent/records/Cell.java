package org.anteroom.agent.records;

import java.nio.charset.StandardCharsets;

/**
 * Where a sealed value belongs. It is bound to the value, so one moved to another row or column doesn't open.
 *
 * @param row an identity that never changes and is no PHI
 */
public record Cell(String table, String row, String column) {
    public Cell {
        if (table.isEmpty() || row.isEmpty() || column.isEmpty() || (table + row + column).indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a cell needs table, row and column");
        }
    }

    byte[] associatedData() {
        return String.join("\0", table, row, column).getBytes(StandardCharsets.UTF_8);
    }
}

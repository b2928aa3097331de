package org.anteroom.agent.bench;

import java.util.ArrayList;
import java.util.List;

/** A table as the README shows it. */
final class Table {

    private record Row(String what, String measured, String target) {}

    private final List<Row> rows = new ArrayList<>();

    void row(String what, String measured, String target) {
        rows.add(new Row(what, measured, target));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("| figure | measured | target |\n|---|---|---|\n");
        for (Row row : rows) {
            text.append("| ")
                    .append(row.what)
                    .append(" | ")
                    .append(row.measured)
                    .append(" | ")
                    .append(row.target)
                    .append(" |\n");
        }
        return text.toString();
    }
}

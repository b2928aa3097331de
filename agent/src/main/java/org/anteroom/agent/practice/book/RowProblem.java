package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

/**
 * What is wrong with a row of a file, and what to write instead. It never repeats what stands there.
 *
 * @param line of the file, from 1: where the row begins
 * @param column its name; empty for the row as a whole
 */
public record RowProblem(long line, String column, String sentence) {
    public RowProblem {
        requireNonNull(column, "column");
        requireNonNull(sentence, "sentence");
    }

    /** One line: {@code line 12: birth: must be a date such as 1980-02-29}. */
    @Override
    public String toString() {
        return "line " + line + ": " + (column.isEmpty() ? "" : column + ": ") + sentence;
    }
}

package org.anteroom.agent.emergency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One reviewed data file of this room, from the class path: UTF-8, tab separated, one header line. Lines that start with
 * {@code #} are headings for the reader.
 *
 * @param name the file's name, for messages
 */
record TsvFile(String name, List<Row> rows) {

    /** One row. Missing last columns are empty. */
    record Row(String file, int line, List<String> columns) {

        String column(int index) {
            return index < columns.size() ? columns.get(index).strip() : "";
        }

        /** A message for whoever edits the file: where and what. */
        IllegalStateException problem(String what) {
            return new IllegalStateException(file + " line " + line + ": " + what);
        }
    }

    /** Reads the file {@code emergency/NAME} that the build put on the class path. */
    static TsvFile read(String name) {
        try (InputStream in = TsvFile.class.getResourceAsStream("/emergency/" + name)) {
            if (in == null) {
                throw new IllegalStateException("Rule file " + name + " is missing from this build: build it again.");
            }
            return parse(name, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Rule file " + name + " can't be read", e);
        }
    }

    private static TsvFile parse(String name, BufferedReader reader) throws IOException {
        List<Row> rows = new ArrayList<>();
        reader.readLine();
        int number = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(new Row(name, number, List.of(line.split("\t", -1))));
            }
        }
        return new TsvFile(name, List.copyOf(rows));
    }
}

package org.anteroom.agent.emergency;

import java.util.Set;
import java.util.TreeSet;

/** The kinds of emergency that are told apart, as the reviewed rules name them. */
public final class Categories {
    private static final Set<String> FILES =
            Set.of("base", "doubtful", "dental", "medical", "mental-health", "veterinary");

    private Categories() {}

    /** Of every practice type, sorted; what meets none of them is {@code other}. Reads the rule files. */
    public static Set<String> all() {
        Set<String> all = new TreeSet<>();
        all.add("other");
        FILES.forEach(file -> TsvFile.read(file + ".tsv").rows().forEach(row -> all.add(row.column(1))));
        return all;
    }
}

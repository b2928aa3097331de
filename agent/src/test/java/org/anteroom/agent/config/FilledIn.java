package org.anteroom.agent.config;

import java.util.List;

/** What a practice fills into the keys that the written configuration leaves empty, in the order of the file. */
public final class FilledIn {
    /** Unlike every example of the file. */
    public static final List<String> VALUES = List.of(
            "Elm Road Family Medicine",
            "medical",
            "America/Chicago",
            "10.0.0.2",
            "700",
            "hush",
            "on call",
            "Dr. Okafor's mobile",
            "412");

    private FilledIn() {}
}

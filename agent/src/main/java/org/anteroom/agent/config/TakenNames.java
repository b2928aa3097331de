package org.anteroom.agent.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names that callers may say for things of one sort: one that means two things can't be understood. */
final class TakenNames {
    private final Map<String, String> owners = new HashMap<>();
    private final Problems problems;

    TakenNames(Problems problems) {
        this.problems = problems;
    }

    /** @param key of the thing in the configuration */
    void take(String name, List<String> aliases, String key) {
        take(name, key + ".name", key);
        for (int i = 0; i < aliases.size(); i++) {
            take(aliases.get(i), key + ".aliases[" + (i + 1) + "]", key);
        }
    }

    private void take(String name, String key, String owner) {
        String before = owners.putIfAbsent(name.toLowerCase(Locale.ROOT), owner);
        if (before != null) {
            problems.add(
                    key,
                    "\"" + name + "\" is a name of " + before + " already: "
                            + (before.equals(owner)
                                    ? "write it once"
                                    : "nobody could tell which is meant; give one of them another"));
        }
    }
}

package org.anteroom.agent.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/**
 * What a room has to say about one section. It is asked whenever that section could be read, so that trouble in another
 * one hides nothing.
 *
 * @param section the record to look at; {@link Config} for what needs several sections
 * @param check gives problems with the whole dotted key, without lines
 */
public record SectionCheck<S extends Record>(Class<S> section, Function<S, List<Problem>> check) {
    public SectionCheck {
        requireNonNull(section, "section");
        requireNonNull(check, "check");
    }

    void look(Object record, Problems problems) {
        if (section.isInstance(record)) {
            check.apply(section.cast(record)).forEach(problem -> problems.add(problem.key(), problem.sentence()));
        }
    }
}

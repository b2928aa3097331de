package org.anteroom.agent.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/**
 * What a room has to say about one section. It is asked whenever what it looks at could be read, so that trouble elsewhere
 * hides nothing; other keys of the section it is given may then hold a value that only stands in.
 *
 * @param section the record to look at; {@link Config} for what needs several sections
 * @param keys of the section that it looks at; one that is empty stands for the whole section
 * @param check gives problems with the whole dotted key, without lines
 */
public record SectionCheck<S extends Record>(Class<S> section, List<String> keys, Function<S, List<Problem>> check) {
    public SectionCheck {
        requireNonNull(section, "section");
        requireNonNull(check, "check");
        keys = List.copyOf(keys);
    }

    /** One that looks at everything in its section. */
    public SectionCheck(Class<S> section, Function<S, List<Problem>> check) {
        this(section, List.of(""), check);
    }

    void look(Object record, String path, Problems problems) {
        if (section.isInstance(record) && keys.stream().allMatch(key -> problems.read(Binder.join(path, key)))) {
            check.apply(section.cast(record)).forEach(problem -> problems.add(problem.key(), problem.sentence()));
        }
    }
}

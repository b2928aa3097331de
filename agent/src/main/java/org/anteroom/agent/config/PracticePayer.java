package org.anteroom.agent.config;

import java.util.List;
import java.util.Optional;

/**
 * An insurance that the practice takes.
 *
 * @param idPattern a regular expression that member ids match as a whole, capitals and digits only
 */
public record PracticePayer(
        @Key(doc = "Name as it should be spoken.", example = "Delta Dental") String name,
        @Key(doc = "Other names callers use.", example = "[\"delta\", \"delta dental of ohio\"]") List<String> aliases,
        @Key(
                        doc =
                                "What its member ids look like, as a regular expression over capitals and digits; an id that"
                                        + " doesn't is asked for once more.",
                        example = "[A-Z]{3}[0-9]{9}")
                Optional<String> idPattern) {

    public PracticePayer {
        aliases = List.copyOf(aliases);
    }
}

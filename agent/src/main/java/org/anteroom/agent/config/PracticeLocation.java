package org.anteroom.agent.config;

import java.util.List;
import java.util.Optional;

/** A place where the practice sees patients; a practice with one place names none. */
public record PracticeLocation(
        @Key(doc = "Name as it should be spoken.", example = "the Main Street office") String name,
        @Key(doc = "Other names callers use.", example = "[\"downtown\"]") List<String> aliases,
        @Key(doc = "Address as it should be spoken.", example = "12 Maple Street") Optional<String> address) {

    public PracticeLocation {
        aliases = List.copyOf(aliases);
    }
}

package org.anteroom.agent.config;

import java.util.Optional;

/** A room, or a chair or machine, that one visit at a time can have. */
public record PracticeRoom(
        @Key(doc = "Name for staff; never spoken.", example = "Operatory 1") String name,
        @Key(doc = "The location it is in, where there are several.", example = "the Main Street office")
                Optional<String> location) {}

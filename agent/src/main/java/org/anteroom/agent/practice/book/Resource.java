package org.anteroom.agent.practice.book;

import java.util.List;
import java.util.Optional;

/** What one visit at a time can have: a provider or a room. */
record Resource(String key) {

    static Resource provider(String id) {
        return new Resource("provider:" + id);
    }

    static Resource room(String name) {
        return new Resource("room:" + name);
    }

    /** What a visit takes: its provider, and its room where it has one. */
    static List<Resource> of(String provider, Optional<String> room) {
        return room.map(name -> List.of(provider(provider), room(name))).orElseGet(() -> List.of(provider(provider)));
    }
}

package org.anteroom.agent.practice.book;

/** What one visit at a time can have: a provider or a room. */
record Resource(String key) {

    static Resource provider(String id) {
        return new Resource("provider:" + id);
    }

    static Resource room(String name) {
        return new Resource("room:" + name);
    }
}

package org.anteroom.agent.bench;

/** What a caller of the bench is asked for: it decides how long a pause ends the answer. */
enum AskedFor {
    ANYTHING("open question"),
    YES_OR_NO("yes or no"),
    NUMBER("number"),
    MESSAGE("message");

    private final String text;

    AskedFor(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}

package org.anteroom.agent.bench;

/** What decided that a caller needs a human: it decides how long that may take. */
enum DecidedBy {
    IMMEDIATE("immediate rules", "p95 ≤ 400 ms"),
    SETTLE("settle rules", "p95 ≤ 700 ms"),
    MEANING("meaning", "p95 ≤ 700 ms");

    private final String text;
    private final String target;

    DecidedBy(String text, String target) {
        this.text = text;
        this.target = target;
    }

    /** From the end of the decisive word to the INVITE. */
    String target() {
        return target;
    }

    @Override
    public String toString() {
        return text;
    }
}

package org.anteroom.agent.dialogue;

/** How long a text takes to say, estimated from its words; the rendered prompts tell it exactly. */
final class Duration {
    /** The longest greeting, in seconds. */
    static final double GREETING = 12.0;

    private static final double WORDS_PER_SECOND = 3.6;

    private Duration() {}

    /** Seconds. */
    static double seconds(String text) {
        String words = text.replace("911", "nine one one").replace("988", "nine eight eight");
        return words.strip().split(" +").length / WORDS_PER_SECOND;
    }
}

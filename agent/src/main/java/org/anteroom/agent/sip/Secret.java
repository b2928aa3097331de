package org.anteroom.agent.sip;

/** A password that never shows itself: {@link #toString} gives stars, and two of them are never compared by content. */
public final class Secret {
    private final char[] characters;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** A secret with a copy of the characters; the caller may clear its own array afterwards. */
    public static Secret of(char[] characters) {
        return new Secret(characters.clone());
    }

    public static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    /** The characters as text, for the digest only. */
    String reveal() {
        return new String(characters);
    }

    @Override
    public String toString() {
        return "********";
    }
}

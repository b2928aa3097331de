package org.anteroom.agent.notice;

/** A message that a channel could not carry to people. */
public final class Undelivered extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean worthRetrying;

    private Undelivered(String sentence, boolean worthRetrying) {
        super(sentence);
        this.worthRetrying = worthRetrying;
    }

    /** Trouble that may pass by itself. The sentence names what, where and what to do, and nothing the other side wrote. */
    public static Undelivered forNow(String sentence) {
        return new Undelivered(sentence, true);
    }

    /** Trouble that stays until somebody mends it, such as a wrong password. */
    public static Undelivered forGood(String sentence) {
        return new Undelivered(sentence, false);
    }

    /** Whether the same message may get through in a while. */
    public boolean worthRetrying() {
        return worthRetrying;
    }

    /** What was wrong, where, and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}

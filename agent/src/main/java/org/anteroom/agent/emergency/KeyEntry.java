package org.anteroom.agent.emergency;

/**
 * The digits typed since the dialogue asked for a number, or since the last pause where it did not ask.
 *
 * @param digits typed so far
 * @param mode what keys mean
 * @param lastMs when the last key was pressed, ms of the call's audio
 * @param asked true when the pause after these digits has been judged
 */
record KeyEntry(String digits, EntryMode mode, long lastMs, boolean asked) {

    /** An entry of 9-1-1 or 0 counts when it stands alone and so much silence follows. */
    static final long WHOLE_ENTRY_MS = 1500;
    /** Nobody pauses so long inside a number: what follows is a new entry. */
    private static final long ABANDONED_MS = 10_000;
    /** Only the beginning matters: a long entry is neither 0 nor 9-1-1. */
    private static final int REMEMBERED = 16;

    static final KeyEntry EMPTY = new KeyEntry("", EntryMode.CHOICE, Long.MIN_VALUE / 2, true);

    /** The entry with one more key. */
    KeyEntry with(char key, EntryMode now, long atMs) {
        boolean fresh = now != mode || atMs - lastMs > (now == EntryMode.DIGITS ? ABANDONED_MS : WHOLE_ENTRY_MS * 2);
        String before = fresh ? "" : digits;
        String after = before.length() < REMEMBERED ? before + key : before;
        return new KeyEntry(after, now, atMs, false);
    }

    /** True when the pause after the whole entry has lasted long enough and was not judged yet. */
    boolean whole(long atMs) {
        return !asked && !digits.isEmpty() && atMs - lastMs >= WHOLE_ENTRY_MS;
    }

    KeyEntry judged() {
        return new KeyEntry(digits, mode, lastMs, true);
    }
}

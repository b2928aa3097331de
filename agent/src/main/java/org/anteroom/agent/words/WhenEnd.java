package org.anteroom.agent.words;

import java.util.Set;

/** What an answer about times ends with. */
final class WhenEnd {
    /** Of the many words that deny or correct, those that nobody answers with. */
    private static final Set<String> TURNS = Set.of(
            "not", "not on", "no wait", "wait", "i mean", "or i mean", "no it's", "make it", "make that", "actually");

    private WhenEnd() {}

    /** Whether nobody stops here: "tuesday at", "between ten", "not". */
    static boolean open(TimeTokens said) {
        int last = said.size() - 1;
        // "Monday then" is whole.
        boolean whole = said.is(last, "then") || WhenReader.AFTERWARDS.contains(said.text(last));
        boolean joins = last >= 0 && leadsOn(said.get(last).sort()) && !whole;
        return last >= 0 && (joins || TURNS.contains(said.text(last)) || oneEndMissing(said));
    }

    private static boolean leadsOn(TimeSort sort) {
        return switch (sort) {
            case THIS,
                    NEXT,
                    EACH,
                    AFTER,
                    BEFORE,
                    BY,
                    UNTIL,
                    FROM,
                    THROUGH,
                    TO,
                    BETWEEN,
                    WITHIN,
                    AND,
                    OR,
                    EITHER,
                    AT,
                    IN,
                    ON,
                    OF,
                    THE,
                    AN,
                    EXCEPT,
                    BUT,
                    SO,
                    BECAUSE,
                    MINE -> true;
            default -> false;
        };
    }

    /** "Between ten" wants an "and". */
    private static boolean oneEndMissing(TimeTokens said) {
        for (int at = said.size() - 1; at >= 0; at--) {
            if (said.isAny(at, TimeSort.AND, TimeSort.TO, TimeSort.THROUGH)) {
                return false;
            }
            if (said.is(at, TimeSort.BETWEEN)) {
                return true;
            }
        }
        return false;
    }
}

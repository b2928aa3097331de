package org.anteroom.agent.emergency;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Every token, word beginning and word class that patterns name, numbered. A token that is heard is looked up once and
 * stands for all symbols it belongs to. Filled while rules are compiled, only read afterwards.
 */
final class Lexicon {

    /** Any token that may stand in a gap: all but those of the class {@code STOP}. */
    static final int GAP = 0;

    private final Map<String, Integer> literals = new HashMap<>();
    private final Map<String, Integer> beginnings = new HashMap<>();
    private final Map<String, Integer> classes = new HashMap<>();
    /** Symbol to the classes that hold it, directly. */
    private final Map<Integer, BitSet> memberships = new HashMap<>();

    private int shortest = Integer.MAX_VALUE;
    private int longest;
    private int next = GAP + 1;
    private final int stop = wordClass("STOP");

    int literal(String token) {
        return literals.computeIfAbsent(token, t -> next++);
    }

    /** The symbol of all words that begin so: {@code bleed*}. */
    int beginning(String stem) {
        shortest = Math.min(shortest, stem.length());
        longest = Math.max(longest, stem.length());
        return beginnings.computeIfAbsent(stem, s -> next++);
    }

    int wordClass(String name) {
        return classes.computeIfAbsent(name, n -> next++);
    }

    /** Every word that patterns name whole. */
    Set<String> words() {
        return Set.copyOf(literals.keySet());
    }

    /** Every beginning of words that patterns name. */
    Set<String> stems() {
        return Set.copyOf(beginnings.keySet());
    }

    /** Makes a symbol a member of a class. */
    void join(int symbol, int wordClass) {
        memberships.computeIfAbsent(symbol, s -> new BitSet()).set(wordClass);
    }

    /** All symbols a heard token stands for, ascending. */
    int[] symbols(String token) {
        BitSet symbols = new BitSet();
        Integer literal = literals.get(token);
        if (literal != null) {
            add(literal, symbols);
        }
        for (int length = shortest; length <= Math.min(longest, token.length()); length++) {
            Integer beginning = beginnings.get(token.substring(0, length));
            if (beginning != null) {
                add(beginning, symbols);
            }
        }
        if (!symbols.get(stop)) {
            symbols.set(GAP);
        }
        return symbols.stream().toArray();
    }

    static boolean holds(int[] symbols, int symbol) {
        return Arrays.binarySearch(symbols, symbol) >= 0;
    }

    private void add(int symbol, BitSet into) {
        if (into.get(symbol)) {
            return;
        }
        into.set(symbol);
        BitSet of = memberships.get(symbol);
        if (of != null) {
            of.stream().forEach(wordClass -> add(wordClass, into));
        }
    }
}

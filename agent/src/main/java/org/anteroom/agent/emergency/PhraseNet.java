package org.anteroom.agent.emergency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All patterns of one kind in one non-deterministic automaton. Looking for all of them at one place costs what the few
 * still possible ones cost, not their number. Built once, then only read: safe for all threads.
 */
final class PhraseNet {

    /** Told of each pattern found, shortest match first. */
    interface Found {
        /** @param tokens how many tokens the match is long */
        void pattern(int id, int tokens);
    }

    private static final int[] NONE = {};

    private final int[][] symbols;
    private final int[][][] targets;
    private final int[][] accepts;

    private PhraseNet(int[][] symbols, int[][][] targets, int[][] accepts) {
        this.symbols = symbols;
        this.targets = targets;
        this.accepts = accepts;
    }

    /** Compiles the phrases; a pattern's id is its place in the list. */
    static PhraseNet of(List<Phrase> phrases) {
        Builder builder = new Builder();
        for (int id = 0; id < phrases.size(); id++) {
            builder.accept(builder.add(phrases.get(id), 0), id);
        }
        return builder.build();
    }

    /**
     * Finds the patterns that start at a token and read on in a direction.
     *
     * @param heard the symbols of each token
     * @param from where to start
     * @param step 1 forward, -1 backward
     * @param end the token not to be read any more
     */
    void find(int[][] heard, int from, int step, int end, Found found) {
        int[] active = {0};
        int length = 0;
        while (true) {
            for (int node : active) {
                for (int id : accepts[node]) {
                    found.pattern(id, length);
                }
            }
            int at = from + step * length;
            if (active.length == 0 || at == end) {
                return;
            }
            active = advance(active, heard[at]);
            length++;
        }
    }

    private int[] advance(int[] active, int[] heard) {
        int[] reached = new int[16];
        int count = 0;
        for (int node : active) {
            for (int symbol : heard) {
                int place = Arrays.binarySearch(symbols[node], symbol);
                if (place >= 0) {
                    int[] to = targets[node][place];
                    if (count + to.length > reached.length) {
                        reached = Arrays.copyOf(reached, 2 * (count + to.length));
                    }
                    System.arraycopy(to, 0, reached, count, to.length);
                    count += to.length;
                }
            }
        }
        Arrays.sort(reached, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || reached[i] != reached[i - 1]) {
                reached[distinct++] = reached[i];
            }
        }
        return distinct == 0 ? NONE : Arrays.copyOf(reached, distinct);
    }

    /** Nodes with tagged and empty arrows; the empty ones are gone after {@link #build}. */
    private static final class Builder {
        private final List<Map<Integer, List<Integer>>> arrows = new ArrayList<>();
        private final List<List<Integer>> empties = new ArrayList<>();
        private final List<List<Integer>> accepting = new ArrayList<>();

        Builder() {
            node();
        }

        private int node() {
            arrows.add(new TreeMap<>());
            empties.add(new ArrayList<>());
            accepting.add(new ArrayList<>());
            return arrows.size() - 1;
        }

        void accept(int node, int id) {
            accepting.get(node).add(id);
        }

        /** Adds the phrase behind a node; answers the node behind the phrase. */
        int add(Phrase phrase, int from) {
            if (phrase instanceof Phrase.Symbol symbol) {
                int to = node();
                arrow(from, symbol.id(), to);
                return to;
            }
            if (phrase instanceof Phrase.Sequence sequence) {
                int at = from;
                for (Phrase part : sequence.parts()) {
                    at = add(part, at);
                }
                return at;
            }
            int end = node();
            if (phrase instanceof Phrase.Choice choice) {
                choice.parts().forEach(part -> empties.get(add(part, from)).add(end));
            } else if (phrase instanceof Phrase.Maybe maybe) {
                empties.get(from).add(end);
                empties.get(add(maybe.part(), from)).add(end);
            } else if (phrase instanceof Phrase.Gap gap) {
                int at = from;
                for (int i = 0; i < gap.most(); i++) {
                    empties.get(at).add(end);
                    int to = node();
                    arrow(at, Lexicon.GAP, to);
                    at = to;
                }
                empties.get(at).add(end);
            }
            return end;
        }

        private void arrow(int from, int symbol, int to) {
            arrows.get(from).computeIfAbsent(symbol, s -> new ArrayList<>()).add(to);
        }

        PhraseNet build() {
            int size = arrows.size();
            int[][] closures = new int[size][];
            for (int node = 0; node < size; node++) {
                closures[node] = closure(node);
            }
            int[][] symbols = new int[size][];
            int[][][] targets = new int[size][][];
            int[][] accepts = new int[size][];
            for (int node = 0; node < size; node++) {
                flatten(node, closures, symbols, targets);
                accepts[node] = Arrays.stream(closures[node])
                        .flatMap(n -> accepting.get(n).stream().mapToInt(Integer::intValue))
                        .distinct()
                        .toArray();
            }
            return new PhraseNet(symbols, targets, accepts);
        }

        private int[] closure(int start) {
            if (empties.get(start).isEmpty()) {
                return new int[] {start};
            }
            BitSet reached = new BitSet();
            Deque<Integer> open = new ArrayDeque<>(List.of(start));
            reached.set(start);
            while (!open.isEmpty()) {
                for (int next : empties.get(open.pop())) {
                    if (!reached.get(next)) {
                        reached.set(next);
                        open.push(next);
                    }
                }
            }
            return reached.stream().toArray();
        }

        private void flatten(int node, int[][] closures, int[][] symbols, int[][][] targets) {
            Map<Integer, List<Integer>> all = new TreeMap<>();
            for (int near : closures[node]) {
                arrows.get(near).forEach((symbol, to) -> all.computeIfAbsent(symbol, s -> new ArrayList<>())
                        .addAll(to));
            }
            symbols[node] = all.keySet().stream().mapToInt(Integer::intValue).toArray();
            targets[node] = all.values().stream()
                    .map(to ->
                            to.stream().mapToInt(Integer::intValue).distinct().toArray())
                    .toArray(int[][]::new);
        }
    }
}

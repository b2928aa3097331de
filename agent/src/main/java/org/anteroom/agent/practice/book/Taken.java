package org.anteroom.agent.practice.book;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which cells are taken, as far as is known: a picture for the search, made anew with every change and never changed. What
 * lies before its first cell counts as taken by nobody; the past is not searched.
 */
final class Taken {
    /** What is not taken in a bit set, nor ever will be. */
    private static final BitSet NOTHING = new BitSet(0);

    private final long first;
    private final Map<Resource, BitSet> cells;

    private Taken(long first, Map<Resource, BitSet> cells) {
        this.first = first;
        this.cells = cells;
    }

    /** Nothing is taken; cells from {@code first} on can be. */
    static Taken nothing(long first) {
        return new Taken(first, Map.of());
    }

    Taken with(List<Resource> resources, Cells taken) {
        return after(List.of(new Change(true, resources, taken)));
    }

    /** After all of these, in order, with one copy of each resource. */
    Taken after(List<Change> changes) {
        Map<Resource, BitSet> fresh = new HashMap<>();
        for (Change change : changes) {
            for (Resource resource : change.resources()) {
                BitSet bits = fresh.computeIfAbsent(resource, each -> copyOf(cells.get(each)));
                set(bits, change.cells(), change.taken());
            }
        }
        Map<Resource, BitSet> all = new HashMap<>(cells);
        all.putAll(fresh);
        return new Taken(first, Map.copyOf(all));
    }

    /** With all that is taken there too; both begin at the same cell. */
    Taken and(Taken other) {
        if (other.cells.isEmpty()) {
            return this;
        }
        Map<Resource, BitSet> all = new HashMap<>(cells);
        other.cells.forEach((resource, bits) -> all.merge(resource, bits, Taken::either));
        return new Taken(first, Map.copyOf(all));
    }

    private static BitSet either(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }

    /** Nothing is taken, from the same cell on. */
    Taken emptied() {
        return nothing(first);
    }

    private void set(BitSet bits, Cells stretch, boolean taken) {
        int from = index(first, stretch.from());
        int to = index(first, stretch.to());
        if (from < to) {
            bits.set(from, to, taken);
        }
    }

    private static BitSet copyOf(@Nullable BitSet bits) {
        return bits == null ? new BitSet() : (BitSet) bits.clone();
    }

    /** What is taken of one resource. */
    Row row(Resource resource) {
        return new Row(first, cells.getOrDefault(resource, NOTHING));
    }

    /** What is taken of one resource, for whoever looks often. */
    static final class Row {
        private final long first;
        private final BitSet bits;

        private Row(long first, BitSet bits) {
            this.first = first;
            this.bits = bits;
        }

        boolean free(Cells wanted) {
            return freeFrom(wanted) <= wanted.from();
        }

        /**
         * Where to look next.
         *
         * @return the first of the wanted cells when all are free, else the first free one after one that is taken
         */
        long freeFrom(Cells wanted) {
            int taken = bits.nextSetBit(index(first, wanted.from()));
            boolean free = taken < 0 || taken >= index(first, wanted.to());
            return free ? wanted.from() : first + bits.nextClearBit(taken);
        }
    }

    private static int index(long first, long cell) {
        return Math.toIntExact(Math.max(0, cell - first));
    }

    /** Something that was taken, or given back. */
    record Change(boolean taken, List<Resource> resources, Cells cells) {}
}

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
        return changed(resources, taken, true);
    }

    Taken without(List<Resource> resources, Cells freed) {
        return changed(resources, freed, false);
    }

    /** Many at once, with one copy of each resource; the order of the list doesn't matter. */
    Taken with(List<Occupation> occupations) {
        Map<Resource, BitSet> copy = new HashMap<>(cells);
        Map<Resource, BitSet> fresh = new HashMap<>();
        for (Occupation each : occupations) {
            BitSet bits = fresh.computeIfAbsent(each.resource(), resource -> copyOf(cells.get(resource)));
            set(bits, each.cells(), true);
        }
        copy.putAll(fresh);
        return new Taken(first, Map.copyOf(copy));
    }

    private Taken changed(List<Resource> resources, Cells stretch, boolean taken) {
        Map<Resource, BitSet> copy = new HashMap<>(cells);
        for (Resource resource : resources) {
            BitSet bits = copyOf(cells.get(resource));
            set(bits, stretch, taken);
            copy.put(resource, bits);
        }
        return new Taken(first, Map.copyOf(copy));
    }

    private void set(BitSet bits, Cells stretch, boolean taken) {
        int from = index(stretch.from());
        int to = index(stretch.to());
        if (from < to) {
            bits.set(from, to, taken);
        }
    }

    private static BitSet copyOf(@Nullable BitSet bits) {
        return bits == null ? new BitSet() : (BitSet) bits.clone();
    }

    boolean free(Resource resource, Cells wanted) {
        return freeFrom(resource, wanted) <= wanted.from();
    }

    /**
     * Where to look next.
     *
     * @return the first of the wanted cells when all are free, else the first free one after one that is taken
     */
    long freeFrom(Resource resource, Cells wanted) {
        BitSet bits = cells.getOrDefault(resource, NOTHING);
        int taken = bits.nextSetBit(index(wanted.from()));
        boolean free = taken < 0 || taken >= index(wanted.to());
        return free ? wanted.from() : first + bits.nextClearBit(taken);
    }

    private int index(long cell) {
        return Math.toIntExact(Math.max(0, cell - first));
    }

    /** A resource and what is taken of it. */
    record Occupation(Resource resource, Cells cells) {}
}

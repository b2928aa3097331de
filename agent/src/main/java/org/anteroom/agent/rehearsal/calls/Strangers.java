package org.anteroom.agent.rehearsal.calls;

import java.util.List;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.caller.Draw;
import org.anteroom.agent.rehearsal.caller.Situation;

/** Who calls whom: a seed is one caller of one practice, in text and over the telephone. Any thread. */
final class Strangers {
    private final List<TextPractice> practices;
    private final List<Draw> draws;

    /** @param practices called in turn */
    Strangers(List<TextPractice> practices) {
        this.practices = List.copyOf(practices);
        this.draws = practices.stream().map(each -> new Draw(each.practice())).toList();
    }

    TextPractice practice(long seed) {
        return practices.get(turn(seed));
    }

    Situation caller(long seed) {
        return draws.get(turn(seed)).of(seed);
    }

    private int turn(long seed) {
        return (int) Math.floorMod(seed, (long) practices.size());
    }
}

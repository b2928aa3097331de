package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The pieces between two turns of a dictation.
 *
 * @param link how they go with what was said before them
 * @param pieces may be empty, when a correction has only begun
 */
record Segment(Link link, List<Piece> pieces) {

    enum Link {
        /** The first, which follows nothing. */
        START,
        /** "No wait": replaces something. */
        TAKES_BACK,
        /** "Hold on": replaces something, or goes on after a pause. */
        PAUSES,
        /** "Let me start over": replaces everything. */
        BEGINS_ANEW,
        /** "Again": the same once more, or the rest of it. */
        REPEATS,
        /** "The area code is": goes in front, whenever it comes. */
        AREA,
        /** "The first three are": replaces as many at the beginning. */
        FIRST_PART,
        /** "The last four are": replaces as many at the end, or are those still missing. */
        LAST_PART;

        /** Whether something that was said may no longer count. */
        boolean corrects() {
            return this == TAKES_BACK || this == PAUSES || this == BEGINS_ANEW;
        }
    }

    Segment {
        pieces = List.copyOf(pieces);
    }

    /** The pieces divided where the caller talked about something else. */
    List<List<Piece>> runs(Predicate<Piece> divides) {
        List<List<Piece>> runs = new ArrayList<>();
        for (Piece piece : pieces) {
            if (runs.isEmpty() || divides.test(piece)) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(piece);
        }
        return runs;
    }
}

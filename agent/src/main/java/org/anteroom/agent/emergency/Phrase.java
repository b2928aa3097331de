package org.anteroom.agent.emergency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A pattern as a tree, before it is compiled. */
sealed interface Phrase {

    /** One token: a literal, a beginning or a class. */
    record Symbol(int id) implements Phrase {}

    /** One after the other. */
    record Sequence(List<Phrase> parts) implements Phrase {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** One of them. */
    record Choice(List<Phrase> parts) implements Phrase {
        public Choice {
            parts = List.copyOf(parts);
        }
    }

    /** There or not. */
    record Maybe(Phrase part) implements Phrase {}

    /** Up to so many tokens that may stand in a gap. */
    record Gap(int most) implements Phrase {}

    /** The same phrase read from its end to its beginning. */
    default Phrase reversed() {
        if (this instanceof Sequence sequence) {
            List<Phrase> parts = new ArrayList<>();
            sequence.parts().forEach(part -> parts.add(part.reversed()));
            Collections.reverse(parts);
            return new Sequence(parts);
        }
        if (this instanceof Choice choice) {
            return new Choice(choice.parts().stream().map(Phrase::reversed).toList());
        }
        return this instanceof Maybe maybe ? new Maybe(maybe.part().reversed()) : this;
    }
}

package org.anteroom.agent.practice.reception;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.anteroom.agent.practice.book.Hold;
import org.anteroom.agent.practice.book.Offer;

/** What a {@link Query} was answered with. */
public sealed interface Found {

    /** At most three, the earliest first. */
    record Times(List<Offer> offers) implements Found {
        public Times {
            offers = List.copyOf(offers);
        }
    }

    /** The time is the caller's for a while. */
    record Kept(Hold hold) implements Found {
        public Kept {
            requireNonNull(hold, "hold");
        }
    }

    /** Somebody else has it. */
    record Gone() implements Found {}

    record Stands(Standing standing) implements Found {
        public Stands {
            requireNonNull(standing, "standing");
        }
    }

    /** A code is on its way, or there is nobody to send one to: nobody is told which. */
    record CodeAsked() implements Found {}

    /** The records can't be asked just now. */
    record Unavailable() implements Found {}
}

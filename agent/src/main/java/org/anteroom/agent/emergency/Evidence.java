package org.anteroom.agent.emergency;

import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.words.Utterance;

/** Everything the detector may learn from a call, in the order in which it happened. Times are ms of the call's audio. */
public sealed interface Evidence {

    /**
     * The caller's words, partial or complete.
     *
     * @param utterance the turn so far; a partial replaces the turn's earlier ones
     * @param playing what we say or have just said (the last few sentences will do)
     * @param callers where the signal itself shows that the caller spoke, whatever we were saying: a hit that stands
     *     exactly there is not taken for our own voice
     */
    record Words(Utterance utterance, List<Playing> playing, List<Stretch> callers) implements Evidence {
        public Words {
            playing = List.copyOf(playing);
            callers = List.copyOf(callers);
        }

        /** Words of which nothing is known but what we were saying. */
        public static Words over(Utterance utterance, List<Playing> playing) {
            return new Words(utterance, playing, List.of());
        }

        /** Words heard while nothing of ours was on the line. */
        public static Words of(Utterance utterance) {
            return over(utterance, List.of());
        }
    }

    /**
     * What a clause was found to mean; comes a few ms after its words, when more may have been heard already.
     *
     * @param score how much it means an emergency, over all readings as they are likely
     * @param first the score of its likeliest reading alone
     * @param others the scores of its other readings, in their order; none where the first is beyond doubt
     */
    record Scored(Clause clause, Score score, Score first, List<Score> others) implements Evidence {
        public Scored {
            others = List.copyOf(others);
        }

        /** A clause with one reading, or with one that counts. */
        public Scored(Clause clause, Score score) {
            this(clause, score, score, List.of());
        }

        /** Whether this speaks against what doubtful rules found: in all readings together, and in the likeliest alone. */
        boolean harmless() {
            return Math.max(score.value(), first.value()) <= Detector.PLAINLY_HARMLESS;
        }

        /** Asks for the score of each reading; of the first alone when that is certain, since nobody must wait for the others then. */
        public static Scored of(Clause clause, Scorer scorer) {
            Score first = scorer.of(clause.text());
            if (first.value() >= Detector.CERTAIN || clause.others().isEmpty()) {
                return new Scored(clause, first);
            }
            List<Score> others = new ArrayList<>();
            Score gravest = first;
            double sum = first.value();
            double all = 1;
            for (Reading other : clause.others()) {
                Score score = scorer.of(other.text());
                others.add(score);
                gravest = score.value() > gravest.value() ? score : gravest;
                sum += score.value() * other.likelihood();
                all += other.likelihood();
            }
            double mean = sum / all;
            Score reason = mean >= Detector.ENOUGH_WHOLE ? gravest : first;
            return new Scored(clause, new Score(mean, reason.nearest()), first, others);
        }
    }

    /**
     * What the caller said is not judged by its meaning: too late, not at all, or nothing of it is to be judged. What doubtful rules
     * found counts.
     *
     * @param untilMs how much of the call's audio had been heard then; what was found in later words still waits
     */
    record Unjudged(long untilMs) implements Evidence {}

    /** A key, pressed once. */
    record Key(char key, EntryMode mode, long atMs) implements Evidence {}

    /** The dialogue has taken the number typed so far, or asks for a new one: the next digit starts a new entry. */
    record EntryTaken(long atMs) implements Evidence {}

    /** The caller has been silent for 300 ms, told from the sound. Settles waiting rules. */
    record Pause(long atMs) implements Evidence {}

    /**
     * Time has passed. Send one 300 ms and one a second after the last word and 1.5 s after the last key; more do no harm.
     * Settles the typed 0 and 9-1-1, and rules that wait for a pause which noise or our own voice hides; 3 s after the last word also
     * those that wait for the end of a turn.
     *
     * @param speaking whether we spoke just now: what came back of it may fill the caller's pauses
     */
    record Quiet(long atMs, boolean speaking) implements Evidence {
        /** Time in which we said nothing. */
        public static Quiet at(long atMs) {
            return new Quiet(atMs, false);
        }
    }

    /** The dialogue could make nothing of what the caller said. */
    record NotUnderstood(long atMs) implements Evidence {}

    /** The dialogue understood the caller: the count of what it did not understand starts again. */
    record Understood(long atMs) implements Evidence {}
}

package org.anteroom.agent.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One emergency on the records: a need for a human that the detector, or a conversation that was lost, decided, until
 * whoever took it and the caller had parted, the caller was given back, or nobody took it.
 *
 * @param number for people, from 1
 * @param call the id of its call
 * @param callNumber the call's own number
 * @param callEnded whether the call has ended
 * @param callBegan when the call began
 * @param flight what the journal tells; without what is sealed where it was only listed
 * @param judgements what people said of it, the oldest first
 */
public record Emergency(
        long number,
        String call,
        long callNumber,
        Instant callBegan,
        boolean callEnded,
        FlightRecord flight,
        List<Judgement> judgements) {

    public Emergency {
        judgements = List.copyOf(judgements);
    }

    /** The decisive moment. */
    public Instant when() {
        return callBegan.plusMillis(flight.zeroMs());
    }

    /** What the newest judgement says; empty while nobody has said anything. */
    public Optional<Judgement.Verdict> verdict() {
        return judgements.isEmpty()
                ? Optional.empty()
                : Optional.of(judgements.get(judgements.size() - 1).verdict());
    }

    @Override
    public String toString() {
        return "Emergency[" + number + "]";
    }
}

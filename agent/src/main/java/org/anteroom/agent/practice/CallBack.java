package org.anteroom.agent.practice;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A promised call-back as it is on disk.
 *
 * @param number for people, from 1
 * @param id for machines and the audit trail
 * @param message number of the message that says what it is about
 * @param caller digits to call back
 * @param taken when somebody took it by key; it goes on until somebody says that the caller was called back
 */
public record CallBack(
        long number,
        String id,
        long message,
        String caller,
        Instant promised,
        Instant due,
        CallBackStage stage,
        Instant changed,
        Optional<Instant> taken,
        List<CallBackOwner> owners) {
    public CallBack {
        requireNonNull(id, "id");
        owners = List.copyOf(owners);
    }

    /** When the owner is told again. */
    public Instant halfTime() {
        return promised.plus(Duration.between(promised, due).dividedBy(2));
    }

    /** What is due at a moment. */
    public Optional<CallBackStage.Act> due(Instant now) {
        return stage.due(halfTime(), due, now);
    }

    /** Never a number: it may end up in a log by mistake. */
    @Override
    public String toString() {
        return "CallBack[" + number + " " + stage + "]";
    }
}

package org.anteroom.agent.practice;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message as a call has it, before it is stored. What isn't known stays empty: half a message is still one.
 *
 * @param category what kind of request it is, in the words of the catalogue
 * @param callBack number to call back, as digits
 * @param about what the caller said it is about, as transcribed
 * @param urgency how urgent the caller says it is
 * @param details what it is about in parts, in the order they are shown
 * @param incomplete whether the caller was gone before it was finished
 */
public record Draft(
        Instant receivedAt,
        String callId,
        String category,
        Optional<String> callerName,
        Optional<String> callBack,
        Optional<String> about,
        Optional<String> urgency,
        List<Detail> details,
        boolean incomplete,
        Optional<Clip> clip) {
    public Draft {
        details = List.copyOf(details);
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(callId, "callId");
        requireNonNull(category, "category");
    }

    /** Without details. */
    public Draft(
            Instant receivedAt,
            String callId,
            String category,
            Optional<String> callerName,
            Optional<String> callBack,
            Optional<String> about,
            Optional<String> urgency,
            boolean incomplete,
            Optional<Clip> clip) {
        this(receivedAt, callId, category, callerName, callBack, about, urgency, List.of(), incomplete, clip);
    }

    /** The same with more to read. */
    public Draft with(List<Detail> more) {
        return details(Stream.concat(details.stream(), more.stream()).toList());
    }

    /** The same with these details instead. */
    public Draft details(List<Detail> all) {
        return new Draft(receivedAt, callId, category, callerName, callBack, about, urgency, all, incomplete, clip);
    }

    /** The part of the call's recording that holds the message, in samples of the recording. */
    public record Clip(long from, long to) {
        public Clip {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("a clip ends after it begins");
            }
        }
    }

    /** Never the content: a draft may end up in a log by mistake. */
    @Override
    public String toString() {
        return "Draft[call " + callId + "]";
    }
}

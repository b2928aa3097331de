package org.anteroom.agent.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anteroom.agent.call.Latency;
import org.anteroom.agent.sip.EndCause;

/** What a call's journal has by the names of the program, in words for people. Pure. */
final class CallWords {
    private static final Pattern NAME = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)*\\b");
    private static final String LATENCY = "LATENCY";
    private static final String CALL = "CALL";
    private static final String LEG = "LEG";

    private CallWords() {}

    /** How a call ended. */
    static String outcome(String outcome) {
        return ended(outcome, "the caller");
    }

    /** An entry of the journal; what people said stays as it is. */
    static String detail(String kind, String detail) {
        return switch (kind) {
            case LATENCY -> latency(detail);
            case CALL -> ended(detail, "the caller");
            case LEG -> ended(detail, "that side");
            default -> detail;
        };
    }

    private static String ended(String text, String who) {
        return NAME.matcher(text)
                .replaceAll(name ->
                        cause(name.group()).map(cause -> words(cause, who)).orElse(name.group()));
    }

    private static Optional<EndCause> cause(String name) {
        return Arrays.stream(EndCause.values())
                .filter(cause -> cause.name().equals(name))
                .findFirst();
    }

    private static String words(EndCause cause, String who) {
        return switch (cause) {
            case REMOTE_HANG_UP -> who + " hung up";
            case CANCELLED -> who + " gave up before the answer";
            case LOCAL_HANG_UP -> "we hung up";
            case NO_ANSWER -> "nobody answered";
            case NO_RESPONSE -> "the PBX did not respond";
            case PEER_GONE -> who + " was gone without hanging up";
            case SESSION_EXPIRED -> "the PBX did not renew the call";
            case NO_COMMON_MEDIA -> "no codec in common";
            case LINE_CLOSED -> "the line was closed";
            case FAULT -> "a fault of ours";
        };
    }

    private static String latency(String detail) {
        String[] parts = detail.split(" ", 2);
        return Arrays.stream(Latency.values())
                .filter(latency -> parts.length == 2 && latency.name().equals(parts[0]))
                .findFirst()
                .map(latency -> String.format(Locale.ROOT, "%s: %s ms", words(latency), parts[1]))
                .orElse(detail);
    }

    private static String words(Latency latency) {
        return switch (latency) {
            case DECISION_TO_INVITE -> "from the decisive word to the call to the first phone";
            case DECISION_TO_SILENCE -> "from the decision until our speech stopped";
            case SPEECH_TO_ANSWER -> "from the caller's last word to our answer";
            case BARGE_IN_TO_SILENCE -> "from the interruption until our speech stopped";
            case ACCEPTED_TO_BRIDGE -> "from the accept key until both hear each other";
        };
    }
}

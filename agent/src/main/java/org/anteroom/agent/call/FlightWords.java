package org.anteroom.agent.call;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anteroom.agent.call.CallJournal.Kind;

/** Lines of a journal in words for people who read an emergency's page. Pure. */
final class FlightWords {
    /** We may have been interrupted by the caller already. */
    private static final List<String> SILENCED =
            List.of(Latency.DECISION_TO_SILENCE + " ", Latency.BARGE_IN_TO_SILENCE + " ");

    private FlightWords() {}

    /** Empty for what stands elsewhere on the page, or says nothing about the emergency. */
    static Optional<String> of(CallLog.Line line) {
        String detail = line.detail();
        Kind kind = Kind.valueOf(line.kind());
        return switch (kind) {
            case CALL -> Optional.of("the call: " + detail);
            case SAID -> Optional.of("to the caller: " + detail);
            case HEARD -> Optional.of("\"" + detail + "\"");
            case KEY -> Optional.of("key " + detail);
            case DECISION -> Optional.of("decided: " + decision(detail));
            case WORD -> Optional.of("the decisive word " + detail);
            case LADDER -> Optional.of("over: " + detail);
            case REQUEST -> Optional.of("message " + detail);
            case LATENCY -> SILENCED.stream().anyMatch(detail::startsWith)
                    ? Optional.of("our speech has stopped")
                    : Optional.empty();
            case FAULT -> Optional.of("a fault of ours: " + detail);
            case EVIDENCE, LEG -> Optional.empty();
        };
    }

    private static String decision(String detail) {
        String[] parts = detail.split(" ", 3);
        String by = parts.length == 3 ? " by " + parts[1] + ", " + parts[2] : "";
        return (parts[0].equals("NONE") ? "the caller asks for somebody" : parts[0].toLowerCase(Locale.ROOT)) + by;
    }

    /** A step of a phone that was rung. */
    static String ofLeg(String step) {
        if (step.startsWith("invite ")) {
            return "INVITE out";
        }
        if (step.startsWith("ringing")) {
            return "rings (" + (step.equals("ringing") ? "180" : step.substring("ringing ".length())) + ")";
        }
        if (step.startsWith("told ")) {
            return "is to hear: " + step.substring("told ".length());
        }
        if (step.startsWith("refused ")) {
            return "did not take it (" + step.substring("refused ".length()) + ")";
        }
        return switch (step) {
            case "answered" -> "answered (200)";
            case "hears it" -> "first sound of it sent";
            case "bridged" -> "bridged: the caller and this phone hear each other";
            case "no sound" -> "sends no sound: asked whether it is there (OPTIONS)";
            case "unanswered" -> "does not answer: the others are called as well";
            case "joined" -> "joined: talks with the others as a third";
            case "false alarm" -> "marked it a false alarm";
            case "cancelled" -> "stopped ringing it (CANCEL)";
            case "dropped", "released", "parted" -> "its leg let go";
            default -> step;
        };
    }
}

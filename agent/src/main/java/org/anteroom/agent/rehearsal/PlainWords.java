package org.anteroom.agent.rehearsal;

import org.anteroom.agent.sip.EndCause;

/** What happens to phones and calls, for readers who are no telephone engineers. An unknown step is told as it is. */
final class PlainWords {

    private PlainWords() {}

    /** A step of the agent's call to a phone of the practice.
     *
     *  @param phone its name in the configuration
     */
    static String step(String step, String phone) {
        return switch (step) {
            case "invite" -> "calls " + phone;
            case "ringing" -> phone + " rings";
            case "answered" -> phone + " was picked up";
            case "told press-one" -> "tells " + phone + ": an emergency call, press 1 to take it";
            case "told disclosure" -> "tells " + phone + " what it is about and the caller's number";
            case "told already-taken" -> "tells " + phone + " that somebody else has taken the call";
            case "told caller-hung-up" -> "tells " + phone + " that the caller hung up, press 1 for the number";
            case "told caller-number" -> "tells " + phone + " the caller's number";
            case "told calling-next" -> "tells " + phone + " that the others are being called";
            case "told nobody-else" -> "tells " + phone + " that nobody else has taken the call";
            case "told noted" -> "tells " + phone + " that the false alarm is noted";
            case "told calling-service" -> "tells " + phone + " that a service is being called";
            case "told service-failed" -> "tells " + phone + " that the service could not be reached";
            case "told no-service" -> "tells " + phone + " that there is no service to add";
            case "told caller-left" -> "tells " + phone + " that the caller hung up and the service is still there";
            case "false alarm" -> "notes that " + phone + " says it is no emergency";
            case "bridged" -> "connects the caller with " + phone + ": they hear each other";
            case "no sound" -> "hears nothing from " + phone + " and asks whether it is there";
            case "unanswered" -> "gets no answer from " + phone + ": the others are called as well";
            case "joined" -> "connects " + phone + " as well: all three hear each other";
            case "parted" -> "ends the connection with " + phone;
            case "cancelled" -> "stops ringing " + phone;
            case "asked the PBX to take over" -> "asks the telephone system to take caller and " + phone + " over";
            case "handed to the PBX" -> "leaves caller and " + phone + " to the telephone system alone";
            case "dropped", "released" -> "has ended its call to " + phone;
            default -> otherStep(step, phone);
        };
    }

    private static String otherStep(String step, String phone) {
        if (step.startsWith("key ")) {
            return "notices key " + step.substring(4) + " on " + phone;
        }
        if (step.startsWith("ringing ")) {
            return phone + " rings";
        }
        if (step.startsWith("refused ")) {
            return phone + " did not take the call (the telephone system's code " + step.substring(8) + ")";
        }
        if (step.startsWith("ended ")) {
            return "the call to " + phone + " is over: " + ending(step.substring(6), "it");
        }
        return phone + ": " + step;
    }

    /** Why a call is over.
     *
     *  @param other who is at the other end
     */
    static String ending(String why, String other) {
        for (EndCause cause : EndCause.values()) {
            if (cause.toString().equals(why)) {
                return ending(cause, other);
            }
        }
        return why.equals("goodbye") ? "the agent hung up after its goodbye" : why;
    }

    private static String ending(EndCause cause, String other) {
        return switch (cause) {
            case REMOTE_HANG_UP -> other + " hung up";
            case CANCELLED -> other + " gave up before the call was answered";
            case LOCAL_HANG_UP -> "the agent hung up";
            case NO_ANSWER -> "nobody picked up";
            case NO_RESPONSE -> "the telephone system did not respond";
            case PEER_GONE, SESSION_EXPIRED -> "the connection was lost";
            case NO_COMMON_MEDIA -> "the two ends have no sound format in common";
            case LINE_CLOSED -> "the agent was stopped";
            case FAULT -> "a fault of the agent";
        };
    }
}

package org.anteroom.agent.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What the service answers: lines to print while it works, and one end. Each is one line of JSON. */
sealed interface ControlReply {

    /** Longest reply in bytes, newline included. */
    int LONGEST = 256 * 1024;

    /** One line to print. */
    record Line(String text) implements ControlReply {
        @Override
        public String line() {
            return Json.MAPPER.valueToTree(Map.of("line", text)).toString();
        }
    }

    /** The last one.
     *
     *  @param problem sentence for standard error; empty when all went well
     */
    record End(ExitCode code, String problem) implements ControlReply {
        @Override
        public String line() {
            return Json.MAPPER
                    .valueToTree(Map.of("exit", code.status(), "problem", problem))
                    .toString();
        }
    }

    /** The line without its newline. */
    String line();

    /** Reads one line of the service.
     *
     *  @throws Failure when it isn't one, which means that versions differ
     */
    static ControlReply parse(String line) throws Failure {
        try {
            JsonNode node = Json.MAPPER.readTree(line);
            if (node != null && node.has("line")) {
                return new Line(node.path("line").asText());
            }
            if (node != null && node.has("exit")) {
                return new End(
                        ExitCode.of(node.path("exit").asInt(1)),
                        node.path("problem").asText(""));
            }
        } catch (JsonProcessingException e) {
            throw Failure.failed("The running service gave an answer that this program can't read; are both of the same"
                    + " version? Restart the service after an update.");
        }
        throw Failure.failed("The running service gave an answer that this program doesn't know; are both of the same"
                + " version? Restart the service after an update.");
    }
}

package org.anteroom.agent.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A file that goes with a command through the control socket: the request says in how many pieces, each is a line of JSON of
 *  its own. What the person at the terminal may read is sent, so that the service never opens a file for somebody else.
 *
 *  <pre>
 *    {"do":"import-patients","words":{"pieces":"2"}}
 *    {"piece":"external-id,name\\np1,Ann O"}
 *    {"piece":"akley\\n"}
 *  </pre>
 */
final class Attachment {

    /** Longest file in characters: patients of a large practice are a tenth of it. */
    static final int LONGEST = 16 * 1024 * 1024;

    /** Characters of a piece: escaped it is shorter than the longest request. */
    private static final int PIECE = 600;

    private static final String PIECES = "pieces";
    private static final Duration SEND_WITHIN = Duration.ofSeconds(5);
    private static final Duration NEXT_WITHIN = Duration.ofSeconds(5);

    private Attachment() {}

    /** Sends a request and what is attached to it. */
    static void send(ControlRequest request, ControlConnection connection) throws IOException {
        String text = request.attached();
        if (text.isEmpty()) {
            connection.writeLine(request.line(), SEND_WITHIN);
            return;
        }
        List<String> pieces = pieces(text);
        Map<String, String> words = new HashMap<>(request.words());
        words.put(PIECES, Integer.toString(pieces.size()));
        connection.writeLine(new ControlRequest(request.verb(), request.number(), words).line(), SEND_WITHIN);
        for (String piece : pieces) {
            connection.writeLine(Json.MAPPER.valueToTree(Map.of("piece", piece)).toString(), SEND_WITHIN);
        }
    }

    /** A character of two halves is not torn apart. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + PIECE);
            to += to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    /** Takes what is attached to a request that came in.
     *
     *  @throws Failure when it isn't there as announced
     */
    static ControlRequest take(ControlRequest request, ControlConnection connection) throws IOException, Failure {
        String announced = request.word(PIECES);
        if (announced.isEmpty()) {
            return request;
        }
        if (!announced.matches("[0-9]{1,7}") || Long.parseLong(announced) * PIECE > LONGEST) {
            throw Failure.usage("control: the file is too long");
        }
        StringBuilder text = new StringBuilder();
        for (int left = Integer.parseInt(announced); left > 0; left--) {
            text.append(piece(connection.readLine(NEXT_WITHIN).orElse("")));
        }
        return request.with(text.toString());
    }

    private static String piece(String line) throws Failure {
        try {
            JsonNode node = Json.MAPPER.readTree(line);
            if (node != null && node.path("piece").isTextual()) {
                return node.path("piece").asText();
            }
        } catch (JsonProcessingException e) {
            throw Failure.usage("control: a piece of the file is one JSON object per line");
        }
        throw Failure.usage("control: a piece of the file is missing");
    }
}

package org.anteroom.agent.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON as the control socket and {@code --json} use it; reading is limited in depth and length. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2)
                    .maxStringLength(ControlReply.LONGEST)
                    .maxNumberLength(18)
                    .build())
            .build());

    private Json() {}
}

package org.anteroom.agent.config;

import java.util.Optional;

/** The front desk. */
@Key(doc = "The front desk: where callers go who ask for a person in opening hours.")
public record DeskConfig(
        @Key(
                        doc = "Extension of the front desk; without it a person is offered as a message.",
                        example = "100",
                        form = Form.DIALLED)
                Optional<String> number,
        @Key(doc = "Seconds the desk rings before a message is offered.", preset = "25", min = 5, max = 120)
                int ringSeconds) {}

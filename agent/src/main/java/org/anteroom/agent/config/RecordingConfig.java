package org.anteroom.agent.config;

/** Recording of calls. */
@Key(
        doc =
                "Recording of calls. Many states ask for the consent of everybody on the line: the notice is spoken when it is on.")
public record RecordingConfig(@Key(doc = "Whether messages are recorded.", preset = "false") boolean enabled) {}

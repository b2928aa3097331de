package org.anteroom.agent.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Hearing and speaking. */
@Key(doc = "Hearing and speaking.")
public record SpeechConfig(
        @Key(doc = "Folder of a larger recognition model; without it the one that was shipped.", example = "/opt/model")
                Optional<Path> model,
        @Key(
                        doc =
                                "Folder where sentences rendered at start are kept; without it a folder prompts in the folder of"
                                        + " the records.",
                        example = "/var/lib/anteroom/prompts")
                Optional<Path> prompts,
        @Key(
                        doc = "Calls at the same time for which recognisers are kept warm; about 100 MB each.",
                        preset = "2",
                        min = 1,
                        max = 32)
                int expectedCalls,
        @Key(doc = "Recognition threads; without it one per processor core.", example = "2", min = 1, max = 64)
                OptionalInt workers) {}

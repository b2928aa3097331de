package org.anteroom.speech;

import java.util.Map;

/**
 * How the voice is set up.
 *
 * @param threads voice-* threads: sentences synthesised at once
 * @param pronunciations how names are said, by the written word (any case): MaryTTS phonemes of US English (SAMPA),
 *     syllables separated by " - ", stress by a leading "'", e.g. "nguyen" to "' w I n"
 */
public record VoiceSettings(int threads, Map<String, String> pronunciations) {
    public VoiceSettings {
        pronunciations = Map.copyOf(pronunciations);
        if (threads < 1 || threads > 16) {
            throw new IllegalArgumentException("threads must be 1 to 16, not " + threads);
        }
    }

    /** Two sentences at once, no pronunciations. */
    public static VoiceSettings standard() {
        return new VoiceSettings(2, Map.of());
    }
}

package org.anteroom.speech;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How the voice is set up.
 *
 * @param threads voice-* threads: sentences synthesised at once
 * @param pronunciations how names are said, by the written word (one word, any case): MaryTTS phonemes of US English
 *     (SAMPA) separated by spaces, syllables by " - ", stress by a leading "'", e.g. "nguyen" to "' w I n"
 */
public record VoiceSettings(int threads, Map<String, String> pronunciations) {
    private static final Pattern PHONEMES = Pattern.compile("[A-Za-z@{=' ,-]+");

    public VoiceSettings {
        if (threads < 1 || threads > 16) {
            throw new IllegalArgumentException("threads must be 1 to 16, not " + threads);
        }
        Map<String, String> byWord = new TreeMap<>();
        pronunciations.forEach((word, phonemes) -> {
            if (!PHONEMES.matcher(phonemes).matches()) {
                throw new IllegalArgumentException("the pronunciation " + phonemes
                        + " is not made of MaryTTS phonemes separated by spaces, such as ' w I n");
            }
            byWord.put(word.toLowerCase(Locale.ROOT), phonemes);
        });
        pronunciations = Map.copyOf(byWord);
    }

    /** Two sentences at once, no pronunciations. */
    public static VoiceSettings standard() {
        return new VoiceSettings(2, Map.of());
    }
}

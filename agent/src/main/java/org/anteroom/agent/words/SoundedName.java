package org.anteroom.agent.words;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * A name with how it may sound, worked out once for the many it is compared with. Immutable.
 *
 * @param name as it was heard or is written
 * @param words its words without titles
 * @param joined all of them as one word
 */
public record SoundedName(String name, List<Word> words, Word joined) {
    private static final int KEY_LENGTH = 8;

    private static final Set<String> TITLES =
            Set.of("doctor", "dr", "mister", "mr", "missus", "mrs", "miss", "ms", "professor", "nurse");

    /**
     * One word of a name.
     *
     * @param letters lower case
     * @param sounds its readings, at least one
     * @param keys its Double Metaphone and the alternate one
     */
    record Word(String letters, Set<String> sounds, Set<String> keys) {
        private static Word of(String letters) {
            return new Word(
                    letters, NameSounds.of(letters), Set.copyOf(List.of(key(letters, false), key(letters, true))));
        }

        /** Without the letters, so that they can't leak into a log. */
        @Override
        public String toString() {
            return "a word of " + sounds.size() + " sounds";
        }

        private static String key(String letters, boolean alternate) {
            DoubleMetaphone metaphone = new DoubleMetaphone();
            metaphone.setMaxCodeLen(KEY_LENGTH);
            String code = metaphone.doubleMetaphone(letters, alternate);
            return code == null ? "" : code;
        }
    }

    public static SoundedName of(String name) {
        List<String> letters = letters(name);
        List<Word> words = letters.stream().map(Word::of).toList();
        return new SoundedName(name, words, words.size() == 1 ? words.get(0) : Word.of(String.join("", letters)));
    }

    /** The Double Metaphone of each word, a space between. */
    String key() {
        return words.stream().map(word -> Word.key(word.letters(), false)).collect(Collectors.joining(" "));
    }

    /** The words of a name, letters only, titles left out. */
    private static List<String> letters(String name) {
        return Arrays.stream(name.split("[\\s\\p{Pd}]+"))
                .map(word -> Normaliser.word(word).replace("'", ""))
                .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                .toList();
    }

    /** Without the name, so that it can't leak into a log. */
    @Override
    public String toString() {
        return "a name of " + words.size() + " words";
    }
}

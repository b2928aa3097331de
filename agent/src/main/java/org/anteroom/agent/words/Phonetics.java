package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * Finds the name that a recogniser meant among the names that are known: it hears "himenez" for Jimenez and "win" for Nguyen. Sounds
 * decide, their order and vowels included, with the Double Metaphone key (Philips, C/C++ Users Journal, June 2000) and the
 * spelling beside them.
 */
public final class Phonetics {

    /** From here two names are likely the same, heard and written. */
    public static final double SAME = 0.85;

    private static final int KEY_LENGTH = 8;
    private static final double BY_SOUND = 0.8;
    private static final double BY_KEY = 0.12;
    private static final double BY_SPELLING = 0.08;
    /** Two spellings of one sound, however unlike. */
    private static final double HOMOPHONES = 0.9;
    /** A first name that is missing, or a word too many. */
    private static final double PART = 0.93;
    /** What each rank of the recogniser's guesses costs. */
    private static final double RANK = 0.01;

    private static final Set<String> TITLES =
            Set.of("doctor", "dr", "mister", "mr", "missus", "mrs", "miss", "ms", "professor", "nurse");

    private Phonetics() {}

    /**
     * A known name beside what was heard.
     *
     * @param score 0 to 1; from {@link #SAME} they are likely the same
     */
    public record Match(String name, double score) {
        /** Without the name, so that it can't leak into a log. */
        @Override
        public String toString() {
            return "a name at " + score;
        }
    }

    /** A key that names which sound alike mostly share: the Double Metaphone of each word, a space between. */
    public static String key(String name) {
        return words(name).stream().map(word -> metaphone(word, false)).collect(Collectors.joining(" "));
    }

    /**
     * The known names that sound like what was heard, likeliest first.
     *
     * @param heard the recogniser's guesses, likeliest first
     * @param names as they are written
     * @param least the lowest score that counts, 0 to 1
     */
    public static List<Match> matches(List<String> heard, List<String> names, double least) {
        List<Match> matches = new ArrayList<>();
        for (String name : names) {
            double score = 0;
            for (int rank = 0; rank < heard.size(); rank++) {
                score = Math.max(score, similarity(heard.get(rank), name) - RANK * rank);
            }
            if (score >= least) {
                matches.add(new Match(name, score));
            }
        }
        matches.sort(Comparator.comparingDouble(Match::score).reversed());
        return matches;
    }

    /** How alike a heard and a written name sound, 0 to 1; a surname alone is compared with the surname. */
    public static double similarity(String heard, String name) {
        List<String> said = words(heard);
        List<String> written = words(name);
        if (said.isEmpty() || written.isEmpty()) {
            return 0;
        }
        double joined = ofWords(String.join("", said), String.join("", written));
        return Math.max(joined, wordByWord(said, written));
    }

    private static double wordByWord(List<String> said, List<String> written) {
        List<String> fewer = said.size() <= written.size() ? said : written;
        List<String> more = fewer == said ? written : said;
        double best = 0;
        for (int from = 0; from + fewer.size() <= more.size(); from++) {
            double sum = 0;
            for (int i = 0; i < fewer.size(); i++) {
                double word = ofWords(fewer.get(i), more.get(from + i));
                // One part that is another name makes it another person.
                sum += word < SAME ? word / 2 : word;
            }
            best = Math.max(best, sum / fewer.size());
        }
        return fewer.size() == more.size() ? best : best * PART;
    }

    private static double ofWords(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        double sound = 0;
        for (String one : NameSounds.of(a)) {
            for (String other : NameSounds.of(b)) {
                double length = Math.max(2, Math.max(one.length(), other.length()));
                sound = Math.max(sound, 1 - SoundDistance.between(one, other) / length);
            }
        }
        double spelling = 1 - EditDistance.between(a, b) / (double) Math.max(a.length(), b.length());
        double all = BY_SOUND * sound + BY_KEY * byKey(a, b) + BY_SPELLING * spelling;
        return Math.max(all, sound == 1 ? HOMOPHONES : 0);
    }

    private static double byKey(String a, String b) {
        double best = 0;
        for (boolean first : List.of(false, true)) {
            for (boolean second : List.of(false, true)) {
                String one = metaphone(a, first);
                String other = metaphone(b, second);
                int length = Math.max(1, Math.max(one.length(), other.length()));
                best = Math.max(best, 1 - EditDistance.between(one, other) / (double) length);
            }
        }
        return best;
    }

    private static String metaphone(String word, boolean alternate) {
        DoubleMetaphone metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(KEY_LENGTH);
        String code = metaphone.doubleMetaphone(word, alternate);
        return code == null ? "" : code;
    }

    /** The words of a name, letters only, titles left out. */
    private static List<String> words(String name) {
        return Arrays.stream(name.split("[\\s\\p{Pd}]+"))
                .map(word -> Normaliser.word(word).replace("'", ""))
                .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                .toList();
    }
}

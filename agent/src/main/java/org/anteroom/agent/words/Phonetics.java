package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.anteroom.agent.words.SoundedName.Word;

/**
 * Finds the name that a recogniser meant among the names that are known: it hears "himenez" for Jimenez and "win" for Nguyen. Sounds
 * decide, their order and vowels included, with the Double Metaphone key (Philips, C/C++ Users Journal, June 2000) and the
 * spelling beside them.
 */
public final class Phonetics {

    /** From here two names are likely the same, heard and written. */
    public static final double SAME = 0.85;

    private static final double BY_SOUND = 0.8;
    private static final double BY_KEY = 0.12;
    private static final double BY_SPELLING = 0.08;
    /** Two spellings of one sound, however unlike. */
    private static final double HOMOPHONES = 0.9;
    /** A first name that is missing, or a word too many. */
    private static final double PART = 0.93;
    /** From so many words a part that is another name doesn't make it another person. */
    private static final int MANY_PARTS = 4;
    /** What each rank of the recogniser's guesses costs. */
    private static final double RANK = 0.01;

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
        return SoundedName.of(name).key();
    }

    /**
     * The known names that sound like what was heard, likeliest first.
     *
     * @param heard the recogniser's guesses, likeliest first
     * @param least the lowest score that counts, 0 to 1
     */
    public static List<Match> matches(List<String> heard, List<SoundedName> names, double least) {
        List<SoundedName> guesses = heard.stream().map(SoundedName::of).toList();
        List<Match> matches = new ArrayList<>();
        for (SoundedName name : names) {
            double score = 0;
            for (int rank = 0; rank < guesses.size(); rank++) {
                double floor = Math.max(score, least) + RANK * rank;
                score = Math.max(score, similarity(guesses.get(rank), name, floor) - RANK * rank);
            }
            if (score >= least) {
                matches.add(new Match(name.name(), score));
            }
        }
        matches.sort(Comparator.comparingDouble(Match::score).reversed());
        return matches;
    }

    /** How alike a heard and a written name sound, 0 to 1; a surname alone is compared with the surname. */
    public static double similarity(String heard, String name) {
        return similarity(SoundedName.of(heard), SoundedName.of(name), 0);
    }

    /** @param floor lower scores needn't be told from each other */
    private static double similarity(SoundedName heard, SoundedName name, double floor) {
        List<Word> said = heard.words();
        List<Word> written = name.words();
        if (said.isEmpty() || written.isEmpty()) {
            return 0;
        }
        double joined = ofWords(heard.joined(), name.joined(), floor);
        return said.size() == 1 && written.size() == 1 ? joined : Math.max(joined, wordByWord(said, written, floor));
    }

    private static double wordByWord(List<Word> said, List<Word> written, double floor) {
        List<Word> fewer = said.size() <= written.size() ? said : written;
        List<Word> more = fewer == said ? written : said;
        double wordFloor = floor >= SAME && fewer.size() < MANY_PARTS ? SAME : 0;
        double best = 0;
        for (int from = 0; from + fewer.size() <= more.size(); from++) {
            double sum = 0;
            for (int i = 0; i < fewer.size(); i++) {
                double word = ofWords(fewer.get(i), more.get(from + i), wordFloor);
                // One part that is another name makes it another person.
                sum += word < SAME ? word / 2 : word;
            }
            best = Math.max(best, sum / fewer.size());
        }
        return fewer.size() == more.size() ? best : best * PART;
    }

    private static double ofWords(Word a, Word b, double floor) {
        if (a.letters().equals(b.letters())) {
            return 1;
        }
        double sound = Math.max(0, (floor - BY_KEY - BY_SPELLING) / BY_SOUND);
        boolean alike = false;
        for (String one : a.sounds()) {
            for (String other : b.sounds()) {
                double length = Math.max(2, Math.max(one.length(), other.length()));
                double all = 1 - SoundDistance.between(one, other, (1 - sound) * length) / length;
                alike = alike || all >= sound;
                sound = Math.max(sound, all);
            }
        }
        if (!alike && sound > 0) {
            return 0;
        }
        int longer = Math.max(a.letters().length(), b.letters().length());
        double spelling = 1 - EditDistance.between(a.letters(), b.letters()) / (double) longer;
        double all = BY_SOUND * sound + BY_KEY * byKey(a, b) + BY_SPELLING * spelling;
        return Math.max(all, sound == 1 ? HOMOPHONES : 0);
    }

    private static double byKey(Word a, Word b) {
        double best = 0;
        for (String one : a.keys()) {
            for (String other : b.keys()) {
                int length = Math.max(1, Math.max(one.length(), other.length()));
                best = Math.max(best, 1 - EditDistance.between(one, other) / (double) length);
            }
        }
        return best;
    }
}

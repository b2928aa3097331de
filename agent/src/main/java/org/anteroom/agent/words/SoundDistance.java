package org.anteroom.agent.words;

import java.util.List;

/** How far two sequences of sounds are apart on a telephone, where p and b, m and n, f and s are hard to tell. */
final class SoundDistance {

    private static final List<String> NEARLY =
            List.of("bp", "dt", "gk", "fvT", "sS", "Cj", "mn", "sTf", "wv", "jSC", "lr", "tT", "uw", "iw");
    private static final double NEAR = 0.4;
    private static final double VOWEL_FOR_VOWEL = 0.85;
    private static final double CLOSE_VOWELS = 0.55;
    private static final List<String> VOWELS = List.of("ei", "ou", "ao");
    private static final double VOWEL_LOST = 0.7;
    private static final double FINAL_VOWEL_LOST = 1.4;
    private static final double UNSTRESSED = 0.5;
    private static final double WEAK_LOST = 0.4;
    private static final String WEAK = "hwr";
    /** The sound a name begins with is heard best. */
    private static final double BEGINNING = 1.5;

    private SoundDistance() {}

    /** 0 for the same; a sound that is another altogether counts 1, at the beginning of the name half as much again. */
    static double between(String a, String b) {
        double[] row = new double[b.length() + 1];
        for (int j = 1; j <= b.length(); j++) {
            row[j] = row[j - 1] + lost(b, j - 1) * weight(0, j - 1);
        }
        for (int i = 1; i <= a.length(); i++) {
            double diagonal = row[0];
            row[0] += lost(a, i - 1) * weight(i - 1, 0);
            for (int j = 1; j <= b.length(); j++) {
                double weight = weight(i - 1, j - 1);
                double stress = stressed(a, i - 1) || stressed(b, j - 1) ? 1 : UNSTRESSED;
                double replaced = diagonal + other(a.charAt(i - 1), b.charAt(j - 1), stress) * weight;
                double left = Math.min(row[j] + lost(a, i - 1) * weight, row[j - 1] + lost(b, j - 1) * weight);
                diagonal = row[j];
                row[j] = Math.min(replaced, left);
            }
        }
        return row[b.length()];
    }

    private static double weight(int i, int j) {
        return i == 0 && j == 0 ? BEGINNING : 1;
    }

    /** The first vowel stands for the stress; the later ones of English names are hardly told apart. */
    private static boolean stressed(String sounds, int at) {
        return sounds.substring(0, at).chars().noneMatch(sound -> NameSounds.isVowel((char) sound));
    }

    /** A vowel at the end is another name: Robert and Roberta. */
    private static double lost(String sounds, int at) {
        char sound = sounds.charAt(at);
        if (NameSounds.isVowel(sound)) {
            return at == sounds.length() - 1 ? FINAL_VOWEL_LOST : VOWEL_LOST;
        }
        return WEAK.indexOf(sound) >= 0 ? WEAK_LOST : 1;
    }

    private static double other(char a, char b, double stress) {
        if (a == b) {
            return 0;
        }
        if (NameSounds.isVowel(a) && NameSounds.isVowel(b)) {
            return stress * (among(VOWELS, a, b) ? CLOSE_VOWELS : VOWEL_FOR_VOWEL);
        }
        return among(NEARLY, a, b) ? NEAR : 1;
    }

    private static boolean among(List<String> sets, char a, char b) {
        return sets.stream().anyMatch(set -> set.indexOf(a) >= 0 && set.indexOf(b) >= 0);
    }
}

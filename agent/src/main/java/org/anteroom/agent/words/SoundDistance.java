package org.anteroom.agent.words;

import java.util.List;

/** How far two sequences of sounds are apart on a telephone, where p and b, m and n, f and s are hard to tell. */
final class SoundDistance {

    private static final List<String> NEARLY =
            List.of("bp", "dt", "gk", "fvT", "sS", "Cj", "mn", "sTf", "wv", "jSC", "lr", "tT", "uw", "iw");
    private static final double NEAR = 0.4;
    private static final double VOWEL_FOR_VOWEL = 0.85;
    private static final double CLOSE_VOWELS = 0.55;
    private static final List<String> CLOSE = List.of("ei", "ou", "ao");
    private static final double VOWEL_LOST = 0.7;
    private static final double FINAL_VOWEL_LOST = 1.4;
    private static final double UNSTRESSED = 0.5;
    private static final double WEAK_LOST = 0.4;
    private static final String WEAK = "hwr";
    /** The sound a name begins with is heard best. */
    private static final double BEGINNING = 1.5;

    /** Sounds are letters of ASCII; any other is like none of them. */
    private static final int SOUNDS = 128;

    private static final double[][] OTHER = others();

    private SoundDistance() {}

    /**
     * 0 for the same; a sound that is another altogether counts 1, at the beginning of the name half as much again.
     *
     * @param most beyond it nobody wants to know how far: then anything above it may be returned, early
     */
    static double between(String a, String b, double most) {
        int stressedOfA = firstVowel(a);
        int stressedOfB = firstVowel(b);
        double[] row = new double[b.length() + 1];
        for (int j = 1; j <= b.length(); j++) {
            row[j] = row[j - 1] + lost(b, j - 1) * weight(0, j - 1);
        }
        for (int i = 1; i <= a.length(); i++) {
            double diagonal = row[0];
            row[0] += lost(a, i - 1) * weight(i - 1, 0);
            double nearest = row[0];
            for (int j = 1; j <= b.length(); j++) {
                double weight = weight(i - 1, j - 1);
                double stress = i - 1 <= stressedOfA || j - 1 <= stressedOfB ? 1 : UNSTRESSED;
                double replaced = diagonal + other(a.charAt(i - 1), b.charAt(j - 1), stress) * weight;
                double left = Math.min(row[j] + lost(a, i - 1) * weight, row[j - 1] + lost(b, j - 1) * weight);
                diagonal = row[j];
                row[j] = Math.min(replaced, left);
                nearest = Math.min(nearest, row[j]);
            }
            if (nearest > most) {
                return nearest;
            }
        }
        return row[b.length()];
    }

    private static double weight(int i, int j) {
        return i == 0 && j == 0 ? BEGINNING : 1;
    }

    /** The first vowel stands for the stress; the later ones of English names are hardly told apart. */
    private static int firstVowel(String sounds) {
        int at = 0;
        while (at < sounds.length() && !NameSounds.isVowel(sounds.charAt(at))) {
            at++;
        }
        return at;
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
        if (a >= SOUNDS || b >= SOUNDS) {
            return 1;
        }
        return NameSounds.isVowel(a) && NameSounds.isVowel(b) ? stress * OTHER[a][b] : OTHER[a][b];
    }

    private static double[][] others() {
        double[][] others = new double[SOUNDS][SOUNDS];
        for (char a = 0; a < SOUNDS; a++) {
            for (char b = 0; b < SOUNDS; b++) {
                if (NameSounds.isVowel(a) && NameSounds.isVowel(b)) {
                    others[a][b] = among(CLOSE, a, b) ? CLOSE_VOWELS : VOWEL_FOR_VOWEL;
                } else {
                    others[a][b] = among(NEARLY, a, b) ? NEAR : 1;
                }
            }
        }
        return others;
    }

    private static boolean among(List<String> sets, char a, char b) {
        return sets.stream().anyMatch(set -> set.indexOf(a) >= 0 && set.indexOf(b) >= 0);
    }
}

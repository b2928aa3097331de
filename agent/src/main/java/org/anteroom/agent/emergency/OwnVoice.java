package org.anteroom.agent.emergency;

import java.util.List;
import org.anteroom.agent.words.EditDistance;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.agent.words.Normaliser;

/**
 * Tells whether words that were heard are our own voice coming back over the line.
 *
 * <p>What is assumed: we speak at about 15 characters a second; an echo comes back within half a second and its tail is
 * recognised up to 1.5 s after we stop; the recogniser mis-hears some of it. So a heard word is ours when a word of the
 * sentence that sounds like it was due within a second (and a fifth of the time since the sentence began) of where it was
 * heard, and a hit is ours when two thirds of its words are, in the order of the sentence. A word of the caller's own at
 * another moment than ours stays the caller's.
 */
final class OwnVoice {

    private static final double MS_PER_CHARACTER = 66;
    private static final int TAIL_MS = 1500;
    private static final int EARLY_MS = 250;
    private static final int ECHO_MS = 150;
    private static final double SLACK_MS = 1000;
    private static final double SLACK_SHARE = 0.2;

    private OwnVoice() {}

    /** True when the words are what we say or have just said. */
    static boolean carries(List<HeardWord> words, List<Playing> playing) {
        return playing.stream().anyMatch(sentence -> carries(words, sentence));
    }

    private static boolean carries(List<HeardWord> words, Playing playing) {
        if (words.isEmpty() || !overlaps(words, playing)) {
            return false;
        }
        return 3 * inOrder(words, Normaliser.words(playing.text()), playing.startedMs()) >= 2 * words.size();
    }

    /**
     * How many of the words are ours in the order of our sentence: the most that can be, since a small word put in by the
     * recogniser may stand in our sentence again further on.
     */
    private static int inOrder(List<HeardWord> words, List<String> ours, long startedMs) {
        int[] most = new int[ours.size() + 1];
        for (HeardWord word : words) {
            int characters = 0;
            int diagonal = 0;
            for (int i = 0; i < ours.size(); i++) {
                int before = most[i + 1];
                most[i + 1] = due(word, ours.get(i), characters, startedMs) ? diagonal + 1 : Math.max(before, most[i]);
                diagonal = before;
                characters += ours.get(i).length() + 1;
            }
        }
        return most[ours.size()];
    }

    private static boolean overlaps(List<HeardWord> words, Playing playing) {
        int first = words.get(0).startMs();
        long last = playing.endedMs().isPresent() ? playing.endedMs().getAsLong() + TAIL_MS : Long.MAX_VALUE;
        return first >= playing.startedMs() - EARLY_MS && first <= last;
    }

    /** Whether the word is like one of ours that stands after so many characters of our sentence, and was due then. */
    private static boolean due(HeardWord word, String ours, int characters, long startedMs) {
        double offset = characters * MS_PER_CHARACTER;
        double due = startedMs + offset + ECHO_MS;
        return Math.abs(word.startMs() - due) <= SLACK_MS + SLACK_SHARE * offset && alike(word.text(), ours);
    }

    /** Equal, or a likely mis-hearing: the same first letter and at most a third of the letters changed. */
    static boolean alike(String heard, String said) {
        if (heard.equals(said)) {
            return true;
        }
        int longer = Math.max(heard.length(), said.length());
        return longer >= 4 && heard.charAt(0) == said.charAt(0) && 3 * EditDistance.between(heard, said) <= longer;
    }
}

package org.anteroom.agent.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.anteroom.agent.emergency.Playing;
import org.anteroom.agent.words.EditDistance;
import org.anteroom.agent.words.HeardWord;

/**
 * What we said to the caller and when, in ms of the call's audio: so that neither the detector nor barge-in takes our own
 * voice, coming back from the caller's line, for the caller.
 *
 * <pre>
 *   said   |--- if a life is in danger ---|--- hang up ...
 *   echo      |--- if a life is in danger ---|          each word comes back where it stands in the sentence,
 *             &lt;-&gt; 0 to {@value #ECHO_MS} ms                        never much later: so a caller may repeat our last word
 * </pre>
 *
 * Mailbox only.
 */
final class OwnVoice {
    /** An echo comes back at most so late: the line's round trip and both playout buffers. */
    static final int ECHO_MS = 600;

    private static final int KEPT = 12;
    /** The detector looks back 20 s. */
    private static final int REMEMBERED_MS = 25_000;
    /** How fast the voice speaks, where the length of a sentence isn't known yet. */
    private static final int MS_PER_CHARACTER = 68;
    /** How far the place of a word in its sentence may be guessed wrong: so much, and so much of its distance. */
    private static final int GUESS_MS = 400;

    private static final double GUESS_SHARE = 0.2;

    private record Spoken(int utterance, String words, long startedMs, int lengthMs, OptionalLong endedMs) {
        Playing playing() {
            return new Playing(words, startedMs, endedMs);
        }
    }

    private final List<Spoken> spoken = new ArrayList<>();

    /**
     * The sentence's first sample went out.
     *
     * @param words as they are said: numbers in words
     * @param lengthMs how long it takes, 0 when that isn't known yet
     */
    void started(int utterance, String words, int lengthMs, long audioMs) {
        if (spoken.size() == KEPT) {
            spoken.remove(0);
        }
        int length = lengthMs > 0 ? lengthMs : words.length() * MS_PER_CHARACTER;
        spoken.add(new Spoken(utterance, words, audioMs, length, OptionalLong.empty()));
    }

    /** The sentence is over, played out or stopped. */
    void ended(int utterance, long audioMs) {
        spoken.replaceAll(one -> one.utterance() == utterance && one.endedMs().isEmpty()
                ? new Spoken(utterance, one.words(), one.startedMs(), one.lengthMs(), OptionalLong.of(audioMs))
                : one);
    }

    /** The sentences whose echo may still count. */
    List<Playing> recent(long audioMs) {
        spoken.removeIf(one -> one.endedMs().isPresent() && one.endedMs().getAsLong() + REMEMBERED_MS < audioMs);
        return spoken.stream().map(Spoken::playing).toList();
    }

    /** Whether anything of ours was on the line then, or could still come back from it. */
    boolean spoke(long fromMs, long toMs) {
        return spoken.stream()
                .anyMatch(one -> one.startedMs() <= toMs
                        && (one.endedMs().isEmpty() || one.endedMs().getAsLong() + ECHO_MS >= fromMs));
    }

    /** Whether the word is likely ours: what we said, when it would come back. */
    boolean ours(HeardWord word) {
        return spoken.stream().anyMatch(one -> echoes(one, word));
    }

    private static boolean echoes(Spoken one, HeardWord word) {
        long over = one.endedMs().isPresent() ? one.endedMs().getAsLong() : one.startedMs() + one.lengthMs() * 3L / 2;
        if (word.startMs() < one.startedMs() - 100 || word.startMs() > over + ECHO_MS) {
            return false;
        }
        String heard = word.text().toLowerCase(Locale.ROOT);
        int from = 0;
        for (String said : one.words().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+", -1)) {
            int at = one.words().toLowerCase(Locale.ROOT).indexOf(said, from);
            from = at + said.length();
            long due = one.startedMs()
                    + (long) one.lengthMs() * at / Math.max(1, one.words().length());
            double slack = GUESS_MS + GUESS_SHARE * (due - one.startedMs());
            boolean inTime = word.startMs() >= due - slack && word.startMs() <= due + slack + ECHO_MS;
            if (inTime && alike(said, heard)) {
                return true;
            }
        }
        return false;
    }

    /** Equal, or long enough to be told apart and no further than one edit in four letters. */
    private static boolean alike(String said, String heard) {
        int longest = Math.max(said.length(), heard.length());
        return said.equals(heard)
                || (Math.min(said.length(), heard.length()) >= 3 && EditDistance.between(said, heard) * 4 <= longest);
    }
}

package org.anteroom.agent.rehearsal.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Listening;
import org.anteroom.speech.Word;

/** What a caller makes out of the agent's voice as it comes over the line: words by a recogniser, sentences by the pauses between
 *  them. One thread.
 */
final class LineEar implements AutoCloseable {
    /** Longer than within a sentence, shorter than between two. */
    private static final int SENTENCE_PAUSE_MS = 260;

    private static final Set<String> QUESTIONS = Set.of(
            "what", "which", "who", "when", "where", "how", "would", "shall", "should", "do", "does", "did", "is",
            "are", "can", "could", "may", "have", "has", "will", "whose");

    private final Listening listening;
    private final List<Word> words = new ArrayList<>();
    private int fed;

    /** @param listening closed with this */
    LineEar(Listening listening) {
        this.listening = listening;
    }

    /** How many samples of the line it has had. */
    int fed() {
        return fed;
    }

    /** Hears on. */
    void hear(short[] more) {
        fed += more.length;
        take(listening.feed(more, more.length));
    }

    /** All that was said since it was asked last, as sentences. */
    String said() {
        take(listening.endOfAudio());
        StringBuilder said = new StringBuilder();
        StringBuilder sentence = new StringBuilder();
        Word before = null;
        for (Word word : words) {
            if (before != null && word.startMs() - before.endMs() >= SENTENCE_PAUSE_MS) {
                end(said, sentence);
            }
            sentence.append(sentence.length() == 0 ? "" : " ").append(word.text());
            before = word;
        }
        end(said, sentence);
        words.clear();
        return said.toString();
    }

    private void take(List<Heard> heard) {
        for (Heard each : heard) {
            if (each instanceof Heard.Final end) {
                words.addAll(end.words());
            }
        }
    }

    private static void end(StringBuilder said, StringBuilder sentence) {
        if (sentence.length() == 0) {
            return;
        }
        String first = sentence.toString().split(" ", 2)[0];
        String mark = QUESTIONS.contains(first) ? "?" : ".";
        said.append(said.length() == 0 ? "" : " ")
                .append(sentence.substring(0, 1).toUpperCase(Locale.ROOT))
                .append(sentence.substring(1))
                .append(mark);
        sentence.setLength(0);
    }

    @Override
    public void close() {
        listening.close();
    }
}

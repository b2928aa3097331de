package org.anteroom.agent.rehearsal.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.anteroom.speech.Expected;
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

    /** How a question begins, also where there is hardly a pause before it. */
    private static final Set<String> OPENINGS = Set.of(
            "what is",
            "what else",
            "what number",
            "what message",
            "shall we",
            "how can",
            "is this",
            "is there",
            "may we");
    /** Fewer words are no sentence before it. */
    private static final int SENTENCE_WORDS = 2;

    private final Listening listening;
    private final List<Word> words = new ArrayList<>();
    private int fed;

    /** @param listening closed with this */
    LineEar(Listening listening) {
        this.listening = listening;
        listening.expect(Expected.open().withGrammar(ReadOut.examples()));
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
        int first = 0;
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            boolean pause = before != null && word.startMs() - before.endMs() >= SENTENCE_PAUSE_MS;
            if (pause || (at - first >= SENTENCE_WORDS && opens(at))) {
                end(said, sentence);
                first = at;
            }
            sentence.append(sentence.length() == 0 ? "" : " ").append(word.text());
            before = word;
        }
        end(said, sentence);
        words.clear();
        return said.toString();
    }

    private boolean opens(int at) {
        return at + 1 < words.size()
                && OPENINGS.contains(
                        words.get(at).text() + " " + words.get(at + 1).text());
    }

    private void take(List<Heard> heard) {
        for (Heard each : heard) {
            if (each instanceof Heard.Final end) {
                words.addAll(ReadOut.in(end.words(), end.slot()));
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

package org.anteroom.agent.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Text as the numbers that an uncased BERT model reads: each word cut into the longest piece of the vocabulary that it
 * begins with, then the longest that goes on, to its end (WordPiece; Devlin et al., 2019).
 *
 * <p>Pure and immutable, any thread. What is written as {@code [CLS]} in a text is text, not a mark.
 */
final class WordPieces {
    /** Longest result, marks of begin and end included: a breath of about fifty words. */
    static final int LONGEST = 64;

    /** UTF-16 units looked at: more than {@link #LONGEST} of the longest words, so that any input ends soon. */
    private static final int READ = 2 * LONGEST * BasicTokens.LONGEST_WORD;

    private static final String INSIDE = "##";

    private final Map<String, Integer> ids;
    private final int longestPiece;
    private final int begin;
    private final int end;
    private final int unknown;

    private WordPieces(Map<String, Integer> ids) throws IOException {
        this.ids = ids;
        this.longestPiece = ids.keySet().stream().mapToInt(String::length).max().orElse(0);
        this.begin = mark("[CLS]");
        this.end = mark("[SEP]");
        this.unknown = mark("[UNK]");
    }

    /**
     * Reads the vocabulary of a {@code tokenizer.json} and leaves the stream open.
     *
     * @throws IOException when it holds no WordPiece vocabulary
     */
    static WordPieces read(InputStream tokenizer) throws IOException {
        JsonNode vocabulary =
                new ObjectMapper().readTree(tokenizer).path("model").path("vocab");
        Map<String, Integer> ids = new HashMap<>();
        vocabulary
                .fields()
                .forEachRemaining(
                        piece -> ids.put(piece.getKey(), piece.getValue().asInt()));
        return new WordPieces(ids);
    }

    /** The ids of a text between those of begin and end, {@value #LONGEST} at most; what goes beyond is left out. */
    long[] of(String text) {
        Row row = new Row();
        row.add(begin);
        BasicTokens.read(text, READ, word -> {
            cut(word, row);
            return row.hasRoom();
        });
        row.close(end);
        return row.ids();
    }

    private void cut(String word, Row row) {
        if (word.codePointCount(0, word.length()) > BasicTokens.LONGEST_WORD) {
            row.add(unknown);
            return;
        }
        int start = row.size;
        int from = 0;
        while (from < word.length()) {
            int to = pieceEnd(word, from);
            if (to == from) {
                row.size = start;
                row.add(unknown);
                return;
            }
            row.add(ids.getOrDefault(piece(word, from, to), unknown));
            from = to;
        }
    }

    /** Where the longest piece ends that starts at {@code from}; {@code from} itself when there is none. */
    private int pieceEnd(String word, int from) {
        int to = Math.min(word.length(), from + longestPiece);
        while (to > from && !ids.containsKey(piece(word, from, to))) {
            to--;
        }
        return to;
    }

    private static String piece(String word, int from, int to) {
        String part = word.substring(from, to);
        return from == 0 ? part : INSIDE + part;
    }

    private int mark(String piece) throws IOException {
        Integer id = ids.get(piece);
        if (id == null) {
            throw new IOException("The vocabulary of the sentence model has no " + piece);
        }
        return id;
    }

    /** The ids so far. Holds a whole word beyond the end, because a word may turn out unknown at its last letter. */
    private static final class Row {
        private final long[] ids = new long[LONGEST + 2 * BasicTokens.LONGEST_WORD];
        private int size;

        void add(int id) {
            ids[size++] = id;
        }

        boolean hasRoom() {
            return size < LONGEST - 1;
        }

        void close(int mark) {
            size = Math.min(size, LONGEST - 1);
            add(mark);
        }

        long[] ids() {
            return Arrays.copyOf(ids, size);
        }
    }
}

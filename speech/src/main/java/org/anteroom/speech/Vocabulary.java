package org.anteroom.speech;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.anteroom.speech.language.SymbolTable;

/** The words a model can recognise: whatever is not among them can be said by a caller but never heard. */
public final class Vocabulary {
    private static final int FST = 0x7eb2fdd6;
    private static final int SEARCHED_BYTES = 4_096;

    private static final int MOST_CHANGES = 2;

    private final Set<String> words;

    private Vocabulary(Set<String> words) {
        this.words = words;
    }

    /**
     * Reads the model's words: from graph/words.txt where there is one, otherwise from the symbol table inside
     * graph/Gr.fst (OpenFst's binary format).
     *
     * @param model folder of the model
     * @throws IOException when neither can be read; the message names the file
     */
    public static Vocabulary of(Path model) throws IOException {
        Path list = model.resolve("graph/words.txt");
        if (Files.exists(list)) {
            Set<String> words = new HashSet<>();
            for (String line : Files.readAllLines(list)) {
                add(words, line.split("\\s+", 2)[0]);
            }
            return new Vocabulary(words);
        }
        Path grammar = model.resolve("graph/Gr.fst");
        try {
            ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(grammar)).order(ByteOrder.LITTLE_ENDIAN);
            return new Vocabulary(symbols(in));
        } catch (RuntimeException | IOException e) {
            throw new IOException("the words of the speech model can't be read from " + grammar.toAbsolutePath(), e);
        }
    }

    /** Whether the recogniser can hear this word. */
    public boolean knows(String word) {
        return words.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The words of these phrases that the recogniser can't hear, sorted. */
    public List<String> unknown(Collection<String> phrases) {
        Set<String> unknown = new TreeSet<>();
        for (String phrase : phrases) {
            for (String word : phrase.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+", -1)) {
                if (!word.isEmpty() && !words.contains(word)) {
                    unknown.add(word);
                }
            }
        }
        return List.copyOf(unknown);
    }

    /** Words that are written nearly the same, the most alike first: what the recogniser may hear instead. */
    public List<String> nearest(String word, int most) {
        String wanted = word.toLowerCase(Locale.ROOT);
        record Near(String word, int distance) {}
        return words.stream()
                .filter(each ->
                        Math.abs(each.length() - wanted.length()) <= MOST_CHANGES && each.charAt(0) == wanted.charAt(0))
                .map(each -> new Near(each, changes(each, wanted)))
                .filter(near -> near.distance() <= MOST_CHANGES)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
                .limit(most)
                .map(Near::word)
                .toList();
    }

    /** Letters to change, add or leave out until one is the other. */
    private static int changes(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    /** Every word, lower case, in no order. */
    public Set<String> words() {
        return Collections.unmodifiableSet(words);
    }

    /** How many words there are. */
    public int size() {
        return words.size();
    }

    private static Set<String> symbols(ByteBuffer in) throws IOException {
        if (in.getInt(0) != FST) {
            throw new EOFException("not an OpenFst file");
        }
        in.position(find(in));
        Set<String> words = new HashSet<>();
        SymbolTable.read(in).numbers().keySet().forEach(symbol -> add(words, symbol));
        return words;
    }

    private static int find(ByteBuffer in) throws EOFException {
        for (int at = 4; at < Math.min(SEARCHED_BYTES, in.limit() - 4); at++) {
            if (in.getInt(at) == SymbolTable.MARK) {
                return at;
            }
        }
        throw new EOFException("no symbol table");
    }

    /** Not "&lt;eps&gt;", "#0", "[unk]" or "!SIL". */
    private static void add(Set<String> words, String symbol) {
        if (!symbol.isEmpty() && "<#[!".indexOf(symbol.charAt(0)) < 0) {
            words.add(symbol.toLowerCase(Locale.ROOT));
        }
    }
}

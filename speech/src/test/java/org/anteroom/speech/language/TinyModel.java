package org.anteroom.speech.language;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A language model of three words, put down bit by bit. Contexts: 0 none, 1 the beginning, 2 "hello", 3 "hello" at the beginning.
 *
 * <pre>
 *   after        hello  world  again  end  backoff
 *   nothing       0.3    0.3    0.2   0.2
 *   beginning     0.6                      0.4 / 0.7
 *   hello                0.5          0.1  0.4 / 0.5
 *   beginning, hello     0.7               0.3 / 0.5
 * </pre>
 */
final class TinyModel {
    static final Path NAME = Path.of("Tiny.fst");
    static final List<String> SYMBOLS = List.of("<eps>", "hello", "world", "again");
    static final int HELLO = 1;
    static final int WORLD = 2;
    static final int AGAIN = 3;

    private final ByteBuffer out = ByteBuffer.allocate(1_000).order(ByteOrder.LITTLE_ENDIAN);
    /** Where the three sizes begin; 24 bytes further the bits. */
    final int sizes;

    final int words;
    final int listed;
    final int costs;
    final byte[] bytes;

    TinyModel() {
        out.putInt(0x7eb2fdd6);
        text("ngram");
        text("standard");
        out.putInt(4).putInt(3).putLong(0x25a555550001L);
        out.putLong(1).putLong(4).putLong(0);
        table();
        table();
        sizes = out.position();
        out.putLong(4).putLong(6).putLong(2);
        bits("10" + "110" + "0" + "10" + "0");
        bits("0" + "1110" + "10" + "10" + "10");
        bits("1010");
        words = out.position();
        out.putInt(-1).putInt(0).putInt(HELLO).putInt(0).putInt(0);
        listed = out.position();
        out.putInt(HELLO)
                .putInt(WORLD)
                .putInt(AGAIN)
                .putInt(HELLO)
                .putInt(WORLD)
                .putInt(WORLD);
        costs(0, 0.4 / 0.7, 0.4 / 0.5, 0.3 / 0.5, 1);
        costs(0.2, 0.1);
        costs = out.position();
        costs(0.3, 0.3, 0.2, 0.6, 0.5, 0.7, 1);
        bytes = Arrays.copyOf(out.array(), out.position());
    }

    /** The probabilities of all words and of the end after a context, added up. */
    static double sum(BackoffModel model, int context, int words) {
        return model.probability(context, BackoffModel.END)
                + IntStream.rangeClosed(1, words)
                        .mapToDouble(word -> model.probability(context, word))
                        .sum();
    }

    private void table() {
        out.putInt(0x7eb2fb74);
        text("words.txt");
        out.putLong(SYMBOLS.size()).putLong(SYMBOLS.size());
        for (int i = 0; i < SYMBOLS.size(); i++) {
            text(SYMBOLS.get(i));
            out.putLong(i);
        }
    }

    private void text(String text) {
        out.putInt(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void bits(String bits) {
        out.putLong(Long.parseLong(new StringBuilder(bits).reverse().toString(), 2));
    }

    private void costs(double... probabilities) {
        for (double probability : probabilities) {
            out.putFloat((float) (0 - Math.log(probability)));
        }
    }
}

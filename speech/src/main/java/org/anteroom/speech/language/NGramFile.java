package org.anteroom.speech.language;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import org.anteroom.speech.language.BackoffModel.Span;

/**
 * A language model in OpenFst's format "ngram". The tree of contexts is one bit for each and one more for each that has all its children
 * (J. Sorensen and C. Allauzen, "Unary data structures for language models", 2011):
 *
 * <pre>
 *   header and tables of words   kept as they are, but for the number of contexts
 *   three 64-bit numbers         contexts c, listed words n, contexts a sentence may end in e
 *   2c + 1 bits                  10 for the root itself, then for each context a 1 for each child and a 0
 *   n + c + 1 bits               0, then for each context a 1 for each listed word and a 0
 *   c bits                       1 where a sentence may end
 *   c + 1, n 32-bit numbers      first word of each context; listed words
 *   c + 1, e, n + 1 floats       -ln of backoffs, of ends, of the listed words' probabilities
 * </pre>
 *
 * Bits begin at the lowest of 64-bit words; everything is little-endian. The last of c + 1 and of n + 1 means nothing.
 */
final class NGramFile {
    private static final int FST = 0x7eb2fdd6;
    private static final String KIND = "ngram";
    private static final String WEIGHTS = "standard";
    private static final int VERSION = 4;
    private static final int BOTH_TABLES = 3;
    /** The context of the beginning of a sentence, in which recognition starts. */
    private static final int START = 1;

    /** Header and tables, the number of contexts in it at {@code contextsAt}. */
    private record Head(byte[] bytes, int contextsAt, SymbolTable words) {}

    private final Head head;
    private final BackoffModel model;

    private NGramFile(Head head, BackoffModel model) {
        this.head = head;
        this.model = model;
    }

    /**
     * Takes a file apart.
     *
     * @param name where the bytes came from, for the message
     * @throws IOException when they are no such file, or one that contradicts itself; the message says which file, and in what way
     */
    static NGramFile read(byte[] bytes, Path name) throws IOException {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            Head head = head(in);
            int most = Collections.max(head.words().numbers().values());
            return new NGramFile(head, model(in, most));
        } catch (BufferUnderflowException e) {
            throw unusable(name, "it is cut off", e);
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(name, String.valueOf(e.getMessage()), e);
        }
    }

    SymbolTable words() {
        return head.words();
    }

    BackoffModel model() {
        return model;
    }

    /** The same header and words around another model of these words. */
    NGramFile with(BackoffModel other) {
        return new NGramFile(head, other);
    }

    /** The file. */
    byte[] bytes() {
        int contexts = model.contexts();
        BitSet children = new BitSet();
        BitSet listed = new BitSet();
        BitSet ends = new BitSet();
        children.set(0);
        int child = 2;
        int place = 1;
        for (int i = 0; i < contexts; i++) {
            Span below = model.children(i);
            children.set(child, child + below.to() - below.from());
            child += below.to() - below.from() + 1;
            Span here = model.listed(i);
            listed.set(place, place + here.to() - here.from());
            place += here.to() - here.from() + 1;
            ends.set(i, model.end(i) > 0);
        }
        Sizes sizes = new Sizes(contexts, model.listed(), ends.cardinality());
        ByteBuffer out = ByteBuffer.allocate(head.bytes().length + Sizes.BYTES + (int) sizes.bytes());
        out.order(ByteOrder.LITTLE_ENDIAN).put(head.bytes()).putLong(head.contextsAt(), contexts);
        out.putLong(sizes.contexts()).putLong(sizes.listed()).putLong(sizes.ends());
        put(out, children, sizes.childBits());
        put(out, listed, sizes.listedBits());
        put(out, ends, sizes.contexts());
        putNumbers(out);
        return out.array();
    }

    private void putNumbers(ByteBuffer out) {
        for (int i = 0; i < model.contexts(); i++) {
            out.putInt(model.word(i));
        }
        out.putInt(0);
        for (int i = 0; i < model.listed(); i++) {
            out.putInt(model.listedWord(i));
        }
        for (int i = 0; i < model.contexts(); i++) {
            out.putFloat(cost(model.backoff(i)));
        }
        out.putFloat(0);
        for (int i = 0; i < model.contexts(); i++) {
            if (model.end(i) > 0) {
                out.putFloat(cost(model.end(i)));
            }
        }
        for (int i = 0; i < model.listed(); i++) {
            out.putFloat(cost(model.listedProbability(i)));
        }
        out.putFloat(0);
    }

    /** How many there are of what, as the file says. */
    private record Sizes(long contexts, long listed, long ends) {
        static final int BYTES = 3 * Long.BYTES;

        static Sizes read(ByteBuffer in) throws IOException {
            Sizes sizes = new Sizes(in.getLong(), in.getLong(), in.getLong());
            for (long size : new long[] {sizes.contexts, sizes.listed, sizes.ends}) {
                // so that the sum below can't overflow
                expect(size >= 0 && size <= in.remaining(), "it is cut off, or its sizes are wrong");
            }
            expect(sizes.contexts > START, "it has no context of a sentence's beginning");
            long missing = sizes.bytes() - in.remaining();
            expect(missing <= 0, "it is cut off: " + missing + " bytes are missing");
            expect(missing == 0, "it has " + -missing + " bytes too many");
            return sizes;
        }

        long childBits() {
            return 2 * contexts + 1;
        }

        long listedBits() {
            return listed + contexts + 1;
        }

        long bytes() {
            return packed(childBits())
                    + packed(listedBits())
                    + packed(contexts)
                    + Integer.BYTES * (contexts + 1 + listed)
                    + Float.BYTES * (contexts + 1 + ends + listed + 1);
        }

        static long packed(long bits) {
            return (bits + Long.SIZE - 1) / Long.SIZE * Long.BYTES;
        }
    }

    private static Head head(ByteBuffer in) throws IOException {
        expect(in.getInt() == FST, "it doesn't begin like a file of OpenFst");
        String kind = SymbolTable.text(in);
        expect(kind.equals(KIND), "it is of OpenFst's type \"" + kind + "\", not \"" + KIND + "\"");
        String weights = SymbolTable.text(in);
        expect(weights.equals(WEIGHTS), "its weights are \"" + weights + "\", not \"" + WEIGHTS + "\"");
        int version = in.getInt();
        expect(version == VERSION, "it is of version " + version + ", not " + VERSION);
        expect(in.getInt() == BOTH_TABLES, "it doesn't carry a table of words for either side");
        in.getLong(); // properties, which are those of every such model
        expect(in.getLong() == START, "it doesn't start at the beginning of a sentence");
        int contextsAt = in.position();
        in.getLong();
        in.getLong(); // number of arcs, which this type leaves at 0
        SymbolTable words = SymbolTable.read(in);
        expect(words.numbers().equals(SymbolTable.read(in).numbers()), "its two tables of words differ");
        expect(!words.numbers().isEmpty(), "it has no words");
        byte[] bytes = new byte[in.position()];
        in.get(0, bytes);
        return new Head(bytes, contextsAt, words);
    }

    private static BackoffModel model(ByteBuffer in, int highestWord) throws IOException {
        Sizes sizes = Sizes.read(in);
        int contexts = (int) sizes.contexts();
        int listed = (int) sizes.listed();
        BitSet children = bits(in, sizes.childBits());
        BitSet places = bits(in, sizes.listedBits());
        BitSet ends = bits(in, sizes.contexts());
        expect(
                children.cardinality() == contexts
                        && places.cardinality() == listed
                        && ends.cardinality() == sizes.ends(),
                "its bits don't fit its sizes");
        expect(children.get(0) && !children.get(1) && !places.get(0), "its tree of contexts has no root");

        int words = skip(in, contexts + 1);
        int listedWords = skip(in, listed);
        int backoffs = skip(in, contexts + 1);
        int endCosts = skip(in, (int) sizes.ends());
        int costs = in.position();
        BackoffModel.Builder model = new BackoffModel.Builder(contexts, listed);
        int child = 0;
        int parent = BackoffModel.NONE;
        int place = 0;
        for (int context = 0; context < contexts; context++) {
            for (; !children.get(child); child++) {
                parent++;
            }
            child++;
            int word = in.getInt(words + Integer.BYTES * context);
            expect(word <= highestWord, "it has a word that isn't in its table");
            model.context(parent, word, probability(in, backoffs + Float.BYTES * context));
            for (int bit = place + context + 1; places.get(bit); bit++) {
                int next = in.getInt(listedWords + Integer.BYTES * place);
                expect(next <= highestWord, "it has a word that isn't in its table");
                model.word(next, probability(in, costs + Float.BYTES * place));
                place++;
            }
            if (ends.get(context)) {
                model.end(probability(in, endCosts));
                endCosts += Float.BYTES;
            }
        }
        expect(in.getInt(words + Integer.BYTES * START) == SentenceCounts.START, "it has no beginning of a sentence");
        return model.build();
    }

    /** Steps over numbers of 32 bits and returns where they begin. */
    private static int skip(ByteBuffer in, int numbers) {
        int begin = in.position();
        in.position(begin + Integer.BYTES * numbers);
        return begin;
    }

    private static BitSet bits(ByteBuffer in, long bits) {
        byte[] packed = new byte[(int) Sizes.packed(bits)];
        in.get(packed);
        BitSet result = BitSet.valueOf(packed);
        result.clear((int) bits, Math.max((int) bits, result.length()));
        return result;
    }

    private static void put(ByteBuffer out, BitSet bits, long size) {
        int end = out.position() + (int) Sizes.packed(size);
        out.put(bits.toByteArray()).position(end);
    }

    // StrictMath, because the last digit of Math's may differ from one machine to another.

    private static double probability(ByteBuffer in, int at) {
        return StrictMath.exp(-in.getFloat(at));
    }

    private static float cost(double probability) {
        return (float) (0 - StrictMath.log(probability)); // of 1 it is 0, not -0
    }

    private static void expect(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }

    private static IOException unusable(Path name, String reason, Exception cause) {
        return new IOException(name + " can't be used as a language model: " + reason + ".", cause);
    }
}

package org.anteroom.speech.language;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words of an OpenFst file with the number of each, from the binary table inside it. */
public final class SymbolTable {
    /** What a table begins with; the same in every version and machine order we meet. */
    public static final int MARK = 0x7eb2fb74;

    private static final int MOST_SYMBOLS = 5_000_000;
    private static final int LONGEST_SYMBOL = 1_000;

    private final Map<String, Integer> numbers;

    private SymbolTable(Map<String, Integer> numbers) {
        this.numbers = numbers;
    }

    /**
     * Reads a table and leaves the buffer behind it: mark, name, next free number, count, then each symbol with its number; strings
     * are length and bytes.
     *
     * @param in little-endian, at the mark
     * @throws IOException when it is none or is cut off; the message says in what way, not where
     */
    public static SymbolTable read(ByteBuffer in) throws IOException {
        if (integer(in) != MARK) {
            throw new IOException("no table of words");
        }
        text(in);
        number(in);
        long count = number(in);
        if (count < 0 || count > MOST_SYMBOLS) {
            throw new IOException("a table of " + count + " words");
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            String symbol = text(in);
            long number = number(in);
            if (number < 0 || number > Integer.MAX_VALUE) {
                throw new IOException("a word with the number " + number);
            }
            numbers.put(symbol, (int) number);
        }
        return new SymbolTable(Collections.unmodifiableMap(numbers));
    }

    /** Each symbol with its number, 0 or more, in the order of the file: words, and marks such as {@code <eps>} and {@code [unk]}. */
    public Map<String, Integer> numbers() {
        return numbers;
    }

    /** A string of OpenFst: length in bytes, then UTF-8. */
    static String text(ByteBuffer in) throws IOException {
        int length = integer(in);
        if (length < 0 || length > LONGEST_SYMBOL) {
            throw new IOException("a string of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        enough(in, length);
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int integer(ByteBuffer in) throws IOException {
        enough(in, Integer.BYTES);
        return in.getInt();
    }

    private static long number(ByteBuffer in) throws IOException {
        enough(in, Long.BYTES);
        return in.getLong();
    }

    private static void enough(ByteBuffer in, int bytes) throws IOException {
        if (in.remaining() < bytes) {
            throw new IOException("it is cut off");
        }
    }
}

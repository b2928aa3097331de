package org.anteroom.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One entry in the journal's native protocol (systemd.io/JOURNAL_NATIVE_PROTOCOL): {@code NAME=value} and a line feed; a value
 *  that has line feeds itself goes as its length and its bytes, so that nothing in it can pass for another field. One thread.
 */
final class JournalEntry {

    /** In characters; what is longer goes to the journal by a way that Java hasn't. */
    static final int LONGEST = 16_384;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds a field; one without a value is left out.
     *
     *  @param name capital letters, digits and underscores
     */
    JournalEntry field(String name, String value) {
        if (value.isEmpty()) {
            return this;
        }
        byte[] content = cut(value).getBytes(UTF_8);
        bytes.writeBytes(name.getBytes(UTF_8));
        if (value.indexOf('\n') < 0) {
            bytes.write('=');
        } else {
            bytes.write('\n');
            bytes.writeBytes(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(content.length)
                    .array());
        }
        bytes.writeBytes(content);
        bytes.write('\n');
        return this;
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 4) + " ...";
    }

    byte[] datagram() {
        return bytes.toByteArray();
    }
}

package org.anteroom.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WAV files of the one kind this room keeps: 8 kHz, mono, 16-bit PCM. */
final class Wav {
    private static final int HEADER = 44;
    private static final int HERTZ = 8_000;
    private static final int RIFF_HEADER = 12;
    private static final int FORMAT_BYTES = 16;

    private Wav() {}

    /**
     * The samples of a file, skipping chunks that are not needed.
     *
     * @throws IOException when it is cut off or of another kind
     */
    static short[] read(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEADER || !text(in, 0).equals("RIFF") || !text(in, 8).equals("WAVE")) {
            throw new IOException("not a WAV file");
        }
        boolean known = false;
        for (int at = RIFF_HEADER; at + 8 <= file.length; ) {
            String chunk = text(in, at);
            int length = in.getInt(at + 4);
            int body = at + 8;
            if (length < 0 || length > file.length - body) {
                throw new IOException("a WAV file that is cut off");
            }
            if (chunk.equals("fmt ") && length >= FORMAT_BYTES) {
                known = in.getShort(body) == 1
                        && in.getShort(body + 2) == 1
                        && in.getInt(body + 4) == HERTZ
                        && in.getShort(body + 14) == 16;
            } else if (chunk.equals("data") && known) {
                short[] pcm = new short[length / 2];
                in.position(body);
                in.asShortBuffer().get(pcm);
                return pcm;
            }
            at = body + length + (length & 1);
        }
        throw new IOException("not an 8 kHz mono 16-bit PCM WAV file");
    }

    static byte[] write(short[] pcm) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + 2 * pcm.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(HEADER - 8 + 2 * pcm.length).put(ascii("WAVEfmt "));
        out.putInt(FORMAT_BYTES).putShort((short) 1).putShort((short) 1);
        out.putInt(HERTZ).putInt(2 * HERTZ).putShort((short) 2).putShort((short) 16);
        out.put(ascii("data")).putInt(2 * pcm.length);
        out.asShortBuffer().put(pcm);
        return out.array();
    }

    private static String text(ByteBuffer in, int at) {
        byte[] four = new byte[4];
        in.get(at, four);
        return new String(four, StandardCharsets.US_ASCII);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

package org.anteroom.media;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** WAV files of 8 kHz mono: 16-bit PCM, mu-law and A-law are read, the first two are written. */
public final class Wav {
    /** Longest sound that is read: one hour. */
    public static final int MOST_SAMPLES = 3600 * Pcm.RATE;

    private static final int FORMAT_PCM = 1;
    private static final int FORMAT_A_LAW = 6;
    private static final int FORMAT_MU_LAW = 7;
    private static final int SHORTEST_FORMAT = 16;
    private static final int LONGEST_FORMAT = 1024;
    private static final int HEADER = 44;

    private record Format(int code, int channels, int rate, int bits) {}

    private Wav() {}

    /** Reads a file. @throws IOException with a sentence that names the file and what is wrong with it */
    public static short[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /**
     * Reads a stream up to the end of its data chunk and leaves it open.
     *
     * @param name what the stream is called in messages
     * @throws IOException with a sentence that names the stream and what is wrong with it
     */
    public static short[] read(InputStream in, String name) throws IOException {
        DataInputStream data = new DataInputStream(in);
        try {
            if (!"RIFF".equals(tag(data)) || length(data) < 0 || !"WAVE".equals(tag(data))) {
                throw new IOException(name + " is not a WAV file: it does not begin with RIFF and WAVE.");
            }
            Format format = null;
            while (true) {
                String chunk = tag(data);
                long length = length(data);
                if ("fmt ".equals(chunk)) {
                    format = format(data, length, name);
                } else if ("data".equals(chunk)) {
                    return samples(data, length, format, name);
                } else {
                    data.skipNBytes(length + (length & 1));
                }
            }
        } catch (EOFException e) {
            throw new IOException(
                    name + " ends before its sound does: it is damaged or was not written to its end.", e);
        }
    }

    private static Format format(DataInputStream data, long length, String name) throws IOException {
        if (length < SHORTEST_FORMAT || length > LONGEST_FORMAT) {
            throw new IOException(name + " has a format chunk of " + length + " bytes: it is damaged.");
        }
        byte[] bytes = new byte[(int) (length + (length & 1))];
        data.readFully(bytes);
        ByteBuffer chunk = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new Format(
                chunk.getShort(0) & 0xFFFF, chunk.getShort(2) & 0xFFFF, chunk.getInt(4), chunk.getShort(14) & 0xFFFF);
    }

    private static short[] samples(DataInputStream data, long length, @Nullable Format format, String name)
            throws IOException {
        if (format == null) {
            throw new IOException(name + " has its sound before its format: it is damaged.");
        }
        boolean pcm = format.code() == FORMAT_PCM && format.bits() == 16;
        boolean companded = (format.code() == FORMAT_MU_LAW || format.code() == FORMAT_A_LAW) && format.bits() == 8;
        if (format.rate() != Pcm.RATE || format.channels() != 1 || !(pcm || companded)) {
            throw new IOException(name + " is WAV format " + format.code() + " with " + format.channels()
                    + " channels of " + format.bits() + " bits at " + format.rate()
                    + " Hz, but 8000 Hz mono as 16-bit PCM, mu-law or A-law is needed: convert it first.");
        }
        long count = pcm ? length / Short.BYTES : length;
        if (count > MOST_SAMPLES) {
            throw new IOException(name + " says it is " + count / Pcm.RATE + " s long; at most "
                    + MOST_SAMPLES / Pcm.RATE + " s are read.");
        }
        byte[] bytes = data.readNBytes((int) (pcm ? count * Short.BYTES : count));
        if (bytes.length < (pcm ? count * Short.BYTES : count)) {
            throw new EOFException();
        }
        return pcm ? fromPcm(bytes) : expanded(bytes, format.code() == FORMAT_MU_LAW ? Codec.PCMU : Codec.PCMA);
    }

    private static short[] fromPcm(byte[] bytes) {
        short[] samples = new short[bytes.length / Short.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    private static short[] expanded(byte[] bytes, Codec codec) {
        short[] samples = new short[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            samples[i] = G711.decode(codec, bytes[i]);
        }
        return samples;
    }

    private static String tag(DataInputStream data) throws IOException {
        byte[] bytes = new byte[4];
        data.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static long length(DataInputStream data) throws IOException {
        return Integer.toUnsignedLong(Integer.reverseBytes(data.readInt()));
    }

    /** Writes 16-bit PCM. */
    public static void write(Path file, short[] pcm) throws IOException {
        ByteBuffer sound = ByteBuffer.allocate(pcm.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        sound.asShortBuffer().put(pcm);
        write(file, new Format(FORMAT_PCM, 1, Pcm.RATE, 16), sound.array());
    }

    /** Writes mu-law, half the size. */
    public static void writeMuLaw(Path file, short[] pcm) throws IOException {
        byte[] sound = new byte[pcm.length];
        for (int i = 0; i < pcm.length; i++) {
            sound[i] = G711.encode(Codec.PCMU, pcm[i]);
        }
        write(file, new Format(FORMAT_MU_LAW, 1, Pcm.RATE, 8), sound);
    }

    private static void write(Path file, Format format, byte[] sound) throws IOException {
        int frame = format.bits() / 8;
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(bytes("RIFF"))
                .putInt(HEADER - 8 + sound.length + (sound.length & 1))
                .put(bytes("WAVE"));
        header.put(bytes("fmt "))
                .putInt(SHORTEST_FORMAT)
                .putShort((short) format.code())
                .putShort((short) 1);
        header.putInt(format.rate()).putInt(format.rate() * frame).putShort((short) frame);
        header.putShort((short) format.bits()).put(bytes("data")).putInt(sound.length);
        ByteArrayOutputStream whole = new ByteArrayOutputStream(HEADER + sound.length + 1);
        whole.writeBytes(header.array());
        whole.writeBytes(sound);
        if ((sound.length & 1) == 1) {
            whole.write(0);
        }
        Files.write(file, whole.toByteArray());
    }

    private static byte[] bytes(String tag) {
        return tag.getBytes(StandardCharsets.ISO_8859_1);
    }
}

package org.anteroom.agent.interop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Makes an 8 kHz mono WAV file with a tone, or silence for 0 Hz, for a telephone to play. */
final class TestTone {

    private static final int RATE = 8_000;
    private static final int AMPLITUDE = 8_000;

    private TestTone() {}

    static Path write(Path file, double hertz, Duration length) throws IOException {
        int samples = (int) (length.toMillis() * RATE / 1_000);
        ByteBuffer wav = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples * 2);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples * 2);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (AMPLITUDE * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(wav.array());
        }
        return file;
    }
}

package org.anteroom.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses as {@code gzip -9n} does: smallest, without name and time. */
final class Gzip {

    /** Where a gzip header says how hard was tried; RFC 1952, XFL. */
    private static final int EFFORT = 8;

    private static final byte SLOWEST = 2;

    private Gzip() {}

    static byte[] of(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new Slow(packed)) {
            out.write(content);
        }
        byte[] bytes = packed.toByteArray();
        bytes[EFFORT] = SLOWEST;
        return bytes;
    }

    private static final class Slow extends GZIPOutputStream {
        Slow(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}

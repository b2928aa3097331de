package org.anteroom.agent.records;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anteroom.agent.config.FileTrouble;

/**
 * Sealed recordings, one file per call, named by the call's id alone. Sound is 16-bit PCM in segments of 4 KB that are
 * sealed one by one, so what a power cut leaves can be heard up to the last full segment (a quarter of a second of one
 * channel at 8 kHz).
 */
public final class Recordings {
    static final String FOLDER = "recordings";
    private static final Pattern CALL_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** Bytes of a sealed segment; the first one holds the header too. */
    private static final int SEGMENT = 4096;

    private final Path folder;
    private final Vault vault;

    private Recordings(Path folder, Vault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    /** Opens the recordings beside the database of a data folder. */
    public static Recordings open(Path dataFolder, Vault vault) {
        Path folder = dataFolder.resolve(FOLDER);
        try {
            Durable.folder(folder);
            return new Recordings(folder, vault);
        } catch (IOException e) {
            throw trouble("The folder " + folder + " can't be used for recordings", e);
        }
    }

    /** Begins the recording of a call; a call has one. The caller closes it. */
    public Recording begin(String callId) {
        try {
            FileChannel channel = FileChannel.open(
                    file(callId),
                    EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(Durable.OWNER));
            return begin(callId, channel);
        } catch (IOException | GeneralSecurityException e) {
            throw trouble("The recording of call " + callId + " can't be begun", e);
        }
    }

    private Recording begin(String callId, FileChannel channel) throws IOException, GeneralSecurityException {
        try {
            Durable.forceFolder(folder);
            OutputStream sealed = vault.recordings().newEncryptingStream(durable(channel), name(callId));
            return new Recording(callId, channel, sealed);
        } catch (IOException | GeneralSecurityException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Reads part of a recording.
     *
     * @param from first sample, counted over all channels
     * @param most how many samples to give back at most
     * @return empty when the call has no recording
     */
    public Optional<Recorded> read(String callId, long from, int most) {
        Path file = file(callId);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream whole = opened(file, callId, InputStream.nullInputStream())) {
            return Optional.of(Recorded.read(whole, from, most, true));
        } catch (IOException | GeneralSecurityException cutOff) {
            return Optional.of(readCutOff(file, callId, from, most));
        }
    }

    /** Whether the call has a recording. */
    public boolean has(String callId) {
        return Files.exists(file(callId));
    }

    /** Deletes the recording of a call; false when there was none. */
    public boolean delete(String callId) {
        try {
            boolean there = Files.deleteIfExists(file(callId));
            Durable.forceFolder(folder);
            return there;
        } catch (IOException e) {
            throw trouble("The recording of call " + callId + " can't be deleted", e);
        }
    }

    /**
     * The last segment of a finished file is sealed as the last. In a file that was cut off none is, so one byte behind
     * its end keeps the reader from taking a full segment for the last and refusing it.
     */
    private Recorded readCutOff(Path file, String callId, long from, int most) {
        try {
            if (Files.size(file) < SEGMENT) {
                return new Recorded(new short[0], false);
            }
        } catch (IOException e) {
            throw trouble("The recording of call " + callId + " can't be read", e);
        }
        try (InputStream part = opened(file, callId, new ByteArrayInputStream(new byte[1]))) {
            return Recorded.read(part, from, most, false);
        } catch (IOException | GeneralSecurityException e) {
            throw trouble(
                    "The recording of call " + callId + " does not open: it was changed or sealed with another key", e);
        }
    }

    private InputStream opened(Path file, String callId, InputStream behind)
            throws IOException, GeneralSecurityException {
        InputStream sealed = new SequenceInputStream(new BufferedInputStream(Files.newInputStream(file)), behind);
        return vault.recordings().newDecryptingStream(sealed, name(callId));
    }

    private static OutputStream durable(FileChannel channel) {
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                channel.force(true);
                super.close();
            }
        };
    }

    private Path file(String callId) {
        if (!CALL_ID.matcher(callId).matches()) {
            throw new IllegalArgumentException("not a call id");
        }
        return folder.resolve(callId + ".sealed");
    }

    private static byte[] name(String callId) {
        return ("recording\0" + callId).getBytes(StandardCharsets.UTF_8);
    }

    static StoreException trouble(String what, Exception cause) {
        return new StoreException(what + " (" + FileTrouble.why(cause) + "). Check the disk and its space.", cause);
    }
}

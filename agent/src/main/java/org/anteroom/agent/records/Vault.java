package org.anteroom.agent.records;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anteroom.agent.config.FileTrouble;
import org.anteroom.agent.config.Problem;
import org.anteroom.agent.config.RecordsConfig;

/**
 * Seals everything with PHI before it reaches the disk: AES-256-GCM, each value bound to its cell. The data keys lie
 * beside the data, wrapped by the key of the key file, so that file can change without sealing everything anew. Any
 * thread.
 */
public final class Vault {
    private static final String CELLS = "cells.keyset";
    private static final String RECORDINGS = "recordings.keyset";

    private final Aead cells;
    private final StreamingAead recordings;

    private Vault(Aead cells, StreamingAead recordings) {
        this.cells = cells;
        this.recordings = recordings;
    }

    /** Makes a new key file, mode 0400. An existing one is refused, never overwritten. */
    public static void createKeyFile(Path keyFile) throws IOException, VaultException {
        KeyFile.create(keyFile);
    }

    /** The same for a folder of records, none of which another key may have sealed.
     *
     *  @throws VaultException when there are such
     */
    public static void createKeyFile(Path keyFile, Path folder) throws IOException, VaultException {
        if (sealed(folder)) {
            throw new VaultException("There are records in " + folder + ", but their key " + keyFile
                    + " is missing: put back the copy you keep in a safe place. A new key would open none of them.");
        }
        createKeyFile(keyFile);
    }

    private static boolean sealed(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return false;
        }
        return !Remains.of(folder).isEmpty()
                || Stream.of(Database.FILE, CELLS, RECORDINGS).anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    /** Whether a folder holds anything that only its key opens; before the first start it doesn't. */
    public static boolean begun(Path folder) {
        try {
            return sealed(folder);
        } catch (IOException hidden) {
            return true;
        }
    }

    /** What stands against opening the vault, looked at without opening it. */
    public static List<Problem> check(RecordsConfig config) {
        if (Files.exists(config.folder()) && !Files.isDirectory(config.folder())) {
            return List.of(
                    Problem.of("records.folder", config.folder() + " is a file; give a folder of the service's own."));
        }
        return KeyFile.trouble(config.keyFile(), config.folder())
                .map(sentence -> Problem.of("records.key-file", sentence))
                .map(List::of)
                .orElse(List.of());
    }

    /**
     * Opens the vault of a data folder; makes the data keys when the folder has no records yet.
     *
     * @throws VaultException when the key file or the data keys are missing, unsafe or don't fit each other
     */
    public static Vault open(Path keyFile, Path folder) throws VaultException {
        Aead wrapping = KeyFile.read(keyFile, folder);
        try {
            Durable.folder(folder);
            KeysetHandle cells = dataKeys(folder, CELLS, wrapping, PredefinedAeadParameters.AES256_GCM, keyFile);
            KeysetHandle recordings = dataKeys(
                    folder, RECORDINGS, wrapping, PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB, keyFile);
            return new Vault(
                    cells.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    recordings.getPrimitive(RegistryConfiguration.get(), StreamingAead.class));
        } catch (IOException | GeneralSecurityException e) {
            throw new VaultException(
                    "The data keys in " + folder + " can't be read or written ("
                            + FileTrouble.why(e)
                            + "); check that the folder belongs to the service and the disk has space.",
                    e);
        }
    }

    /** What would keep the vault of a folder with records from being opened now; looked at without changing anything. */
    public static Optional<String> trouble(Path keyFile, Path folder) {
        if (Files.notExists(keyFile)) {
            return Optional.of("The key file " + keyFile
                    + " is missing. Put back the copy you keep in a safe place; a new one" + " would open nothing.");
        }
        try {
            Aead wrapping = KeyFile.read(keyFile, folder);
            for (String name : List.of(CELLS, RECORDINGS)) {
                byte[] wrapped = Files.readAllBytes(folder.resolve(name));
                KeysetHandle unused = unwrapped(wrapped, wrapping, name, keyFile, folder);
            }
            return Optional.empty();
        } catch (VaultException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Optional.of("The data keys in " + folder + " can't be read (" + FileTrouble.why(e)
                    + "); restore them from a backup.");
        }
    }

    /** Seals text for its cell. */
    public byte[] seal(Cell cell, String text) {
        return sealBytes(cell, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Seals bytes for their cell. */
    public byte[] sealBytes(Cell cell, byte[] plain) {
        try {
            return cells.encrypt(plain, cell.associatedData());
        } catch (GeneralSecurityException e) {
            throw new StoreException("A value of " + cell.table() + "." + cell.column() + " could not be sealed.", e);
        }
    }

    /**
     * Opens the text of a cell.
     *
     * @throws StoreException when it was changed, or sealed for another cell or with another key
     */
    public String open(Cell cell, byte[] sealed) {
        return new String(openBytes(cell, sealed), StandardCharsets.UTF_8);
    }

    /** Opens the bytes of a cell; see {@link #open(Cell, byte[])}. */
    public byte[] openBytes(Cell cell, byte[] sealed) {
        try {
            return cells.decrypt(sealed, cell.associatedData());
        } catch (GeneralSecurityException e) {
            throw new StoreException(
                    "A value of " + cell.table() + "." + cell.column() + " does not open: it was changed, moved, or"
                            + " sealed with another key. Restore it from a backup.",
                    e);
        }
    }

    StreamingAead recordings() {
        return recordings;
    }

    private static KeysetHandle dataKeys(Path folder, String name, Aead wrapping, Parameters kind, Path keyFile)
            throws IOException, GeneralSecurityException, VaultException {
        Path file = folder.resolve(name);
        Optional<byte[]> wrapped = Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        if (wrapped.isPresent()) {
            return unwrapped(wrapped.get(), wrapping, name, keyFile, folder);
        }
        if (Files.exists(folder.resolve(Database.FILE)) || !Remains.of(folder).isEmpty()) {
            throw new VaultException("The data keys " + file + " are missing although there are records. Restore the"
                    + " whole folder from a backup.");
        }
        KeysetHandle fresh = KeysetHandle.generateNew(kind);
        Durable.write(
                file, TinkProtoKeysetFormat.serializeEncryptedKeyset(fresh, wrapping, purpose(name)), Durable.OWNER);
        return fresh;
    }

    private static KeysetHandle unwrapped(byte[] wrapped, Aead wrapping, String name, Path keyFile, Path folder)
            throws VaultException {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, wrapping, purpose(name));
        } catch (GeneralSecurityException e) {
            throw new VaultException(
                    "The key in " + keyFile + " is not the one the records in " + folder
                            + " were sealed with. Put back the right key file.",
                    e);
        }
    }

    private static byte[] purpose(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}

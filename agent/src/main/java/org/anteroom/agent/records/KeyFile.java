package org.anteroom.agent.records;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.FileTrouble;

/** The file with the key that wraps all others. Mode 0400 or 0600, outside the data folder. */
final class KeyFile {
    private static final String MODE = "r--------";

    static {
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private KeyFile() {}

    /** Makes a new key; an existing file is never overwritten, because without it nothing could be read any more. */
    static void create(Path file) throws IOException, VaultException {
        try {
            KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get());
            Durable.write(file, json.getBytes(StandardCharsets.UTF_8), PosixFilePermissions.fromString(MODE));
        } catch (FileAlreadyExistsException e) {
            throw new VaultException(
                    "The key file " + file + " is there already and is kept: without it nothing that was"
                            + " sealed with it could be read.",
                    e);
        } catch (GeneralSecurityException e) {
            throw new VaultException("No key could be made: " + e.getClass().getSimpleName(), e);
        }
    }

    /** What stands against using the file, with the way to mend it; empty when it may be used. */
    static Optional<String> trouble(Path file, Path folder) {
        if (Files.notExists(file)) {
            return Optional.of("The key file " + file + " is missing. On a first installation make one with 'anteroom"
                    + " config init'; otherwise put back the copy you keep in a safe place.");
        }
        try {
            if (file.toRealPath().startsWith(Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath())) {
                return Optional.of("The key file " + file + " lies inside the data folder " + folder
                        + ": whoever copies the data would have the key. Move it elsewhere and set records.key-file.");
            }
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            if (!Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)
                    .containsAll(mode)) {
                return Optional.of("The key file " + file + " may be read by others (mode "
                        + PosixFilePermissions.toString(mode) + "). Mend it with 'chmod 0400 " + file + "'.");
            }
            if (!Files.isReadable(file)) {
                return Optional.of("The key file " + file + " belongs to "
                        + Files.getOwner(file).getName()
                        + " and can't be read by the service. Give it to the service's user with chown.");
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The key file " + file + " can't be looked at (" + FileTrouble.why(e) + ").");
        }
    }

    /** The key-encryption key. */
    static Aead read(Path file, Path folder) throws VaultException {
        Optional<String> trouble = trouble(file, folder);
        if (trouble.isPresent()) {
            throw new VaultException(trouble.get());
        }
        try {
            String json = Files.readString(file);
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException | IOException e) {
            throw new VaultException(
                    "The key file " + file
                            + " does not hold a key of Anteroom. Put back the copy you keep in a safe place.",
                    e);
        }
    }
}

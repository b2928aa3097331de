package org.anteroom.agent.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.anteroom.agent.config.RecordsConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final Cell CELL = new Cell("message", "7", "about");

    @TempDir
    Path folder;

    private Path key;
    private Path data;

    @BeforeEach
    void makeAKey() throws Exception {
        key = folder.resolve("records.key");
        data = folder.resolve("data");
        Vault.createKeyFile(key);
    }

    @Test
    void opensWhatItSealedAlsoAfterARestart() throws Exception {
        byte[] sealed = Vault.open(key, data).seal(CELL, "a sore tooth");

        assertThat(Vault.open(key, data).open(CELL, sealed)).isEqualTo("a sore tooth");
    }

    @Test
    void sealsTheSameWordsDifferentlyEachTime() throws Exception {
        Vault vault = Vault.open(key, data);

        assertThat(vault.seal(CELL, "same")).isNotEqualTo(vault.seal(CELL, "same"));
    }

    @Test
    void refusesAValueMovedToAnotherRowColumnOrTable() throws Exception {
        Vault vault = Vault.open(key, data);
        byte[] sealed = vault.seal(CELL, "a sore tooth");

        for (Cell other : new Cell[] {
            new Cell("message", "8", "about"), new Cell("message", "7", "name"), new Cell("call", "7", "about")
        }) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> vault.open(other, sealed))
                    .withMessageNotContaining("tooth");
        }
    }

    @Test
    void refusesAValueWithOneBitChanged() throws Exception {
        Vault vault = Vault.open(key, data);
        byte[] sealed = vault.seal(CELL, "a sore tooth");
        sealed[sealed.length / 2] ^= 1;

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> vault.open(CELL, sealed));
    }

    @Test
    void refusesCellsWhosePartsCouldBeTakenForAnother() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cell("message", "7\0name", "x"));
    }

    @Test
    void makesAKeyFileOnlyItsOwnerMayRead() throws Exception {
        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("r--------"));
    }

    @Test
    void neverOverwritesAKeyFile() throws Exception {
        byte[] before = Files.readAllBytes(key);

        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> Vault.createKeyFile(key))
                .withMessageContaining("kept");
        assertThat(Files.readAllBytes(key)).isEqualTo(before);
    }

    @Test
    void saysHowToMendAMissingKeyFile() throws Exception {
        Files.delete(key);

        refused("is missing", "config init");
        assertThat(Vault.check(new RecordsConfig(data, key)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("records.key-file"));
    }

    @Test
    void saysHowToMendAKeyFileOthersMayRead() throws Exception {
        for (String mode : new String[] {"r--r-----", "rw----r--", "r-x------"}) {
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));
            refused(mode, "chmod 0400 " + key);
        }
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThat(Vault.check(new RecordsConfig(data, key))).isEmpty();
    }

    @Test
    void refusesAKeyFileInsideTheDataFolderAlsoThroughALink() throws Exception {
        Files.createDirectories(data);
        Files.move(key, data.resolve("real.key"));
        Files.createSymbolicLink(key, data.resolve("real.key"));

        refused("inside the data folder", "records.key-file");
    }

    @Test
    void saysThatTheKeyIsTheWrongOne() throws Exception {
        Vault.open(key, data);
        Files.delete(key);
        Vault.createKeyFile(key);

        refused("not the one", "right key file");
    }

    @Test
    void refusesAFileThatHoldsNoKey() throws Exception {
        Files.delete(key);
        Files.writeString(key, "{}");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--------"));

        refused("does not hold a key", "copy");
    }

    @Test
    void makesNoNewDataKeysBesideAnOldDatabase() throws Exception {
        Files.createDirectories(data);
        Files.writeString(data.resolve("records.db"), "");

        refused("data keys", "backup");
    }

    private void refused(String what, String how) {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> Vault.open(key, data))
                .withMessageContaining(what)
                .withMessageContaining(how);
    }

    @Test
    void aKeyThatMayNotBeLookedForIsNotSaidToBeMissing() {
        // Too long a name is refused by the system for root too, as a closed folder is for others.
        Path hidden = folder.resolve("x".repeat(300));
        assertThat(Vault.trouble(hidden, data).orElseThrow()).contains("can't be looked at");
    }

    @Test
    void saysWhatTheNextStartWouldMissWithoutMakingAnything() throws Exception {
        Vault unused = Vault.open(key, data);
        assertThat(Vault.trouble(key, data)).isEmpty();

        Path aside = folder.resolve("aside");
        Files.move(key, aside);
        assertThat(Vault.trouble(key, data).orElseThrow())
                .contains(key + " is missing")
                .contains("would open nothing");
        assertThat(key).doesNotExist();

        Vault.createKeyFile(key);
        assertThat(Vault.trouble(key, data).orElseThrow()).contains("is not the one the records");

        Files.move(aside, key, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.delete(data.resolve("cells.keyset"));
        assertThat(Vault.trouble(key, data).orElseThrow()).contains("restore them from a backup");
        assertThat(data.resolve("cells.keyset")).doesNotExist();
    }

    @Test
    void beforeTheFirstStartNothingIsSealed() throws Exception {
        assertThat(Vault.begun(data)).isFalse();
        Files.createDirectories(data);
        assertThat(Vault.begun(data)).isFalse();
        Vault unused = Vault.open(key, data);
        assertThat(Vault.begun(data)).isTrue();
    }
}

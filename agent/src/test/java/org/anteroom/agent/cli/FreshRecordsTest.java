package org.anteroom.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.records.VaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made before the first start, and what must never be made. */
final class FreshRecordsTest {

    @TempDir
    Path folder;

    @Test
    void aKeyIsMadeOnceAndKept() throws Exception {
        Path config = folder.resolve("anteroom.toml");
        Path data = folder.resolve("data");
        Path key = folder.resolve("records.key");

        assertThat(FreshRecords.make(config, data, key)).isEqualTo(new FreshRecords(true, true));
        byte[] made = Files.readAllBytes(key);

        assertThat(FreshRecords.make(config, data, key)).isEqualTo(new FreshRecords(false, false));
        assertThat(Files.readAllBytes(key)).isEqualTo(made);
    }

    @Test
    void recordsThatLostTheirKeyGetNoOther() throws Exception {
        Path config = folder.resolve("anteroom.toml");
        Path data = folder.resolve("data");
        Path key = folder.resolve("records.key");
        FreshRecords.make(config, data, key);
        Vault sealing = Vault.open(key, data);
        assertThat(sealing).isNotNull();
        Files.delete(key);

        assertThatThrownBy(() -> FreshRecords.make(config, data, key))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("put back the copy you keep");
        assertThat(key).doesNotExist();
    }

    @Test
    void whatRootMakesIsTheServices() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can give files away");
        Path installed = Files.createDirectory(folder.resolve("etc"));
        Files.getFileAttributeView(installed, PosixFileAttributeView.class)
                .setGroup(folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName("mail"));
        Path data = folder.resolve("srv/data");
        Path key = installed.resolve("records.key");

        FreshRecords.make(installed.resolve("anteroom.toml"), data, key);

        assertThat(Files.getOwner(data).getName()).isEqualTo("mail");
        assertThat(Files.getOwner(folder.resolve("srv")).getName()).isEqualTo("mail");
        assertThat(Files.getOwner(key).getName()).isEqualTo("mail");
    }
}
